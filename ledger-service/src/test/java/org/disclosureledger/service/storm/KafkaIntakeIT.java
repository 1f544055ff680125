package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests by a topic through a whole service with a broker of its own; the topics then verify. */
class KafkaIntakeIT {
  private static final String INTAKE = "disclosure-ledger.demo.intake";
  private static final String LETTERS = "disclosure-ledger.demo.dead-letters";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private Path folder;

  private static ProducerRecord<String, String> message(String id, String type, String body) {
    var record = new ProducerRecord<>(INTAKE, 0, "portal", body);
    Map.of("ce_id", id, "ce_source", "portal.example", "ce_type", type)
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  private static ProducerRecord<String, String> request(String id, String body) {
    return message(id, "org.disclosureledger.intake.request.v1", body);
  }

  private static List<JsonNode> letters(Map<String, Object> broker) {
    List<JsonNode> letters = new ArrayList<>();
    TopicPartition partition = new TopicPartition(LETTERS, 0);
    try (var consumer =
        new KafkaConsumer<>(broker, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      if (!consumer.listTopics().containsKey(LETTERS)) {
        return letters;
      }
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      while (consumer.position(partition) < end) {
        consumer
            .poll(Duration.ofSeconds(1))
            .forEach(letter -> letters.add(JsonMapper.builder().build().readTree(letter.value())));
      }
    }
    return letters;
  }

  @Test
  void aMessageIsRecordedOnceAndWhatIsNoneIsToldByItsReasonAlone() throws Exception {
    int port = ServiceProcess.freePort();
    Map<String, Object> broker = Map.of("bootstrap.servers", "127.0.0.1:" + port);
    try (ServiceProcess service =
        ServiceProcess.start(
            folder.resolve("data"),
            "--ledger.kafka.embedded=true",
            "--ledger.kafka.embedded-port=" + port,
            "--ledger.kafka.intake=true")) {
      ServiceClient legal = service.client("legal");
      Awaiting.until(PATIENCE, "the topics are there", () -> topics(broker).contains(LETTERS));
      String body = Requests.record(1);
      try (var producer =
          new KafkaProducer<>(broker, new StringSerializer(), new StringSerializer())) {
        producer.send(request("m-1", body));
        producer.send(request("m-1", body));
        producer.send(request("m-1", Requests.record(2)));
        producer.send(request("m-2", "no JSON"));
        producer.send(request("m-3", body.replaceFirst("\\{", "{\"x\":1,")));
        producer.send(message("m-4", "org.disclosureledger.intake.other.v1", "{}"));
        producer.send(request("m-5", body.replace("\"EMAIL\"", "\"PIGEON\"")));
        producer.send(request("m-6", Requests.record(6)));
      }
      Awaiting.until(PATIENCE, "the last is recorded", () -> recorded(legal) == 2);
      assertThat(letters(broker))
          .extracting(
              letter -> letter.path("id").asString() + " " + letter.path("problem").asString())
          .containsExactly(
              "m-1 idempotency-key-reused",
              "m-2 malformed-json",
              "m-3 unknown-member",
              "m-4 unknown-message-type",
              "m-5 unknown-code");
      assertThat(letters(broker).toString()).doesNotContain("0900000001", "Ví dụ");
      assertThat(service.output()).doesNotContain("0900000001", "Ví dụ", "ALARM");
      new VerifierProcess(folder.resolve("auditor"))
          .requireCleanTopics(
              "kafka:127.0.0.1:" + port + "/demo",
              service.dataDir().resolve("policy.txt"),
              "ledger.example/demo");
    }
  }

  private static Set<String> topics(Map<String, Object> broker) throws Exception {
    try (Admin admin = Admin.create(broker)) {
      return admin.listTopics().names().get();
    }
  }

  private static int recorded(ServiceClient legal) throws IOException {
    return legal.get(Requests.path("demo")).json().path("requests").size();
  }
}
