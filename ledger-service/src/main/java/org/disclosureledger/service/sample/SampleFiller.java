package org.disclosureledger.service.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.Origin;
import org.disclosureledger.service.database.SecretFile;
import org.disclosureledger.service.disclosure.ActorRegistry;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.intake.Acknowledgement;
import org.disclosureledger.service.intake.Caller;
import org.disclosureledger.service.intake.CommandDispatcher;
import org.disclosureledger.service.opening.LedgerOpener;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerClocks;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.jspecify.annotations.Nullable;

/**
 * Fills the ledger {@value #NAME}, marked as a sample in its entry 0, through the real command
 * path. The ledger's clock is simulated meanwhile: it starts half a year ago and ends now.
 */
class SampleFiller {
  static final String NAME = "sample";
  private static final Origin ORIGIN = new Origin("ledger.example/sample");
  private static final Duration HEAD_START = Duration.ofMinutes(5);
  // ledger.opened and the shipped policy
  private static final int OPENING_ENTRIES = 2;

  private final LedgerOpener opener;
  private final LedgerClocks clocks;
  private final CommandDispatcher dispatcher;
  private final ActorRegistry actors;
  private final EntryStore store;
  private final Path unfinished;

  /**
   * @param dataDir where a file says that a sample was begun and not finished
   */
  SampleFiller(
      LedgerOpener opener,
      LedgerClocks clocks,
      CommandDispatcher dispatcher,
      ActorRegistry actors,
      EntryStore store,
      Path dataDir) {
    this.opener = opener;
    this.clocks = clocks;
    this.dispatcher = dispatcher;
    this.actors = actors;
    this.store = store;
    this.unfinished = dataDir.resolve("sample.unfinished");
  }

  /**
   * Opens the ledger before anything else, so that nobody ever sees it unopened, then fills it. The
   * ids of a sample are random, so one that was interrupted cannot be resumed.
   *
   * @param requests how many requests are recorded
   * @param opened runs once entry 0 is there, so that the policy can list the ledger
   * @return how many commands that took; 0 when the ledger already has requests
   */
  long fill(long seed, int requests, InstantSource now, Runnable opened) {
    LedgerDescription ledger = opener.register(NAME, ORIGIN, true);
    if (store.entry(NAME, OPENING_ENTRIES).isPresent()) {
      open(ledger);
      opened.run();
      return 0;
    }
    Instant end = now.instant().truncatedTo(ChronoUnit.MILLIS);
    SimulatedClock clock =
        new SimulatedClock(end.minus(SampleScenario.HALF_YEAR).minus(HEAD_START));
    clocks.simulate(ledger, clock);
    try {
      begin();
      open(ledger);
      opened.run();
      long commands = run(new SampleScenario(seed, requests, end), requests, clock);
      finish();
      return commands;
    } finally {
      clocks.endSimulation(ledger);
    }
  }

  private void open(LedgerDescription ledger) {
    opener.open(ledger, "MAU", "Doanh nghiệp mẫu Ví Dụ", "Sample Example Enterprise");
  }

  /** Whether a sample was begun in this data folder and never came to its end. */
  boolean interrupted() {
    return Files.exists(unfinished);
  }

  private void begin() {
    Path folder = unfinished.toAbsolutePath().getParent();
    if (folder != null) {
      SecretFile.folder(folder);
    }
    SecretFile.write(unfinished, "sample\n".getBytes(StandardCharsets.US_ASCII));
  }

  private void finish() {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + unfinished, e);
    }
  }

  private long run(SampleScenario scenario, int requests, SimulatedClock clock) {
    Map<ActorRole, Caller> people = new HashMap<>();
    for (ActorRole role : new ActorRole[] {ActorRole.LEGAL, ActorRole.APPROVER}) {
      String name = "sample-" + role.code();
      people.put(role, new Caller(name, actors.actorFor(NAME, name), role));
    }
    Remembered memory = new Remembered();
    long commands = 0;
    try (ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName("sample")
            .setInitialMax(requests)
            .setUnit(" requests", 1)
            .setStyle(ProgressBarStyle.ASCII)
            .build()) {
      while (scenario.hasNext()) {
        SampleStep step = scenario.next();
        clock.moveTo(step.at());
        Caller caller = people.get(step.role());
        if (caller == null) {
          throw new IllegalStateException("nobody plays " + step.role());
        }
        Acknowledgement done =
            dispatcher.dispatch(NAME, step.command().apply(memory), caller, null, null);
        store
            .entry(NAME, done.firstLeafIndex())
            .ifPresent(first -> memory.remember(step.requestId(), first.header()));
        commands++;
        bar.stepTo(scenario.planned());
      }
    }
    return commands;
  }

  /** The ids that later steps refer to, by request. */
  private static final class Remembered implements SampleMemory {
    private final Map<UUID, UUID> prepared = new HashMap<>();
    private final Map<UUID, UUID> dispatched = new HashMap<>();

    void remember(UUID request, EventHeader header) {
      if (header.type().endsWith(".prepared.v1")) {
        prepared.put(request, header.id());
      } else if (header.type().endsWith(".delivery.dispatched.v1")) {
        dispatched.put(request, header.id());
      } else if (header.type().endsWith(".request.closed.v1")) {
        prepared.remove(request);
        dispatched.remove(request);
      }
    }

    @Override
    public UUID lastPreparedId(UUID requestId) {
      return known(prepared.get(requestId), requestId);
    }

    @Override
    public UUID lastDispatchedId(UUID requestId) {
      return known(dispatched.get(requestId), requestId);
    }

    private static UUID known(@Nullable UUID id, UUID requestId) {
      if (id == null) {
        throw new IllegalStateException(
            "the scenario refers to an act that " + requestId + " lacks");
      }
      return id;
    }
  }

  /** Stands still until it is moved on. */
  private static final class SimulatedClock implements InstantSource {
    private volatile Instant now;

    SimulatedClock(Instant start) {
      now = start;
    }

    void moveTo(Instant next) {
      if (next.isBefore(now)) {
        throw new IllegalArgumentException("time does not run back");
      }
      now = next;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
