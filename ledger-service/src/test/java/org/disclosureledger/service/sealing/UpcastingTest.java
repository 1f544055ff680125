package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.disclosureledger.format.EntryCodec;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.Upcaster;
import org.disclosureledger.service.projection.ProjectionDatabase;
import org.disclosureledger.service.projection.Projector;
import org.disclosureledger.service.trace.Traces;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A stream written over three versions of the service, read by the last. */
class UpcastingTest {
  private static final StreamId STREAM = SealingRig.stream("greeted");
  private static final EventJson JSON = new EventJson(new SecureRandom());

  @TempDir static Path keys;
  private static SealingRig rig;
  private static LedgerDescription ledger;
  private static JdbcEntryStore today;

  @BeforeAll
  static void writeAllVersions() {
    rig = new SealingRig(keys);
    ledger = rig.open("greeted");
    write(new GreetedFamily.V1("Chào buổi sáng", Committed.of("Nguyễn Văn Mẫu")));
    write(new GreetedFamily.V2("Chào buổi trưa", "VIA_AGENT", Committed.of("Trần Thị Mẫu")));
    write(
        new GreetedFamily.V3(
            "Chào buổi tối", "DIRECT", new GreetedFamily.Who(Committed.of("Lê Văn Mẫu"))));
    today = store(new EventTypes(List.of(GreetedFamily.today()), Set.of()));
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  /** As the version of the service did that wrote this version of the event. */
  private static void write(Object event) {
    EventTypes then =
        new EventTypes(
            List.of(() ->
                List.of(GreetedFamily.BOUND_V1, GreetedFamily.BOUND_V2, GreetedFamily.BOUND_V3)),
            Set.of());
    LedgerSealing sealing =
        new LedgerSealing(
            then, rig.json, rig.keys, rig.vault, rig.hmac, rig.clocks, rig.appender, Traces.NONE);
    Instant now = rig.clocks.now(ledger.name());
    EventHeader header = SealingRig.noted(ledger, STREAM, "", now).header();
    sealing.append(
        ledger, List.of(new UnsealedEvent(header, event)), rig.head(ledger, STREAM), null);
  }

  private static JdbcEntryStore store(EventTypes types) {
    return new JdbcEntryStore(
        rig.database.pooledWriter(),
        rig.database.ledgerReader(),
        rig.directory,
        new StoredRows(types, JSON));
  }

  private static List<StoredEvent> stream() {
    return today.stream(ledger.name(), STREAM);
  }

  private static GreetedFamily.V3 v3(StoredEvent event) {
    return (GreetedFamily.V3) Objects.requireNonNull(event.payload());
  }

  @Test
  void everyVersionIsReadAsTodays() {
    assertThat(stream())
        .extracting(event -> v3(event).greeting() + "/" + v3(event).route())
        .containsExactly(
            "Chào buổi sáng/DIRECT", "Chào buổi trưa/VIA_AGENT", "Chào buổi tối/DIRECT");
  }

  @Test
  void theEntryKeepsItsBytesAndItsType() {
    StoredEvent oldest = stream().getFirst();
    byte[] stored =
        JdbcClient.create(rig.database.writer())
            .sql("SELECT bytes FROM entry WHERE stream_id = :s AND sequence = 0")
            .param("s", STREAM.value())
            .query((row, n) -> row.getBytes(1))
            .single();

    assertThat(oldest.entry().bytes()).isEqualTo(stored);
    assertThat(oldest.header().type()).isEqualTo(GreetedFamily.BOUND_V1.type());
    assertThat(EntryCodec.parse(stored).payload().type()).isEqualTo(oldest.header().type());
    assertThat(new String(oldest.entry().payload().data(), StandardCharsets.UTF_8))
        .contains("\"text\"")
        .doesNotContain("route");
    rig.verifyAll();
  }

  @Test
  void committedMembersPassThroughUntouchedAndStillOpen() {
    SealedDisclosures vault = new SealedDisclosures(today, rig.directory, rig.vault);
    for (StoredEvent event : stream()) {
      assertThat(v3(event).who().name())
          .isEqualTo(new Committed.Digest<>(event.entry().slots().getFirst().digest()));
    }
    assertThat(vault.open(ledger.name(), stream().getFirst().header().leafIndex()))
        .containsEntry("/name", "\"Nguyễn Văn Mẫu\"");
  }

  @Test
  void anUpcasterThatTouchesACommittedMemberStopsTheReader() {
    Upcaster forgetful =
        Upcaster.of(
            "test.greeted",
            1,
            data -> {
              data.remove("name");
              return data.put("route", "DIRECT");
            });
    JdbcEntryStore store =
        store(
            new EventTypes(
                List.of(
                    GreetedFamily.catalogue(
                        List.of(GreetedFamily.BOUND_V3),
                        List.of(forgetful, GreetedFamily.V2_TO_V3))),
                Set.of()));

    assertThatThrownBy(() -> store.stream(ledger.name(), STREAM))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("changes a committed member");
    assertThatThrownBy(() -> store.after(-1, 100)).isInstanceOf(IllegalStateException.class);
  }

  /** Knows today's event only. */
  public static class Greetings {
    @AggregateIdentifier private String identifier = "greetings";
    private final List<String> heard = new ArrayList<>();

    @EventSourcingHandler
    void on(GreetedFamily.V3 greeted) {
      identifier = ledger.name() + ":" + STREAM.value();
      heard.add(identifier + " " + greeted.greeting() + "/" + greeted.route());
    }
  }

  @Test
  void axonSourcesAnAggregateFromAllVersions() {
    LedgerEventStorageEngine engine =
        new LedgerEventStorageEngine(
            today, rig.sealing(), JdbcClient.create(rig.database.writer()));
    EmbeddedEventStore events = EmbeddedEventStore.builder().storageEngine(engine).build();
    EventSourcingRepository<Greetings> repository =
        EventSourcingRepository.builder(Greetings.class).eventStore(events).build();
    DefaultUnitOfWork<GenericCommandMessage<String>> unit =
        DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("greet"));
    try {
      String identifier = ledger.name() + ":" + STREAM.value();
      List<String> heard = repository.load(identifier).invoke(aggregate -> aggregate.heard);
      assertThat(heard)
          .containsExactly(
              identifier + " Chào buổi sáng/DIRECT",
              identifier + " Chào buổi trưa/VIA_AGENT",
              identifier + " Chào buổi tối/DIRECT");
    } finally {
      unit.rollback();
      events.shutDown();
    }
  }

