package org.disclosureledger.service.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.projection.MemoryEntryStore;
import org.disclosureledger.service.projection.ProjectionDatabase;
import org.disclosureledger.service.projection.ProjectionRebuild;
import org.disclosureledger.service.projection.Projector;
import org.disclosureledger.service.projection.SyntheticHistory;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RegisterRebuildTest {
  private static final Instant START = Instant.parse("2026-07-01T00:00:00Z");
  private static final LedgerDescription LEDGER = SyntheticHistory.ledger("north");
  private static final String DUMP =
      """
      SELECT coalesce(string_agg(t, E'\\n' ORDER BY t), '')
      FROM (SELECT r::text AS t FROM register.request r
            UNION ALL SELECT i::text FROM register.item i
            UNION ALL SELECT 'applied ' || position FROM register.applied) rows\
      """;

  private final long seed = new Random().nextLong();
  private final List<StoredEvent> events =
      new SyntheticHistory(seed, START).run("north", 900).events();
  private final ProjectionDatabase database = new ProjectionDatabase(List.of(LEDGER));

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aRebuildWhileOthersWriteAndReadEndsWithTheSameRows() throws Exception {
    System.out.println("rebuild while writing: seed " + seed);
    database.number(events);
    RegisterProjector projector = new RegisterProjector();
    int half = events.size() / 2;
    MemoryEntryStore store = new MemoryEntryStore(events.subList(0, half));
    database.fill(store, projector);
    RegisterQuery query = new RegisterQuery(database.reader());
    AtomicBoolean written = new AtomicBoolean();
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger reads = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> writer =
          threads.submit(() -> {
            for (int i = half; i < events.size(); i++) {
              store.add(events.get(i));
              database.deliver(store, projector, List.of(events.get(i)));
            }
            written.set(true);
          });
      Future<?> reader =
          threads.submit(() -> {
            long before = 0;
            while (!over.get()) {
              long now =
                  database
                      .reader()
                      .in(
                          LEDGER.id(),
                          db ->
                              db.sql("SELECT count(*) FROM register.request")
                                  .query(Long.class)
                                  .single());
              assertThat(now).as("rows never vanish").isGreaterThanOrEqualTo(before);
              before = now;
              assertThat(query.page(LEDGER, RegisterFilter.ALL, RegisterSort.DUE, null, 5))
                  .isPresent();
              reads.incrementAndGet();
            }
          });
      int rebuilds = 0;
      do {
        database.rebuild(store, projector).run("register", (done, total) -> {});
        rebuilds++;
      } while (!written.get());
      writer.get(2, TimeUnit.MINUTES);
      over.set(true);
      reader.get(1, TimeUnit.MINUTES);
      assertThat(rebuilds).isPositive();
      assertThat(reads).hasPositiveValue();
    } finally {
      over.set(true);
    }
    String rows = dump(database);
    try (ProjectionDatabase fresh = new ProjectionDatabase(List.of(LEDGER))) {
      fresh.fill(new MemoryEntryStore(events), projector);
      assertThat(rows).as("seed " + seed).isEqualTo(dump(fresh));
    }
    assertThat(schemas()).containsExactly("register");
  }

  @Test
  void aRebuildThatDiesLeavesTheOldServingAndTheNextOneSucceeds() {
    RegisterProjector projector = new RegisterProjector();
    MemoryEntryStore store = new MemoryEntryStore(events);
    database.fill(store, projector);
    String before = dump(database);
    ProjectionRebuild rebuild = database.rebuild(store, projector);
    assertThatThrownBy(() ->
            rebuild.run(
                "register",
                (done, total) -> {
                  throw new IllegalStateException("killed");
                }))
        .hasMessage("killed");
    assertThat(schemas()).containsExactly("register", "register_next");
    assertThat(dump(database)).isEqualTo(before);

    rebuild.run("register", (done, total) -> {});
    assertThat(schemas()).containsExactly("register");
    assertThat(dump(database)).isEqualTo(before);
  }

  @Test
  void twoRebuildsOfOneProjectionAtATimeAreRefused() {
    RegisterProjector projector = new RegisterProjector();
    MemoryEntryStore store = new MemoryEntryStore(events.subList(0, 10));
    database.fill(store, projector);
    AtomicInteger refused = new AtomicInteger();
    database
        .rebuild(store, projector)
        .run(
            "register",
            (done, total) -> {
              assertThatThrownBy(
                      () -> database.rebuild(store, projector).run("register", (d, t) -> {}))
                  .hasMessageContaining("another process rebuilds register");
              refused.incrementAndGet();
            });
    assertThat(refused).hasPositiveValue();
    assertThat(schemas()).containsExactly("register");
  }

  @Test
  void aNewVersionOfTheProjectionIsRebuiltBeforeItIsFed() {
    MemoryEntryStore store = new MemoryEntryStore(events.subList(0, 40));
    database.fill(store, new RegisterProjector());
    String before = dump(database);
    database.client().sql("UPDATE register.request SET state = 'STALE'").update();
    database.fill(store, new RegisterProjector());
    assertThat(dump(database)).as("the same version stays as it is").isNotEqualTo(before);

    database.fill(store, new NextVersion(new RegisterProjector()));
    assertThat(dump(database)).isEqualTo(before);
  }

  @Test
  void progressReachesItsTotal() {
    MemoryEntryStore store = new MemoryEntryStore(events);
    database.fill(store, new RegisterProjector());
    long[] last = new long[2];
    database
        .rebuild(store, new RegisterProjector())
        .run(
            "register",
            (done, total) -> {
              assertThat(done).isGreaterThanOrEqualTo(last[0]);
              last[0] = done;
              last[1] = total;
            });
    assertThat(last).containsExactly(events.size(), events.size());
  }

  @Test
  void anUnknownNameIsSaidWithTheKnownOnes() {
    ProjectionRebuild rebuild =
        database.rebuild(new MemoryEntryStore(List.of()), new RegisterProjector());
    assertThatThrownBy(() -> rebuild.run("registre", (done, total) -> {}))
        .hasMessage("no projection is named so; there are [register]");
  }

  private static String dump(ProjectionDatabase of) {
    return of.client().sql(DUMP).query(String.class).single();
  }

  private List<String> schemas() {
    return database
        .client()
        .sql("SELECT nspname::text FROM pg_namespace WHERE nspname LIKE 'register%' ORDER BY 1")
        .query((row, n) -> row.getString(1))
        .list();
  }

  private record NextVersion(Projector projector) implements Projector {
    @Override
    public String name() {
      return projector.name();
    }

    @Override
    public int version() {
      return projector.version() + 1;
    }

    @Override
    public void apply(EventHeader header, @Nullable Object payload, JdbcClient db) {
      projector.apply(header, payload, db);
    }
  }
}
