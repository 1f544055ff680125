package org.disclosureledger.service.sample;

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

  private final LedgerOpener opener;
  private final LedgerClocks clocks;
  private final CommandDispatcher dispatcher;
  private final ActorRegistry actors;
  private final EntryStore store;

  SampleFiller(
      LedgerOpener opener,
      LedgerClocks clocks,
      CommandDispatcher dispatcher,
      ActorRegistry actors,
      EntryStore store) {
    this.opener = opener;
    this.clocks = clocks;
    this.dispatcher = dispatcher;
    this.actors = actors;
    this.store = store;
  }

  /**
   * @param requests how many requests are recorded
   * @return how many commands that took; 0 when the ledger already has entries
   */
  long fill(long seed, int requests, InstantSource now) {
    LedgerDescription ledger = register();
    if (store.entry(NAME, 0).isPresent()) {
      return 0;
    }
    Instant end = now.instant().truncatedTo(ChronoUnit.MILLIS);
    SimulatedClock clock =
        new SimulatedClock(end.minus(SampleScenario.HALF_YEAR).minus(HEAD_START));
    clocks.simulate(ledger, clock);
    try {
      opener.open(ledger, "MAU", "Doanh nghiệp mẫu Ví Dụ", "Sample Example Enterprise");
      return run(new SampleScenario(seed, requests, end), requests, clock);
    } finally {
      clocks.endSimulation(ledger);
    }
  }

  /** Names the ledger and makes its keys, so that the policy can already list it. */
  LedgerDescription register() {
    return opener.register(NAME, ORIGIN, true);
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