  /** One row an event, as today's class. */
  private static final class Greeted implements Projector {
    @Override
    public String name() {
      return "upcasting";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void apply(EventHeader header, @Nullable Object payload, JdbcClient db) {
      if (payload instanceof GreetedFamily.V3 greeted) {
        db.sql("INSERT INTO seen VALUES (:position, :type, :greeting, :route, :digest)")
            .param("position", header.position())
            .param("type", header.type())
            .param("greeting", greeted.greeting())
            .param("route", greeted.route())
            .param("digest", ((Committed.Digest<?>) greeted.who().name()).digest())
            .update();
      }
    }
  }

  private static List<String> seen(ProjectionDatabase database) {
    return database
        .client()
        .sql("SELECT type, greeting, route, digest FROM upcasting.seen ORDER BY position")
        .query((row, n) ->
            row.getString(1) + " " + row.getString(2) + "/" + row.getString(3) + row.getString(4))
        .list();
  }

  @Test
  void theFeedAndARebuildMakeTheSameRowsOfAllVersions() {
    try (ProjectionDatabase database = new ProjectionDatabase(List.of(ledger))) {
      database.fill(before(), new Greeted());
      database.deliver(today, new Greeted(), today.after(-1, 500));
      List<String> fed = seen(database);

      database.rebuild(today, new Greeted()).run("upcasting", (done, total) -> {});

      assertThat(fed).hasSize(3).isEqualTo(seen(database));
      assertThat(fed.getFirst())
          .startsWith("org.disclosureledger.test.greeted.v1 Chào buổi sáng/DIRECT")
          .endsWith(stream().getFirst().entry().slots().getFirst().digest());
    }
  }

  /** The ledger before anything was in it: the feed finds its tables made and empty. */
  private static EntryStore before() {
    return new EntryStore() {
      @Override
      public Optional<StoredEvent> entry(String name, long leafIndex) {
        return Optional.empty();
      }

      @Override
      public List<StoredEvent> stream(String name, StreamId subject) {
        return List.of();
      }

      @Override
      public List<StoredEvent> after(long position, int limit) {
        return List.of();
      }

      @Override
      public long headPosition() {
        return -1;
      }
    };
  }
}
