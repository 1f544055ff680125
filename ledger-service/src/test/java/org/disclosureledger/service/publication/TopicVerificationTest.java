package org.disclosureledger.service.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.service.kafka.KafkaSettings;
import org.disclosureledger.service.kafka.TestBrokers;
import org.disclosureledger.service.kafka.TopicNames;
import org.disclosureledger.service.kafka.Topics;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.NotedLedgers;
import org.disclosureledger.service.trace.Traces;
import org.disclosureledger.verifier.check.LedgerVerifier;
import org.disclosureledger.verifier.check.Progress;
import org.disclosureledger.verifier.check.TrustPolicy;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Findings;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.VerificationReport;
import org.disclosureledger.verifier.source.DirectorySource;
import org.disclosureledger.verifier.topic.TopicAddress;
import org.disclosureledger.verifier.topic.TopicLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The verifier on topics of a real broker: as they were published, and as somebody would have them
 * instead, each time copied record by record with one thing changed.
 */
class TopicVerificationTest {
  private static final int ENTRIES = 600;
  private static final TopicNames NAMES = new TopicNames("test");
  private static final Set<Grade> REQUIRED =
      Set.of(Grade.ENTRIES, Grade.STREAMS, Grade.TREE, Grade.HEAD);

  @TempDir static Path folder;
  private static TestBrokers broker;
  private static TrustPolicy policy;
  private static LedgerDescription ledger;
  private static List<ConsumerRecord<String, byte[]>> entries;
  private static List<ConsumerRecord<String, byte[]>> notes;
  private static int copies;

