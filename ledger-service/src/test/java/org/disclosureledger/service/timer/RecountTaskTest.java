package org.disclosureledger.service.timer;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.deadline.DeadlineRule;
import org.disclosureledger.service.deadline.ExampleCalendar;
import org.disclosureledger.service.deadline.StatutoryRows;
import org.disclosureledger.service.dispatch.Acknowledgement;
import org.disclosureledger.service.dispatch.CommandDispatcher;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.projection.MemoryEntryStore;
import org.disclosureledger.service.projection.ProjectionDatabase;
import org.disclosureledger.service.projection.SyntheticHistory;
import org.disclosureledger.service.projection.TestEntries;
import org.disclosureledger.service.request.command.RecomputeDeadline;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.sealing.AppendRefused;
import org.disclosureledger.service.sealing.LedgerCorrupted;
import org.disclosureledger.service.sealing.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a real PostgreSQL, by a clock that the test sets. */
class RecountTaskTest {
  private static final String LEDGER = "demo";
  private static final Instant NOW = Instant.parse("2026-11-04T02:00:00Z");
  private static final String TABLE = "tasks.scheduled_tasks";
  private static final Actor ADMIN = Actor.of(new UUID(0x4000L, 0x8000_0000_0000_0001L));

  private final ProjectionDatabase database =
      new ProjectionDatabase(List.of(SyntheticHistory.ledger(LEDGER)));
  private final MemoryEntryStore store = new MemoryEntryStore(List.of());
  private final SettableClock clock = new SettableClock();

  /** Requests in their order, and what the domain says of each; absent where it moves. */
  private final TreeSet<UUID> open = new TreeSet<>();

  private final Map<UUID, RuntimeException> says = new HashMap<>();
  private final List<UUID> asked = new ArrayList<>();
  private final List<UUID> moved = new ArrayList<>();
  private @Nullable UUID fails;
  private long applied = Long.MAX_VALUE;
  private final Counter refused = new SimpleMeterRegistry().counter("refused");

  private final ManualScheduler scheduler =
      (ManualScheduler)
          TestHelper.createManualScheduler(database.writer(), task().task(), RecountTask.done())
              .clock(clock)
              .tableName(TABLE)
              .build();
  private final ConfirmationProjector projector =
      new ConfirmationProjector(
          (timer, due) -> {
            throw new AssertionError("no emergency comes here");
          },
          recount ->
              scheduler.scheduleIfNotExists(
                  new TaskInstance<>(Recount.TASK, recount.instance()), NOW));

