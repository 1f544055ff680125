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
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.WeakHashMap;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.attachment.Received;
import org.disclosureledger.service.database.SecretFile;
import org.disclosureledger.service.disclosure.ActorRegistry;
import org.disclosureledger.service.disclosure.DocumentPlace;
import org.disclosureledger.service.dispatch.Acknowledgement;
import org.disclosureledger.service.dispatch.Caller;
import org.disclosureledger.service.dispatch.CommandDispatcher;
import org.disclosureledger.service.figures.FigureSource;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.opening.LedgerOpener;
import org.disclosureledger.service.reconciliation.ReceiptPeriod;
import org.disclosureledger.service.reconciliation.command.RecordReconciliation;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerClocks;
import org.disclosureledger.service.sealing.LedgerDescription;

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
  private final SampleDocuments documents;
  private final SampleLists lists;
  private final FigureSource figures;
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
      SampleDocuments documents,
      SampleLists lists,
      FigureSource figures,
      Path dataDir) {
    this.opener = opener;
    this.clocks = clocks;
    this.dispatcher = dispatcher;
    this.actors = actors;
    this.store = store;
    this.documents = documents;
    this.lists = lists;
    this.figures = figures;
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
      long commands = run(ledger, new SampleScenario(seed, requests, end), requests, clock);
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

  private long run(
      LedgerDescription ledger, SampleScenario scenario, int requests, SimulatedClock clock) {
    Map<SamplePerson, Caller> people = new EnumMap<>(SamplePerson.class);
    for (SamplePerson person : SamplePerson.values()) {
      people.put(person, caller(person));
    }
    Remembered memory = new Remembered(ledger);
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
        Caller caller = people.get(step.person());
        if (caller == null) {
          throw new IllegalStateException("nobody plays " + step.person());
        }
        Acknowledgement done =
            dispatcher.dispatch(NAME, step.command().apply(memory), caller, null, null);
        memory.remember(step.mark(), done);
        commands++;
        bar.stepTo(scenario.planned());
      }
    }
    return commands;
  }

  private Caller caller(SamplePerson person) {
    ActorRole role = person.role();
    return role == ActorRole.SYSTEM
        ? new Caller(role.code(), Actor.SYSTEM, role)
        : new Caller(person.username(), actors.actorFor(NAME, person.username()), role);
  }

  /** What the ledger answered, as long as a step to come may refer to it. */
  private final class Remembered implements SampleMemory {
    private final Map<Mark, Acknowledgement> answers = new WeakHashMap<>();
    private final LedgerDescription ledger;

    Remembered(LedgerDescription ledger) {
      this.ledger = ledger;
    }

    void remember(Mark step, Acknowledgement answer) {
      answers.put(step, answer);
    }

    @Override
    public UUID first(Mark step) {
      return answer(step).eventId();
    }

    @Override
    public UUID last(Mark step) {
      Acknowledgement answer = answer(step);
      long leaf = answer.firstLeafIndex() + answer.entryCount() - 1;
      return store
          .entry(NAME, leaf)
          .orElseThrow(() -> new IllegalStateException("the ledger lacks leaf " + leaf))
          .header()
          .id();
    }

    @Override
    public Received document(UUID requestId, UUID document, String text, String name) {
      StreamId stream = new StreamId("request/" + requestId);
      return documents.keep(
          new DocumentPlace(ledger.id(), stream, document),
          text.getBytes(StandardCharsets.UTF_8),
          name);
    }

    @Override
    public RecordReconciliation compared(UUID id, String agency, ReceiptPeriod period, byte[] csv) {
      return lists.compare(ledger, id, agency, period, csv);
    }

    @Override
    public StatedFigures stated(ReportingPeriod period, Instant asOf) {
      return figures.stated(NAME, period, asOf);
    }

    private Acknowledgement answer(Mark step) {
      Acknowledgement answer = answers.get(step);
      if (answer == null) {
        throw new IllegalStateException("the scenario refers to a step that was not taken");
      }
      return answer;
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
