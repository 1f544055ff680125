package org.disclosureledger.service.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.disclosureledger.format.Entry;
import org.disclosureledger.format.EntryCodec;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.service.kafka.TestBrokers;
import org.disclosureledger.service.kafka.TopicNames;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.NotedLedgers;
import org.disclosureledger.service.sealing.Unguarded;
import org.disclosureledger.service.trace.Traces;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real broker and a real database; several ledgers, one publisher at a time. */
class PublicationTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final TopicNames NAMES = new TopicNames("test");

  @TempDir static Path folder;
  private static TestBrokers broker;
  private static NotedLedgers ledgers;
  private final List<Publisher> publishers = new ArrayList<>();

  @BeforeAll
  static void start() {
    broker = new TestBrokers(folder.resolve("kafka"));
    ledgers = new NotedLedgers(folder.resolve("keys"));
  }

  @AfterAll
  static void stop() {
    ledgers.close();
    broker.close();
  }

  @AfterEach
  void closePublishers() {
    publishers.forEach(Publisher::close);
  }

  private final Set<LedgerDescription> stopped = ConcurrentHashMap.newKeySet();

  private Publisher publisher() {
    PublicationStore store = new PublicationStore(ledgers.writer());
    Publisher publisher =
        new Publisher(
            ledgers.unpooled(),
            store,
            new LedgerRecords(NAMES),
            new LedgerTopics(broker.brokers(), NAMES, store),
            ledgers.directory(),
            new Unguarded() {
              @Override
              public boolean mayPublish(LedgerDescription ledger) {
                return !stopped.contains(ledger);
              }
            },
            ledgers.signal(),
            () -> PublicationConfiguration.producer(broker.brokers()),
            Traces.NONE);
    publishers.add(publisher);
    publisher.start();
    return publisher;
  }

  private static Published published(LedgerDescription ledger) {
    return new PublicationStore(ledgers.writer()).published(ledger.id());
  }

  private static void awaitPublished(LedgerDescription ledger) {
    long size = ledgers.size(ledger);
    await()
        .atMost(PATIENCE)
        .until(() -> published(ledger), reached -> reached.equals(new Published(size, size)));
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  /** First of each leaf alone, as every consumer has to read. */
  private static Map<Long, ConsumerRecord<String, byte[]>> once(LedgerDescription ledger) {
    Map<Long, ConsumerRecord<String, byte[]>> first = new TreeMap<>();
    Map<String, Long> newest = new HashMap<>();
    for (ConsumerRecord<String, byte[]> record : broker.all(NAMES.entries(ledger.name()))) {
      long leaf = Long.parseLong(header(record, "leaf-index"));
      if (first.putIfAbsent(leaf, record) == null) {
        assertThat(leaf).isGreaterThan(newest.getOrDefault(record.key(), -1L));
        newest.put(record.key(), leaf);
      }
    }
    return first;
  }

  private static void requireWhole(LedgerDescription ledger) {
    List<byte[]> entries = ledgers.entries(ledger);
    Map<Long, ConsumerRecord<String, byte[]>> first = once(ledger);
    assertThat(first).hasSize(entries.size());
    first.forEach(
        (leaf, record) -> assertThat(record.value()).isEqualTo(entries.get(leaf.intValue())));
    List<Long> sizes =
        broker.all(NAMES.checkpoints(ledger.name())).stream()
            .map(note -> Checkpoint.parse(SignedNote.parse(note.value()).text()).head().size())
            .distinct()
            .toList();
    assertThat(sizes).isSorted().endsWith((long) entries.size());
    assertThat(sizes)
        .isEqualTo(
            ledgers
                .writer()
                .sql("SELECT size FROM checkpoint WHERE ledger_id = :id ORDER BY size")
                .param("id", ledger.id())
                .query(Long.class)
                .list());
  }

  /** What a restored database holds is not told under the origin of the one that was lost. */
  @Test
  void aLedgerThatDoesNotGoOnFromItsHeadsIsNotPublished() {
    LedgerDescription restored = ledgers.open("restored");
    LedgerDescription other = ledgers.open("beside-restored");
    stopped.add(restored);
    publisher();
    ledgers.append(restored, "s-1", 1);
    ledgers.append(other, "s-1", 1);
    awaitPublished(other);
    ledgers.append(other, "s-1", 1);
    awaitPublished(other);
    assertThat(published(restored)).isEqualTo(Published.NOTHING);
    stopped.clear();
    awaitPublished(restored);
    requireWhole(restored);
  }

  /** Each call brings checkpoints, however many entries come meanwhile. */
  @Test
  void aBatchOfEntriesHasItsCheckpointsWithIt() {
    LedgerDescription ledger = ledgers.open("both");
    ledgers.append(ledger, "s-1", 2);
    PublicationStore store = new PublicationStore(ledgers.writer());
    new LedgerTopics(broker.brokers(), NAMES, store).ensure(ledger);
    try (var producer = PublicationConfiguration.producer(broker.brokers())) {
      new LedgerPublication(store, new LedgerRecords(NAMES), producer, Traces.NONE).next(ledger);
    }
    long size = ledgers.size(ledger);
    assertThat(published(ledger)).isEqualTo(new Published(size, size));
  }

  private static void loseEntries(LedgerDescription ledger) throws Exception {
    String topic = NAMES.entries(ledger.name());
    try (Admin admin = broker.brokers().admin()) {
      admin.deleteTopics(Set.of(topic)).all().get();
      await().atMost(PATIENCE).until(() -> !admin.listTopics().names().get().contains(topic));
    }
  }

  /**
   * A producer that does not know the partitions tells by the record's future that it is not sent;
   * what came behind it would stand before it for ever.
   */
  @Test
  void nothingIsSentBehindARecordThatWasNot() {
    LedgerDescription ledger = ledgers.open("cold");
    ledgers.append(ledger, "s-1", 4);
    PublicationStore store = new PublicationStore(ledgers.writer());
    new LedgerTopics(broker.brokers(), NAMES, store).ensure(ledger);
    AtomicInteger sent = new AtomicInteger();
    try (var real = PublicationConfiguration.producer(broker.brokers())) {
      @SuppressWarnings("unchecked")
      Producer<String, byte[]> cold =
          (Producer<String, byte[]>)
              Proxy.newProxyInstance(
                  Producer.class.getClassLoader(),
                  new Class<?>[] {Producer.class},
                  (proxy, method, arguments) ->
                      method.getName().equals("send") && sent.getAndIncrement() == 0
                          ? CompletableFuture.failedFuture(new TimeoutException("no metadata"))
                          : method.invoke(real, arguments));
      LedgerPublication publication =
          new LedgerPublication(store, new LedgerRecords(NAMES), cold, Traces.NONE);
      assertThatThrownBy(() -> publication.next(ledger)).isInstanceOf(KafkaException.class);
      assertThat(sent).as("the first alone").hasValue(1);
      assertThat(published(ledger)).isEqualTo(Published.NOTHING);
      publication.next(ledger);
    }
    awaitPublished(ledger);
    requireWhole(ledger);
  }

  /** Made by somebody else, or by us just before we died. */
  @Test
  void aTopicWithLessThanWasPublishedIsFilledFromTheBeginning() throws Exception {
    LedgerDescription ledger = ledgers.open("made-anew");
    Publisher first = publisher();
    for (int i = 0; i < 10; i++) {
      ledgers.append(ledger, "s-" + i, 1);
    }
    awaitPublished(ledger);
    first.close();
    loseEntries(ledger);
    try (Admin admin = broker.brokers().admin()) {
      var made =
          new NewTopic(NAMES.entries(ledger.name()), 2, (short) 1)
              .configs(Map.of("retention.ms", "-1"));
      admin.createTopics(Set.of(made)).all().get();
    }
    publisher();
    await()
        .atMost(PATIENCE)
        .until(() -> broker.all(NAMES.entries(ledger.name())).size() >= ledgers.size(ledger));
    awaitPublished(ledger);
    requireWhole(ledger);
  }

  @Test
  void everyEntryIsPublishedAsItStandsWithItsAttributesAndEachStreamInOrder() {
    LedgerDescription ledger = ledgers.open("attributes");
    publisher();
    for (int i = 0; i < 40; i++) {
      ledgers.append(ledger, "s-" + i % 7, 1 + i % 3);
    }
    awaitPublished(ledger);

    requireWhole(ledger);
    for (ConsumerRecord<String, byte[]> record : broker.all(NAMES.entries(ledger.name()))) {
      Entry entry = EntryCodec.parse(record.value());
      assertThat(record.key()).isEqualTo(entry.payload().subject().value());
      assertThat(header(record, "content-type")).isEqualTo("application/disclosure-entry+sd-jwt");
      assertThat(header(record, "ce_id")).isEqualTo(entry.payload().id().toString());
      assertThat(header(record, "ce_source")).isEqualTo(ledger.origin().value());
      assertThat(header(record, "ce_type")).isEqualTo(entry.payload().type());
      assertThat(header(record, "ce_streamsequence"))
          .isEqualTo(Long.toString(entry.payload().streamSequence()));
      assertThat(Long.parseLong(header(record, "position"))).isNotNegative();
      assertThat(record.timestamp()).isEqualTo(entry.payload().recordedTime().toEpochMilli());
    }
  }

  /** Between the brokers' word and ours: the same records once more, and no stream out of order. */
  @Test
  void whatACrashLeftUnwrittenIsPublishedAgain() {
    LedgerDescription ledger = ledgers.open("crash");
    ledgers.append(ledger, "a", 5);
    Publisher first = publisher();
    awaitPublished(ledger);
    first.close();
    long size = ledgers.size(ledger);
    ledgers
        .writer()
        .sql("UPDATE publication SET entries = 2, checkpoint = 0 WHERE ledger_id = :id")
        .param("id", ledger.id())
        .update();
    ledgers.append(ledger, "a", 3);
    publisher();
    awaitPublished(ledger);

    assertThat(broker.all(NAMES.entries(ledger.name()))).hasSize((int) (2 * size - 2 + 3));
    requireWhole(ledger);
  }

  @Test
  void twoPublishersPublishOnceAndTheOtherTakesOver() {
    LedgerDescription ledger = ledgers.open("two");
    Publisher one = publisher();
    publisher();
    ledgers.append(ledger, "a", 4);
    awaitPublished(ledger);
    one.close();
    ledgers.append(ledger, "b", 4);
    awaitPublished(ledger);
    assertThat(broker.all(NAMES.entries(ledger.name()))).hasSize((int) ledgers.size(ledger));
    requireWhole(ledger);
  }

  @Test
  void brokersThatAreAwayAreWaitedFor() {
    LedgerDescription ledger = ledgers.open("outage");
    ledgers.append(ledger, "a", 2);
    publisher();
    awaitPublished(ledger);
    broker.stop();
    ledgers.append(ledger, "a", 3);
    ledgers.append(ledger, "b", 3);
    broker.startAgain();
    awaitPublished(ledger);
    requireWhole(ledger);
  }

  @Test
  void aTopicThatIsNewGetsEverything() throws Exception {
    LedgerDescription ledger = ledgers.open("lost-topic");
    ledgers.append(ledger, "a", 6);
    Publisher first = publisher();
    awaitPublished(ledger);
    first.close();
    loseEntries(ledger);
    ledgers.append(ledger, "a", 1);
    publisher();
    await().atMost(PATIENCE).until(() -> published(ledger).entries() == ledgers.size(ledger));
    awaitPublished(ledger);
    requireWhole(ledger);
  }

  /** It would keep the last entry of each stream alone. */
  @Test
  void aCompactedTopicIsNotPublishedToAndHoldsUpNoOtherLedger() throws Exception {
    LedgerDescription bad = ledgers.open("compacted");
    LedgerDescription good = ledgers.open("kept");
    try (Admin admin = broker.brokers().admin()) {
      NewTopic compacted =
          new NewTopic(NAMES.entries(bad.name()), 1, (short) 1)
              .configs(Map.of("cleanup.policy", "compact"));
      admin.createTopics(Set.of(compacted)).all().get();
    }
    publisher();
    ledgers.append(bad, "a", 2);
    ledgers.append(good, "a", 2);
    awaitPublished(good);
    assertThat(published(bad)).isEqualTo(Published.NOTHING);
    assertThat(broker.all(NAMES.entries(bad.name()))).isEmpty();
  }

  @Test
  void aRowThatIsNotWhatWasSealedIsNeverPublished() {
    LedgerDescription bad = ledgers.open("tampered");
    LedgerDescription good = ledgers.open("sound");
    ledgers.append(bad, "a", 3);
    long leaf = ledgers.size(bad) - 2;
    ledgers
        .database()
        .tamper(
            "UPDATE entry SET bytes = set_byte(bytes, 300, get_byte(bytes, 300) # 1)"
                + " WHERE ledger_id = '%s' AND leaf_index = %d".formatted(bad.id(), leaf));
    publisher();
    ledgers.append(good, "a", 3);
    awaitPublished(good);
    Set<Long> leaves = new HashSet<>();
    broker
        .all(NAMES.entries(bad.name()))
        .forEach(record -> leaves.add(Long.parseLong(header(record, "leaf-index"))));
    assertThat(leaves).doesNotContain(leaf);
    assertThat(broker.all(NAMES.checkpoints(bad.name()))).isEmpty();
  }
}
