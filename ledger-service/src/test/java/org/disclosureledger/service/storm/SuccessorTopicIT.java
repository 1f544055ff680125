package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Machines that share nothing but brokers: the topic of checkpoints stops a database of yesterday,
 * and whoever comes back with the one that was lost learns from it that its ledger has ended.
 */
class SuccessorTopicIT {
  private static final TopicPartition CHECKPOINTS =
      new TopicPartition("disclosure-ledger.demo.checkpoints", 0);

  @TempDir private Path folder;

  private static ServiceProcess start(BrokerProcess broker, Path data, String... more) {
    List<String> settings =
        new ArrayList<>(List.of("--ledger.kafka.bootstrap-servers=" + broker.servers()));
    settings.addAll(List.of(more));
    return ServiceProcess.start(data, settings.toArray(String[]::new));
  }

  private static Reply record(ServiceProcess service, String ledger) throws IOException {
    return StormCommand.record(ledger).send(service.client("legal"));
  }

  private static List<ConsumerRecord<byte[], byte[]>> checkpoints(BrokerProcess broker) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", broker.servers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> one = List.of(CHECKPOINTS);
      consumer.assign(one);
      consumer.seekToBeginning(one);
      long end = consumer.endOffsets(one).getOrDefault(CHECKPOINTS, 0L);
      while (consumer.position(CHECKPOINTS) < end) {
        consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
      }
    }
    return records;
  }

  /** What its head says is in the topic, too. */
  private static void awaitPublished(BrokerProcess broker, ServiceProcess service)
      throws IOException {
    String note = service.client("auditor").get("/ledgers/demo/checkpoint").text();
    Awaiting.until(
        Duration.ofMinutes(2),
        "the newest head is in the topic",
        () ->
            checkpoints(broker).stream()
                .anyMatch(
                    each -> size(new String(each.value(), StandardCharsets.UTF_8)) >= size(note)));
  }

  /** The second line of a checkpoint (C2SP tlog-checkpoint). */
  private static long size(String note) {
    return Long.parseLong(note.lines().skip(1).findFirst().orElseThrow());
  }

  @Test
  void theTopicAloneStopsARestoredDatabaseAndEndsTheLostOne() throws Exception {
    try (BrokerProcess broker = BrokerProcess.start(folder.resolve("broker"))) {
      Path here = folder.resolve("here/data");
      Path there = folder.resolve("there/data");
      Files.createDirectories(here.getParent());
      Files.createDirectories(there.getParent());
      try (ServiceProcess service = start(broker, here)) {
        assertThat(record(service, "demo").accepted()).isTrue();
      }
      HeadGuardIT.copy(here, there);
      try (ServiceProcess service = start(broker, here)) {
        assertThat(record(service, "demo").accepted()).isTrue();
        awaitPublished(broker, service);
      }

      try (ServiceProcess service = start(broker, there)) {
        assertThat(record(service, "demo").status()).isEqualTo(503);
        assertThat(service.output()).contains("in topic " + CHECKPOINTS.topic());
      }
      int before = checkpoints(broker).size();
      try (ServiceProcess service = start(broker, there, SuccessorIT.successor())) {
        assertThat(record(service, "demo-2").accepted()).isTrue();
        assertThat(record(service, "demo").status()).isEqualTo(409);
      }
      List<ConsumerRecord<byte[], byte[]>> all = checkpoints(broker);
      assertThat(all).hasSize(before + 1);
      assertThat(all.getLast().headers().lastHeader("successor").value())
          .isEqualTo("demo-2".getBytes(StandardCharsets.UTF_8));
      assertThat(size(new String(all.getLast().value(), StandardCharsets.UTF_8)))
          .as("the last published head")
          .isEqualTo(
              all.stream()
                  .mapToLong(each -> size(new String(each.value(), StandardCharsets.UTF_8)))
                  .max()
                  .orElseThrow());

      try (ServiceProcess service = start(broker, here)) {
        Reply ended = record(service, "demo");
        assertThat(ended.status()).as(ended.text()).isEqualTo(409);
        assertThat(ended.json().path("detail").asString()).contains("demo-2");
      }
      assertThat(
              new VerifierProcess(folder.resolve("auditor"))
                  .says(
                      0,
                      "verify",
                      "kafka:" + broker.servers() + "/demo",
                      "--policy=" + here.resolve("policy.txt"),
                      "--origin=ledger.example/demo"))
          .contains("streams")
          .doesNotContain("fail");
    }
  }
}
