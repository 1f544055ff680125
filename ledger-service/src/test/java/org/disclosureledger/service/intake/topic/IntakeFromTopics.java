package org.disclosureledger.service.intake.topic;

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
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.disclosureledger.format.Origin;
import org.disclosureledger.service.kafka.TestBrokers;
import org.disclosureledger.service.kafka.TopicNames;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.disclosureledger.service.trace.Traces;
import org.disclosureledger.service.wire.ProblemType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real broker; what becomes of a message in the ledger is the test's to say. */
abstract class IntakeFromTopics {
  static final Duration PATIENCE = Duration.ofSeconds(90);
  static final TopicNames NAMES = new TopicNames("test");

  @TempDir static Path folder;
  static TestBrokers broker;
  static int used;

  final LedgerDescription ledger = another();
  final List<LedgerDescription> opened = new CopyOnWriteArrayList<>(List.of(ledger));

  final List<String> recorded = new CopyOnWriteArrayList<>();
  final Map<String, Integer> attempts = new ConcurrentHashMap<>();
  final MeterRegistry meters = new SimpleMeterRegistry();
  final List<TopicIntake> intakes = new ArrayList<>();

  static LedgerDescription another() {
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

  TopicIntake intake(IntakeRecorder recorder) {
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

  static @Nullable ProblemType taken() {
    return null;
  }

  String topic() {
    return NAMES.intake(ledger.name());
  }

  static ProducerRecord<String, byte[]> message(
      String topic, int partition, String id, String body) {
    var record =
        new ProducerRecord<>(topic, partition, "key", body.getBytes(StandardCharsets.UTF_8));
    header(record, "ce_id", id);
    header(record, "ce_source", "portal.example");
    header(record, "ce_type", IntakeMessage.TYPE);
    return record;
  }

  static void header(ProducerRecord<String, byte[]> record, String name, String value) {
    record.headers().remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  @SafeVarargs
  static void put(ProducerRecord<String, byte[]>... records) {
    try (Producer<String, byte[]> producer = TopicIntakeConfiguration.producer(broker.brokers())) {
      for (var record : records) {
        producer.send(record);
      }
    }
  }

  void awaitTopics() {
    await().atMost(PATIENCE).until(() -> topics().contains(TopicNames.deadLetters(topic())));
  }

  double messages(String outcome) {
    return meters.get("ledger.intake.messages").tag("outcome", outcome).counter().count();
  }

  static Set<String> topics() throws Exception {
    try (Admin admin = broker.brokers().admin()) {
      return admin.listTopics().names().get();
    }
  }

  static List<JsonNode> letters(String topic) {
    return broker.all(TopicNames.deadLetters(topic)).stream()
        .map(record -> JsonMapper.builder().build().readTree(record.value()))
        .toList();
  }

  static void awaitLetters(String topic, int count) {
    await()
        .atMost(PATIENCE)
        .until(() ->
            topics().contains(TopicNames.deadLetters(topic)) && letters(topic).size() >= count);
  }

  static void configure(String topic, Map<String, String> settings) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    List<AlterConfigOp> changes =
        settings.entrySet().stream()
            .map(each ->
                new AlterConfigOp(
                    new ConfigEntry(each.getKey(), each.getValue()), AlterConfigOp.OpType.SET))
            .toList();
    try (Admin admin = broker.brokers().admin()) {
      admin.incrementalAlterConfigs(Map.of(resource, changes)).all().get();
    }
  }
}
