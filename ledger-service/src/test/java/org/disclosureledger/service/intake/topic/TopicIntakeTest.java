package org.disclosureledger.service.intake.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAccumulator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.disclosureledger.format.Origin;
import org.disclosureledger.service.kafka.TestBrokers;
import org.disclosureledger.service.kafka.TopicNames;
import org.disclosureledger.service.sealing.AppendRefused;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.disclosureledger.service.trace.Traces;
import org.disclosureledger.service.wire.ProblemType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real broker; what becomes of a message in the ledger is the test's to say. */
class TopicIntakeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final TopicNames NAMES = new TopicNames("test");

  @TempDir static Path folder;
  private static TestBrokers broker;
  private static int used;

  private final LedgerDescription ledger = another();
  private final List<LedgerDescription> opened = new CopyOnWriteArrayList<>(List.of(ledger));

  private final List<String> recorded = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> attempts = new ConcurrentHashMap<>();
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final List<TopicIntake> intakes = new ArrayList<>();

  private static LedgerDescription another() {
    int number = ++used;
    return new LedgerDescription(
        new UUID(7, number), "ledger-" + number, new Origin("ledger.example/l" + number), false);
  }

  @BeforeAll
  static void start() {
    broker = new TestBrokers(folder);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @AfterEach
  void closeIntakes() {
    intakes.forEach(TopicIntake::close);
  }

  private TopicIntake intake(IntakeRecorder recorder) {
    LedgerDirectory directory =
        new LedgerDirectory() {
          @Override
          public Optional<LedgerDescription> find(String name) {
            return all().stream().filter(each -> each.name().equals(name)).findFirst();
          }

          @Override
          public List<LedgerDescription> all() {
            return opened;
          }
        };
    TopicIntake intake =
        new TopicIntake(
            new IntakeTopics(broker.brokers(), NAMES, directory),
            NAMES,
            recorder,
            () -> TopicIntakeConfiguration.consumer(broker.brokers()),
            () -> TopicIntakeConfiguration.producer(broker.brokers()),
            Traces.NONE,
            new IntakeMeters(meters));
    intakes.add(intake);
    intake.start();
    return intake;
  }

  private static @Nullable ProblemType taken() {
    return null;
  }

  private String topic() {
    return NAMES.intake(ledger.name());
  }

  private static ProducerRecord<String, byte[]> message(
      String topic, int partition, String id, String body) {
    var record =
        new ProducerRecord<>(topic, partition, "key", body.getBytes(StandardCharsets.UTF_8));
    header(record, "ce_id", id);
    header(record, "ce_source", "portal.example");
    header(record, "ce_type", IntakeMessage.TYPE);
    return record;
  }

  private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
    record.headers().remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  @SafeVarargs
  private static void put(ProducerRecord<String, byte[]>... records) {
    try (Producer<String, byte[]> producer = TopicIntakeConfiguration.producer(broker.brokers())) {
      for (var record : records) {
        producer.send(record);
      }
    }
  }

  private void awaitTopics() {
    await().atMost(PATIENCE).until(() -> topics().contains(TopicNames.deadLetters(topic())));
  }

  private double messages(String outcome) {
    return meters.get("ledger.intake.messages").tag("outcome", outcome).counter().count();
  }

  private static Set<String> topics() throws Exception {
    try (Admin admin = broker.brokers().admin()) {
      return admin.listTopics().names().get();
    }
  }

  private static List<JsonNode> letters(String topic) {
    return broker.all(TopicNames.deadLetters(topic)).stream()
        .map(record -> JsonMapper.builder().build().readTree(record.value()))
        .toList();
  }

  private static void awaitLetters(String topic, int count) {
    await()
        .atMost(PATIENCE)
        .until(() ->
            topics().contains(TopicNames.deadLetters(topic)) && letters(topic).size() >= count);
  }

  @Test
  void eachMessageIsTakenOnceInItsOrderAndItsOffsetCommitted() throws Exception {
    intake((name, message) -> {
      recorded.add(name + " " + message.key());
      return taken();
    });
    awaitTopics();
    put(message(topic(), 0, "a", "{}"), message(topic(), 0, "b", "{}"));
    await().atMost(PATIENCE).until(() -> recorded.size() == 2);
    assertThat(recorded)
        .containsExactly(ledger.name() + " a#portal.example", ledger.name() + " b#portal.example");
    TopicPartition partition = new TopicPartition(topic(), 0);
    try (Admin admin = broker.brokers().admin()) {
      await()
          .atMost(PATIENCE)
          .until(() -> {
            var offset =
                admin
                    .listConsumerGroupOffsets("test.intake")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(partition);
            return offset != null && offset.offset() == 2;
          });
    }
  }

  @Test
  void whatCannotBeTakenNowHoldsItsOwnPartitionAndKeepsItsOrder() {
    LongAccumulator heldMost = new LongAccumulator(Math::max, 0);
    intake((name, message) -> {
      if (message.id().equals("slow") && attempts.merge("slow", 1, Integer::sum) < 7) {
        heldMost.accumulate((long) meters.get("ledger.intake.held").gauge().value());
        throw new AppendRefused(AppendRefused.Rule.BUSY, "test");
      }
      recorded.add(message.id());
      return taken();
    });
    awaitTopics();
    put(
        message(topic(), 0, "slow", "{}"),
        message(topic(), 0, "behind", "{}"),
        message(topic(), 1, "beside", "{}"));
    await().atMost(PATIENCE).until(() -> recorded.size() == 3);
    assertThat(recorded).containsExactly("beside", "slow", "behind");
    assertThat(attempts).containsEntry("slow", 7);
    await().atMost(PATIENCE).until(() -> meters.get("ledger.intake.held").gauge().value() == 0);
    assertThat(heldMost.get()).as("partitions held at once").isOne();
    assertThat(letters(topic())).isEmpty();
  }

  @Test
  void aMessageThatAlwaysFailsBecomesADeadLetterAndTheNextIsTaken() {
    intake((name, message) -> {
      if (message.id().equals("poison")) {
        if (attempts.merge("poison", 1, Integer::sum) % 2 == 0) {
          throw new StackOverflowError("Nguyễn Văn Ví Dụ");
        }
        throw new IllegalStateException("Nguyễn Văn Ví Dụ");
      }
      recorded.add(message.id());
      return taken();
    });
    awaitTopics();
    put(message(topic(), 2, "poison", "{}"), message(topic(), 2, "next", "{}"));
    awaitLetters(topic(), 1);
    await().atMost(PATIENCE).until(() -> recorded.equals(List.of("next")));
    assertThat(attempts).containsEntry("poison", 5);
    assertThat(messages("refused")).isOne();
    assertThat(messages("taken")).isOne();
    assertThat(letters(topic()))
        .singleElement()
        .satisfies(letter -> {
          assertThat(letter.propertyNames())
              .containsExactly("id", "topic", "partition", "offset", "problem");
          assertThat(letter.path("problem").asString()).isEqualTo("internal");
          assertThat(letter.path("offset").asLong()).isZero();
        });
  }

  @Test
  void whatIsNoMessageBecomesADeadLetterWithItsReason() {
    intake((name, message) -> {
      recorded.add(message.id());
      return taken();
    });
    awaitTopics();
    var withoutId = message(topic(), 0, "x", "{}");
    withoutId.headers().remove("ce_id");
    var longId = message(topic(), 0, "i".repeat(101), "{}");
    var foreignId = message(topic(), 0, "Nguyễn", "{}");
    var otherType = message(topic(), 0, "other", "{}");
    header(otherType, "ce_type", "org.disclosureledger.intake.request.v9");
    var nothing = new ProducerRecord<String, byte[]>(topic(), 0, "key", null, otherType.headers());
    var body = message(topic(), 0, "none", "");
    var empty = new ProducerRecord<String, byte[]>(topic(), 0, "key", null, body.headers());
    put(withoutId, longId, foreignId, otherType, nothing, empty, message(topic(), 0, "last", "{}"));
    awaitLetters(topic(), 6);
    await().atMost(PATIENCE).until(() -> recorded.equals(List.of("last")));
    assertThat(letters(topic()))
        .extracting(
            letter -> letter.path("id").asString("-") + " " + letter.path("problem").asString())
        .containsExactly(
            "- invalid-idempotency-key",
            "- invalid-idempotency-key",
            "- invalid-idempotency-key",
            "other unknown-message-type",
            "other unknown-message-type",
            "none malformed-json");
  }

  @Test
  void aTopicOfNoLedgerIsAnsweredToo() throws Exception {
    String stranger = NAMES.intake("nobody-" + used);
    try (Admin admin = broker.brokers().admin()) {
      admin.createTopics(Set.of(new NewTopic(stranger, 1, (short) 1))).all().get();
    }
    put(message(stranger, 0, "m1", "{}"));
    intake((name, message) -> {
      recorded.add(message.id());
      return taken();
    });
    awaitLetters(stranger, 1);
    assertThat(letters(stranger).getFirst().path("problem").asString())
        .isEqualTo("ledger-not-found");
    assertThat(recorded).isEmpty();
  }

  @Test
  void aLedgerThatWasOpenedJustNowIsNobodysStranger() throws Exception {
    intake((name, message) -> {
      recorded.add(name);
      return taken();
    });
    awaitTopics();
    put(message(topic(), 0, "m1", "{}"));
    await().atMost(PATIENCE).until(() -> recorded.size() == 1);
    LedgerDescription late = another();
    try (Admin admin = broker.brokers().admin()) {
      NewTopic own =
          new NewTopic(NAMES.intake(late.name()), 1, (short) 1)
              .configs(
                  Map.of(
                      "retention.ms", "518400000",
                      "segment.ms", "86400000",
                      "message.timestamp.type", "LogAppendTime"));
      admin.createTopics(Set.of(own)).all().get();
    }
    opened.add(late);
    put(message(NAMES.intake(late.name()), 0, "m2", "{}"));
    await().atMost(PATIENCE).until(() -> recorded.equals(List.of(ledger.name(), late.name())));
    assertThat(letters(NAMES.intake(late.name()))).isEmpty();
  }

  /** Names and identifiers would stand in it in clear for longer than seven days. */
  @Test
  void aTopicThatIsKeptForTooLongIsNotTakenFromUntilItIsMended() throws Exception {
    try (Admin admin = broker.brokers().admin()) {
      NewTopic kept =
          new NewTopic(topic(), 1, (short) 1).configs(Map.of("retention.ms", "604800001"));
      admin.createTopics(Set.of(kept)).all().get();
    }
    put(message(topic(), 0, "m1", "{}"));
    TopicIntake first =
        intake((name, message) -> {
          recorded.add(message.id());
          return taken();
        });
    // Another ledger-less topic is dealt with meanwhile, so the intake is at work.
    String stranger = NAMES.intake("stranger-" + used);
    try (Admin admin = broker.brokers().admin()) {
      admin.createTopics(Set.of(new NewTopic(stranger, 1, (short) 1))).all().get();
    }
    put(message(stranger, 0, "m1", "{}"));
    awaitLetters(stranger, 1);
    assertThat(recorded).isEmpty();
    first.close();
    try (Admin admin = broker.brokers().admin()) {
      var entries =
          Map.of(
              "retention.ms", "518400000",
              "segment.ms", "86400000",
              "message.timestamp.type", "LogAppendTime");
      admin
          .incrementalAlterConfigs(
              Map.of(
                  new org.apache.kafka.common.config.ConfigResource(
                      org.apache.kafka.common.config.ConfigResource.Type.TOPIC, topic()),
                  entries.entrySet().stream()
                      .map(each ->
                          new org.apache.kafka.clients.admin.AlterConfigOp(
                              new org.apache.kafka.clients.admin.ConfigEntry(
                                  each.getKey(), each.getValue()),
                              org.apache.kafka.clients.admin.AlterConfigOp.OpType.SET))
                      .toList()))
          .all()
          .get();
    }
    intake((name, message) -> {
      recorded.add(message.id());
      return taken();
    });
    await().atMost(PATIENCE).until(() -> recorded.equals(List.of("m1")));
  }

  @Test
  void whatWasNotCommittedComesAgainAfterARestart() {
    TopicIntake first =
        intake((name, message) -> {
          attempts.merge(message.id(), 1, Integer::sum);
          throw new AppendRefused(AppendRefused.Rule.OUTCOME_UNKNOWN, "test");
        });
    awaitTopics();
    put(message(topic(), 0, "again", "{}"));
    await().atMost(PATIENCE).until(() -> attempts.containsKey("again"));
    first.close();
    intake((name, message) -> {
      recorded.add(message.id());
      return taken();
    });
    await().atMost(PATIENCE).until(() -> recorded.equals(List.of("again")));
  }
}
