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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.deadline.ExampleCalendar;
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
import org.disclosureledger.service.sealing.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Recounts on a real PostgreSQL, by a clock that the test sets. */
abstract class RecountTaskDatabase {
  static final String LEDGER = "demo";
  static final Instant NOW = Instant.parse("2026-11-04T02:00:00Z");
  static final String TABLE = "tasks.scheduled_tasks";
  static final Actor ADMIN = Actor.of(new UUID(0x4000L, 0x8000_0000_0000_0001L));

  final ProjectionDatabase database =
      new ProjectionDatabase(List.of(SyntheticHistory.ledger(LEDGER)));
  private final MemoryEntryStore store = new MemoryEntryStore(List.of());
  final SettableClock clock = new SettableClock();

  /** Requests in their order, and what the domain says of each; absent where it moves. */
  final TreeSet<UUID> open = new TreeSet<>();

  final Map<UUID, RuntimeException> says = new HashMap<>();
  final List<UUID> asked = new ArrayList<>();
  final List<UUID> moved = new ArrayList<>();
  @Nullable UUID fails;
  long applied = Long.MAX_VALUE;

  /** Of whom somebody was told, and by which adoption. */
  final Set<String> told = new HashSet<>();

  /** Nobody can be told. */
  boolean untold;

  final Counter refused = new SimpleMeterRegistry().counter("refused");

  final ManualScheduler scheduler =
      (ManualScheduler)
          TestHelper.createManualScheduler(
                  database.writer(),
                  task().task(),
                  RecountTask.done(),
                  new LateRecountTask(
                          one(),
                          (ledger, request, adoption) -> tell(request + " " + adoption),
                          refused)
                      .task(),
                  LateRecountTask.done())
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

  private void tell(String what) {
    if (untold) {
      throw new IllegalStateException("no list of alerts, says the test");
    }
    told.add(what);
  }

  private RecountOne one() {
    CommandDispatcher dispatcher =
        (ledger, command, caller, key, expected) -> {
          UUID request = ((RecomputeDeadline) command.get()).requestId();
          assertThat(caller.actor().isSystem()).isTrue();
          if (request.equals(fails)) {
            throw new AssertionError("the process is gone, says the test");
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
    return new RecountOne(() -> dispatcher, store);
  }

  private RecountTask task() {
    return new RecountTask(
        one(),
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
        });
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

  UUID adopted(String stream, Actor by, Object payload) {
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

  UUID adopted() {
    return adopted("calendar", ADMIN, ExampleCalendar.year2026());
  }

  static UUID request(int number) {
    return new UUID(0x7000L, 0x0000_0000_0000_0000L + number);
  }

  void opened(int count) {
    for (int i = 1; i <= count; i++) {
      open.add(request(i));
    }
  }

  List<Recount> tasks(String name) {
    return database
        .client()
        .sql("SELECT task_instance FROM " + TABLE + " WHERE task_name = :name")
        .param("name", name)
        .query((row, n) -> Recount.parse(row.getString("task_instance")).orElseThrow())
        .list();
  }

  List<LateRecount> late(String name) {
    return database
        .client()
        .sql("SELECT task_instance FROM " + TABLE + " WHERE task_name = :name")
        .param("name", name)
        .query((row, n) -> LateRecount.parse(row.getString("task_instance")).orElseThrow())
        .list();
  }

  /** As often as it takes, twenty minutes each. */
  void runAll() {
    for (int i = 0;
        i < 20 && !(tasks(Recount.TASK).isEmpty() && late(LateRecount.TASK).isEmpty());
        i++) {
      later();
    }
  }

  /** All that is due twenty minutes later. */
  void later() {
    clock.set(clock.now().plus(Duration.ofMinutes(20)));
    scheduler.runAnyDueExecutions();
  }
}
