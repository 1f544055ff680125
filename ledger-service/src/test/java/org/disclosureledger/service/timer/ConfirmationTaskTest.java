package org.disclosureledger.service.timer;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.deadline.DeadlineBasis;
import org.disclosureledger.service.deadline.DeadlineCause;
import org.disclosureledger.service.deadline.DeadlinePurpose;
import org.disclosureledger.service.dispatch.Acknowledgement;
import org.disclosureledger.service.dispatch.CommandDispatcher;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.projection.MemoryEntryStore;
import org.disclosureledger.service.projection.ProjectionDatabase;
import org.disclosureledger.service.projection.SqlTime;
import org.disclosureledger.service.projection.SyntheticHistory;
import org.disclosureledger.service.projection.TestEntries;
import org.disclosureledger.service.request.command.MissWriting;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestReopened;
import org.disclosureledger.service.sealing.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Timers on a real PostgreSQL, by a clock that the test sets. */
class ConfirmationTaskTest {
  private static final String LEDGER = "demo";
  private static final UUID REQUEST = UUID.fromString("01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f");
  private static final Instant DUE = Instant.parse("2026-11-04T02:00:00Z");
  private static final String TABLE = "tasks.scheduled_tasks";

  private final ProjectionDatabase database =
      new ProjectionDatabase(List.of(SyntheticHistory.ledger(LEDGER)));
  private final MemoryEntryStore store = new MemoryEntryStore(List.of());
  private final SettableClock clock = new SettableClock();
  private final List<MissWriting> asked = new ArrayList<>();
  private Supplier<@Nullable RuntimeException> domain = () -> null;
  private final ManualScheduler scheduler =
      (ManualScheduler)
          TestHelper.createManualScheduler(database.writer(), task())
              .clock(clock)
              .tableName(TABLE)
              .build();
  private final ConfirmationProjector projector =
      new ConfirmationProjector(
          (timer, due) ->
              scheduler.scheduleIfNotExists(
                  new TaskInstance<>(ConfirmationDue.TASK, timer.instance().getId()), due),
          recount -> {
            throw new AssertionError("no policy comes here");
          });

  private com.github.kagkarlsson.scheduler.task.Task<Void> task() {
    CommandDispatcher dispatcher =
        (ledger, command, caller, key, expected) -> {
          asked.add((MissWriting) command.get());
          RuntimeException thrown = domain.get();
          if (thrown != null) {
            throw thrown;
          }
          return new Acknowledgement(
              ledger, command.get().stream(), REQUEST, 0, 0, 1, 1, null, false);
        };
    return new ConfirmationTask(
            () -> dispatcher,
            (ledger, request) -> ConfirmationProjector.served(ledger, request, database.client()))
        .task();
  }