  private RecountTask task() {
    CommandDispatcher dispatcher =
        (ledger, command, caller, key, expected) -> {
          UUID request = ((RecomputeDeadline) command.get()).requestId();
          assertThat(caller.actor().isSystem()).isTrue();
          if (request.equals(fails)) {
            throw new IllegalStateException("no connection, says the test");
          }
          asked.add(request);
          RuntimeException thrown = says.get(request);
          if (thrown != null) {
            throw thrown;
          }
          moved.add(request);
          says.put(request, new CommandRefused(RequestRule.DUE_UNCHANGED, "moved before"));
          return new Acknowledgement(
              ledger, command.get().stream(), request, 0, 0, 1, 1, null, false);
        };
    return new RecountTask(
        () -> dispatcher,
        store,
        new RecountTask.Open() {
          @Override
          public long applied(String ledger) {
            return applied;
          }

          @Override
          public List<UUID> after(Recount recount, int limit) {
            return (recount.last() == null ? open : open.tailSet(recount.last(), false))
                .stream().limit(limit).toList();
          }
        },
        refused);
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
    clock.set(NOW.plusSeconds(1));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private UUID adopted(String stream, Actor by, Object payload) {
    long position = store.headPosition() + 1;
    EventHeader header =
        new EventHeader(
            new UUID(0x01980000_0000_7000L, 0x8000_0000_0000_0000L + position),
            LEDGER,
            new StreamId(stream),
            "org.disclosureledger.test.v1",
            NOW,
            NOW,
            by,
            ActorRole.ADMIN,
            null,
            position,
            position,
            position);
    StoredEvent stored = new StoredEvent(header, TestEntries.of(header, "{}"), payload);
    store.add(stored);
    database.deliver(store, projector, List.of(stored));
    return header.id();
  }

  private UUID adopted() {
    return adopted("calendar", ADMIN, ExampleCalendar.year2026());
  }

  private static UUID request(int number) {
    return new UUID(0x7000L, 0x0000_0000_0000_0000L + number);
  }

  private void opened(int count) {
    for (int i = 1; i <= count; i++) {
      open.add(request(i));
    }
  }

  private List<Recount> tasks(String name) {
    return database
        .client()
        .sql("SELECT task_instance FROM " + TABLE + " WHERE task_name = :name")
        .param("name", name)
        .query((row, n) -> Recount.parse(row.getString("task_instance")).orElseThrow())
        .list();
  }

  private void runAll() {
    for (int i = 0; i < 20 && !tasks(Recount.TASK).isEmpty(); i++) {
      clock.set(clock.now().plus(Duration.ofMinutes(20)));
      scheduler.runAnyDueExecutions();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, RecountTask.BATCH, RecountTask.BATCH + 1, 3 * RecountTask.BATCH})
  void everyOpenRequestIsCountedAgainOnce(int count) {
    opened(count);
    UUID adoption = adopted();
    runAll();
    assertThat(asked).containsExactlyElementsOf(open);
    assertThat(tasks(Recount.TASK)).isEmpty();
    assertThat(tasks(Recount.DONE))
        .singleElement()
        .satisfies(done -> {
          assertThat(done.adoption()).isEqualTo(adoption);
          assertThat(done.counted()).isEqualTo(count);
          assertThat(done.moved()).isEqualTo(count);
          assertThat(done.kept()).isZero();
        });
  }

  @Test
  void aBatchIsNoLongerThanItMayBe() {
    opened(3 * RecountTask.BATCH);
    adopted();
    scheduler.runAnyDueExecutions();
    assertThat(asked).hasSize(RecountTask.BATCH);
    assertThat(tasks(Recount.TASK))
        .singleElement()
        .satisfies(next -> assertThat(next.last()).isEqualTo(request(RecountTask.BATCH)));
  }

  @Test
  void aBatchThatWasCutOffIsDoneAgainAndMovesNothingTwice() {
    opened(10);
    adopted();
    fails = request(6);
    scheduler.runAnyDueExecutions();
    assertThat(moved).hasSize(5);
    fails = null;
    runAll();
    assertThat(moved).containsExactlyElementsOf(open);
    assertThat(tasks(Recount.DONE)).singleElement().extracting(Recount::counted).isEqualTo(10L);
  }

  @Test
  void whatIsAnsweredClosedErasedOrUnmovedIsNoFailure() {
    List<RequestRule> rules =
        List.of(
            RequestRule.DUE_UNCHANGED,
            RequestRule.NO_OPEN_ITEM,
            RequestRule.REQUEST_CLOSED,
            RequestRule.REOPENING_FIRST,
            RequestRule.PERSONAL_DATA_ERASED);
    opened(rules.size() + 1);
    for (int i = 0; i < rules.size(); i++) {
      says.put(request(i + 1), new CommandRefused(rules.get(i), "says the test"));
    }
    adopted();
    runAll();
    assertThat(moved).containsExactly(request(rules.size() + 1));
    assertThat(tasks(Recount.DONE)).singleElement().extracting(Recount::kept).isEqualTo(0L);
  }

  /** The others are not held up by it, and the administrator is told how many. */
  @Test
  void whatCannotBeCountedKeepsItsDueTimeAndIsTold() {
    opened(5);
    says.put(request(1), new CommandRefused(DeadlineRule.CALENDAR_TOO_SHORT, "says the test"));
    says.put(request(2), new CommandRefused(DeadlineRule.CALENDAR_MISSING, "says the test"));
    says.put(request(3), new CommandRefused(RequestRule.STREAM_UNREADABLE, "says the test"));
    says.put(request(4), new LedgerCorrupted("says the test"));
    adopted();
    runAll();
    assertThat(moved).containsExactly(request(5));
    assertThat(tasks(Recount.DONE))
        .singleElement()
        .satisfies(done -> {
          assertThat(done.counted()).isEqualTo(5);
          assertThat(done.kept()).isEqualTo(4);
        });
  }

  /** Nor does one that is refused for a reason that nobody foresaw; that is counted, for alarms. */
  @Test
  void whatNobodyForesawHoldsUpNoOther() {
    opened(3);
    says.put(request(1), new CommandRefused(RequestRule.ROLE_NOT_ALLOWED, "says the test"));
    says.put(request(2), new AppendRefused(AppendRefused.Rule.ENTRY_TOO_LARGE, "says the test"));
    adopted();
    runAll();
    assertThat(moved).containsExactly(request(3));
    assertThat(tasks(Recount.DONE))
        .singleElement()
        .satisfies(done -> {
          assertThat(done.counted()).isEqualTo(3);
          assertThat(done.kept()).isEqualTo(2);
        });
    assertThat(refused.count()).isEqualTo(2);
  }

  @Test
  void whoIsBusyIsAskedAgain() {
    opened(1);
    says.put(request(1), new AppendRefused(AppendRefused.Rule.BUSY, "says the test"));
    adopted();
    scheduler.runAnyDueExecutions();
    assertThat(tasks(Recount.TASK)).hasSize(1);
    assertThat(refused.count()).isZero();
    says.clear();
    runAll();
    assertThat(moved).containsExactly(request(1));
  }

  @Test
  void aConflictIsTriedAgain() {
    opened(1);
    says.put(
        request(1), new AppendRefused(AppendRefused.Rule.STREAM_CONFLICT, "somebody was faster"));
    adopted();
    scheduler.runAnyDueExecutions();
    assertThat(tasks(Recount.TASK)).hasSize(1);
    says.clear();
    runAll();
    assertThat(moved).containsExactly(request(1));
  }

  @Test
  void itWaitsForTheRequestsRecordedJustBefore() {
    opened(1);
    applied = -1;
    adopted();
    scheduler.runAnyDueExecutions();
    assertThat(asked).isEmpty();
    assertThat(tasks(Recount.TASK)).hasSize(1);
    applied = 0;
    runAll();
    assertThat(asked).hasSize(1);
  }

  @Test
  void anAdoptionThatAnotherReplacedIsLeftToThatOne() {
    opened(1);
    adopted();
    UUID last = adopted();
    UUID policy = adopted("policy", ADMIN, StatutoryRows.read());
    runAll();
    assertThat(tasks(Recount.DONE))
        .extracting(Recount::adoption)
        .containsExactlyInAnyOrder(last, policy);
  }

  @Test
  void theShippedPolicyCountsNothingAgain() {
    opened(1);
    adopted("policy", Actor.SYSTEM, StatutoryRows.read());
    assertThat(tasks(Recount.TASK)).isEmpty();
  }

  @Test
  void aTaskOfAnUnknownFormIsDropped() {
    scheduler.scheduleIfNotExists(new TaskInstance<>(Recount.TASK, "demo/1/2/3"), NOW);
    scheduler.runAnyDueExecutions();
    assertThat(asked).isEmpty();
    assertThat(database.client().sql("SELECT count(*) FROM " + TABLE).query(Long.class).single())
        .isZero();
  }

  @Test
  void whatCameOfItIsForgottenAfterAWhile() {
    adopted();
    runAll();
    assertThat(tasks(Recount.DONE)).hasSize(1);
    clock.set(clock.now().plus(Duration.ofDays(91)));
    scheduler.runAnyDueExecutions();
    assertThat(tasks(Recount.DONE)).isEmpty();
  }
}