  @BeforeAll
  static void publish() throws Exception {
    broker = new TestBrokers(folder.resolve("kafka"));
    try (NotedLedgers ledgers = new NotedLedgers(folder.resolve("keys"))) {
      ledger = ledgers.open("topics_of~one");
      for (int i = 0; ledgers.size(ledger) < ENTRIES; i++) {
        ledgers.append(ledger, "s-" + i % 11, 1 + i % 40);
      }
      PublicationStore store = new PublicationStore(ledgers.writer());
      try (Producer<String, byte[]> producer =
          PublicationConfiguration.producer(broker.brokers())) {
        new LedgerTopics(broker.brokers(), NAMES, store).ensure(ledger);
        LedgerPublication publication =
            new LedgerPublication(store, new LedgerRecords(NAMES), producer, Traces.NONE);
        await().atMost(Duration.ofMinutes(1)).until(() -> !publication.next(ledger));
      }
      Path file = folder.resolve("policy.txt");
      String key =
          ledgers
              .writer()
              .sql("SELECT checkpoint_key FROM ledger_head WHERE ledger_id = :id")
              .param("id", ledger.id())
              .query(String.class)
              .single();
      Files.writeString(file, "log " + key + "\nquorum none\n");
      policy = TrustPolicy.load(file, null);
    }
    entries = broker.all(NAMES.entries(ledger.name()));
    notes = broker.all(NAMES.checkpoints(ledger.name()));
    assertThat(entries).hasSizeGreaterThanOrEqualTo(ENTRIES);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  /** Both topics under another prefix. */
  private static VerificationReport verifyCopy(
      List<ProducerRecord<String, byte[]>> someEntries,
      List<ProducerRecord<String, byte[]>> someNotes)
      throws Exception {
    String prefix = "copy-" + ++copies;
    TopicNames names = new TopicNames(prefix);
    String servers = broker.brokers().servers();
    try (var admin = broker.brokers().admin();
        Producer<String, byte[]> producer = PublicationConfiguration.producer(broker.brokers())) {
      Topics topics =
          new Topics(admin, new KafkaSettings(servers, false, 0, prefix, 3, -1, false, Map.of()));
      topics.ensure(names.entries(ledger.name()), 3, -1);
      topics.ensure(names.checkpoints(ledger.name()), 1, -1);
      for (var record : someEntries) {
        producer.send(copy(record, names.entries(ledger.name())));
      }
      for (var record : someNotes) {
        producer.send(copy(record, names.checkpoints(ledger.name())));
      }
    }
    return verify(new TopicAddress(servers, ledger.name(), prefix));
  }

  private static ProducerRecord<String, byte[]> copy(
      ProducerRecord<String, byte[]> record, String topic) {
    return new ProducerRecord<>(
        topic, record.partition(), record.key(), record.value(), record.headers());
  }

  private static VerificationReport verify(TopicAddress address) throws Exception {
    Findings findings = new Findings();
    try (TopicLedger copy =
        TopicLedger.read(address, Map.of(), Duration.ZERO, findings, Progress.NONE)) {
      return new LedgerVerifier()
          .verify(
              new DirectorySource(copy.directory(), address.toString()),
              new LedgerVerifier.Options(policy, null, REQUIRED),
              Progress.NONE,
              findings);
    }
  }

  private static List<ProducerRecord<String, byte[]>> same(
      List<ConsumerRecord<String, byte[]>> records) {
    List<ProducerRecord<String, byte[]>> copies = new ArrayList<>();
    records.forEach(record ->
        copies.add(
            new ProducerRecord<>(
                "", record.partition(), record.key(), record.value(), record.headers())));
    return copies;
  }

  private static ProducerRecord<String, byte[]> with(
      ProducerRecord<String, byte[]> record, byte[] value, String header, String text) {
    var changed = new ProducerRecord<>("", record.partition(), record.key(), value);
    record.headers().forEach(each -> changed.headers().add(each));
    changed.headers().remove(header).add(header, text.getBytes(StandardCharsets.UTF_8));
    return changed;
  }

  private static String leaf(ProducerRecord<String, byte[]> record) {
    return new String(record.headers().lastHeader("leaf-index").value(), StandardCharsets.UTF_8);
  }

  private static Set<String> rules(VerificationReport report) {
    Set<String> rules = new TreeSet<>();
    report.findings().stream().map(Finding::rule).forEach(rules::add);
    return rules;
  }

  /** The middle one, which is no partition's first or last. */
  private static int middle() {
    return entries.size() / 2;
  }

  /** Another character of base64's alphabet within the signature: still well formed. */
  private static byte[] flipped(byte[] bytes) {
    return withAt(bytes, bytes[bytes.length - 20] == 'A' ? 'B' : 'A');
  }

  private static byte[] withAt(byte[] bytes, char character) {
    byte[] other = bytes.clone();
    other[other.length - 20] = (byte) character;
    return other;
  }

  /** The verifier runs by the hour, and nobody stops the ledger for it. */
  @Test
  void aLedgerThatIsPublishedMeanwhileIsWholeAtEveryMoment() throws Exception {
    String prefix = "live-" + ++copies;
    TopicNames names = new TopicNames(prefix);
    String servers = broker.brokers().servers();
    KafkaSettings settings = new KafkaSettings(servers, false, 0, prefix, 3, -1, false, Map.of());
    try (var admin = broker.brokers().admin()) {
      Topics topics = new Topics(admin, settings);
      topics.ensure(names.entries(ledger.name()), 3, -1);
      topics.ensure(names.checkpoints(ledger.name()), 1, -1);
    }
    List<ProducerRecord<String, byte[]>> left = new ArrayList<>(same(entries));
    left.sort(Comparator.comparingLong(record -> Long.parseLong(leaf(record))));
    CountDownLatch begun = new CountDownLatch(5);
    AtomicBoolean over = new AtomicBoolean();
    Thread writer =
        Thread.ofPlatform()
            .start(() -> {
              try (Producer<String, byte[]> producer =
                  PublicationConfiguration.producer(broker.brokers())) {
                for (ProducerRecord<String, byte[]> note : same(notes)) {
                  long size = Checkpoint.parse(SignedNote.parse(note.value()).text()).head().size();
                  while (!left.isEmpty() && Long.parseLong(leaf(left.getFirst())) < size) {
                    producer.send(copy(left.removeFirst(), names.entries(ledger.name())));
                  }
                  producer.flush();
                  producer.send(copy(note, names.checkpoints(ledger.name())));
                  begun.countDown();
                }
              } finally {
                over.set(true);
              }
            });
    begun.await();
    int seen = 0;
    boolean last;
    do {
      last = over.get();
      Findings findings = new Findings();
      try (TopicLedger copy =
          TopicLedger.read(
              new TopicAddress(servers, ledger.name(), prefix),
              Map.of(),
              TopicLedger.PATIENCE,
              findings,
              Progress.NONE)) {
        VerificationReport report =
            new LedgerVerifier()
                .verify(
                    new DirectorySource(copy.directory(), prefix),
                    new LedgerVerifier.Options(policy, null, REQUIRED),
                    Progress.NONE,
                    findings);
        assertThat(rules(report)).as("reading %d", seen).isEmpty();
      }
      seen++;
    } while (!last);
    writer.join();
    assertThat(seen).isGreaterThan(1);
  }

  @Test
  void whatIsPublishedIsAWholeLedger() throws Exception {
    VerificationReport report =
        verify(
            TopicAddress.parse(
                "kafka:" + broker.brokers().servers() + "/" + ledger.name(), "test"));
    assertThat(report.exitCode()).as(report.findings().toString()).isZero();
    assertThat(report.size()).isGreaterThanOrEqualTo(ENTRIES);
  }

  @Test
  void aCopyOfItVerifiesTooAndSoDoesOneWithRecordsTwice() throws Exception {
    assertThat(verifyCopy(same(entries), same(notes)).exitCode()).isZero();
    List<ProducerRecord<String, byte[]>> twice = same(entries);
    twice.addAll(same(entries.subList(10, 200)));
    List<ProducerRecord<String, byte[]>> notesTwice = same(notes);
    notesTwice.addAll(same(notes.subList(1, 3)));
    assertThat(rules(verifyCopy(twice, notesTwice))).isEmpty();
    List<ProducerRecord<String, byte[]>> ended = same(notes);
    ended.add(with(same(notes).getLast(), notes.getLast().value(), "successor", "next"));
    assertThat(rules(verifyCopy(same(entries), ended))).as("a ledger that ended").isEmpty();
  }

  @Test
  void anEntryThatIsDeletedIsMissed() throws Exception {
    List<ProducerRecord<String, byte[]>> some = same(entries);
    some.remove(middle());
    VerificationReport report = verifyCopy(some, same(notes));
    assertThat(rules(report)).contains("topic-entry-missing");
    assertThat(report.exitCode()).isEqualTo(1);
  }

  @Test
  void entriesThatChangedPlacesAreSeen() throws Exception {
    List<ProducerRecord<String, byte[]>> some = same(entries);
    int one = middle();
    int other = one + 1;
    while (!some.get(one).partition().equals(some.get(other).partition())) {
      one++;
      other++;
    }
    ProducerRecord<String, byte[]> moved = some.remove(one);
    some.add(other, moved);
    assertThat(rules(verifyCopy(some, same(notes)))).containsExactly("topic-order");
  }

  @Test
  void anAlteredEntryIsSeen() throws Exception {
    List<ProducerRecord<String, byte[]>> some = same(entries);
    ProducerRecord<String, byte[]> record = some.get(middle());
    some.set(middle(), with(record, flipped(record.value()), "leaf-index", leaf(record)));
    assertThat(rules(verifyCopy(some, same(notes)))).contains("entry-signature", "tree-root");
    byte[] malformed = withAt(record.value(), '{');
    some.set(middle(), with(record, malformed, "leaf-index", leaf(record)));
    assertThat(rules(verifyCopy(some, same(notes)))).contains("base64url", "tree-root");
  }

  @Test
  void aForgedRecordOfAKnownLeafIsSeenBeforeAndBehindTheTrueOne() throws Exception {
    List<ProducerRecord<String, byte[]>> behind = same(entries);
    ProducerRecord<String, byte[]> record = behind.get(middle());
    behind.add(with(record, flipped(record.value()), "leaf-index", leaf(record)));
    assertThat(rules(verifyCopy(behind, same(notes)))).containsExactly("topic-entry-differs");
    List<ProducerRecord<String, byte[]>> before = same(entries);
    before.add(middle(), with(record, flipped(record.value()), "leaf-index", leaf(record)));
    assertThat(rules(verifyCopy(before, same(notes))))
        .contains("topic-entry-differs", "entry-signature");
  }

  @Test
  void aForgedEntryBehindAllIsSeen() throws Exception {
    List<ProducerRecord<String, byte[]>> some = same(entries);
    ProducerRecord<String, byte[]> record = some.get(middle());
    String next = Integer.toString(entries.size());
    some.add(with(record, flipped(record.value()), "leaf-index", next));
    assertThat(rules(verifyCopy(some, same(notes)))).containsExactly("topic-entry-uncovered");
  }

  @Test
  void recordsThatDoNotSayWhatTheyAreAreSeen() throws Exception {
    for (String index : List.of("", "-1", "01", "x", "9999999999999999", "4294967296")) {
      List<ProducerRecord<String, byte[]>> some = same(entries);
      ProducerRecord<String, byte[]> record = some.get(middle());
      some.add(with(record, record.value(), "leaf-index", index));
      assertThat(rules(verifyCopy(some, same(notes)))).as(index).containsExactly("topic-record");
    }
    List<ProducerRecord<String, byte[]>> large = same(entries);
    large.add(with(large.get(0), new byte[65_536], "leaf-index", "0"));
    large.add(new ProducerRecord<>("", 0, "key", large.get(0).value()));
    large.add(with(large.get(0), new byte[0], "leaf-index", "0"));
    VerificationReport report = verifyCopy(large, same(notes));
    assertThat(rules(report)).containsExactly("topic-record");
    assertThat(report.findings()).hasSize(3);
  }

  @Test
  void checkpointsOutOfOrderOrSaidTwiceInOtherWordsAreSeen() throws Exception {
    List<ProducerRecord<String, byte[]>> moved = same(notes);
    moved.add(moved.remove(1));
    assertThat(rules(verifyCopy(same(entries), moved))).containsExactly("topic-checkpoint-order");
    List<ProducerRecord<String, byte[]>> forged = same(notes);
    String size =
        new String(notes.get(2).headers().lastHeader("size").value(), StandardCharsets.UTF_8);
    forged.add(with(forged.get(2), notes.get(3).value(), "size", size));
    assertThat(rules(verifyCopy(same(entries), forged)))
        .containsExactly("topic-checkpoint-differs");
    List<ProducerRecord<String, byte[]>> replaced = same(notes);
    replaced.set(2, with(forged.get(2), flipped(notes.get(2).value()), "size", size));
    assertThat(verifyCopy(same(entries), replaced).exitCode()).isEqualTo(1);
  }

  @Test
  void withoutItsNewestCheckpointTheEntriesBehindStandUncovered() throws Exception {
    List<ProducerRecord<String, byte[]>> fewer = same(notes);
    fewer.removeLast();
    assertThat(rules(verifyCopy(same(entries), fewer))).containsExactly("topic-entry-uncovered");
    assertThat(verifyCopy(same(entries), List.of()).exitCode()).isEqualTo(2);
  }
}