  @BeforeEach
  void tables() throws IOException {
    try (InputStream script =
        Objects.requireNonNull(getClass().getResourceAsStream("/db/migration/V7__timers.sql"))) {
      database
          .client()
          .sql(
              "CREATE SCHEMA tasks; SET search_path TO tasks; "
                  + new String(script.readAllBytes(), StandardCharsets.UTF_8)
                  + " RESET search_path")
          .update();
    }
    database.fill(store, projector);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private UUID happens(RequestEvent event) {
    long position = store.headPosition() + 1;
    EventHeader header =
        new EventHeader(
            new UUID(0x01980000_0000_7000L, 0x8000_0000_0000_0000L + position),
            LEDGER,
            new StreamId("request/" + REQUEST),
            "org.disclosureledger.test.v1",
            DUE.minusSeconds(60),
            DUE.minusSeconds(60),
            Actor.SYSTEM,
            ActorRole.SYSTEM,
            null,
            position,
            position,
            position);
    StoredEvent stored = new StoredEvent(header, TestEntries.of(header, "{}"), event);
    store.add(stored);
    database.deliver(store, projector, List.of(stored));
    return header.id();
  }

  private UUID dueBy(@Nullable Instant due) {
    return happens(
        new DeadlineSet(
            DeadlinePurpose.CONFIRM_IN_WRITING,
            DeadlineCause.RECORDING,
            due == null ? DeadlineBasis.NONE : DeadlineBasis.STATED,
            due,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null));
  }

  private void refuses(RequestRule rule) {
    domain = () -> new CommandRefused(rule, "as the test says");
  }

  private void runAt(Instant now) {
    clock.set(now);
    scheduler.runAnyDueExecutions();
  }

  /** When each timer fires next, soonest first. */
  private List<Instant> timers() {
    return database
        .client()
        .sql("SELECT execution_time FROM " + TABLE + " ORDER BY execution_time")
        .query((row, n) -> SqlTime.read(row, "execution_time"))
        .list();
  }

  /** Runs the one timer whenever it is due, and says how long it slept each time. */
  private List<Duration> pauses(int tries) {
    List<Duration> pauses = new ArrayList<>();
    for (int i = 0; i < tries; i++) {
      Instant now = timers().getFirst();
      runAt(now);
      assertThat(timers()).as("tried again").hasSize(1);
      pauses.add(Duration.between(now, timers().getFirst()));
    }
    return pauses;
  }

  @Test
  void aMissedConfirmationEndsItsTimer() {
    UUID deadline = dueBy(DUE);
    runAt(DUE.minusSeconds(1));
    assertThat(asked).isEmpty();
    runAt(DUE.plusSeconds(1));
    assertThat(asked).containsExactly(new MissWriting(REQUEST, deadline));
    assertThat(timers()).isEmpty();
  }

  @Test
  void theTimerOfASupersededDeadlineEndsAtItsFirstTry() {
    UUID first = dueBy(DUE);
    UUID second = dueBy(DUE.plusSeconds(86_400));
    refuses(RequestRule.WRITING_NOT_DUE);
    runAt(DUE.plusSeconds(1));
    assertThat(asked).containsExactly(new MissWriting(REQUEST, first));
    assertThat(timers()).containsExactly(DUE.plusSeconds(86_400));
    domain = () -> null;
    runAt(DUE.plusSeconds(86_401));
    assertThat(asked.getLast()).isEqualTo(new MissWriting(REQUEST, second));
    assertThat(timers()).isEmpty();
  }

  @Test
  void aDeadlineWithoutATimeEndsTheTimerOfTheOneBefore() {
    dueBy(DUE);
    dueBy(null);
    refuses(RequestRule.WRITING_NOT_DUE);
    runAt(DUE.plusSeconds(1));
    assertThat(asked).hasSize(1);
    assertThat(timers()).isEmpty();
  }

  @Test
  void whileTheLedgersClockIsBehindTheTimerTriesEverMoreSeldom() {
    dueBy(DUE);
    refuses(RequestRule.WRITING_NOT_DUE);
    assertThat(pauses(13))
        .extracting(Duration::toSeconds)
        .containsExactly(1L, 1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 600L, 600L);
  }

  @Test
  void afterAFailureItTriesEverMoreSeldomButNeverForGood() {
    dueBy(DUE);
    domain = () -> new IllegalStateException("no connection, says the test");
    assertThat(pauses(40))
        .extracting(Duration::toSeconds)
        .startsWith(2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 600L)
        .endsWith(600L);
    domain = () -> null;
    runAt(timers().getFirst());
    assertThat(timers()).isEmpty();
  }

  @Test
  void aRefusalThatNobodyForesawIsAFailure() {
    dueBy(DUE);
    refuses(RequestRule.ROLE_NOT_ALLOWED);
    assertThat(pauses(2)).extracting(Duration::toSeconds).containsExactly(2L, 4L);
  }

  @Test
  void whatIsNotOwedEndsItsTimerAndAReopeningSetsAnother() {
    UUID deadline = dueBy(DUE);
    RequestReopened reopened =
        new RequestReopened(List.of(1), Committed.of("lý do mẫu"), Committed.of(null));
    // Read before the first timer fires, so that both stand side by side.
    happens(reopened);
    assertThat(timers()).containsExactly(DUE, DUE);
    refuses(RequestRule.WRITING_NOT_NEEDED);
    runAt(DUE.plusSeconds(1));
    assertThat(asked).hasSize(2);
    assertThat(timers()).isEmpty();
    happens(reopened);
    domain = () -> null;
    runAt(DUE.plusSeconds(2));
    assertThat(asked.getLast()).isEqualTo(new MissWriting(REQUEST, deadline));
    assertThat(timers()).isEmpty();
  }

  @Test
  void aTimerOfAnUnknownFormIsDropped() {
    scheduler.scheduleIfNotExists(new TaskInstance<>(ConfirmationDue.TASK, "demo/1/2/3"), DUE);
    runAt(DUE.plusSeconds(1));
    assertThat(asked).isEmpty();
    assertThat(timers()).isEmpty();
  }
}
