package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command is followed from its call or message to the record that tells it to others. */
class TracesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String OF_THE_CALL = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String OF_THE_REFUSAL = "7d3a1e0f5b2c4d6e8f90a1b2c3d4e5f6";
  private static final String OF_THE_MESSAGE = "0af7651916cd43dd8448eb211c80319c";
  private static final List<String> STEPS =
      List.of("ledger.append", "ledger.commit", "ledger.publish");

  @TempDir private Path folder;

  private static String parent(String trace) {
    return "00-" + trace + "-00f067aa0ba902b7-01";
  }

  @Test
  void aCommandIsFollowedThroughCommitToTheBrokers() throws Exception {
    int port = ServiceProcess.freePort();
    Map<String, Object> broker = Map.of("bootstrap.servers", "127.0.0.1:" + port);
    try (Collector collector = new Collector();
        ServiceProcess service =
            ServiceProcess.start(
                folder.resolve("data"),
                "--ledger.kafka.embedded=true",
                "--ledger.kafka.embedded-port=" + port,
                "--ledger.kafka.intake=true",
                "--management.opentelemetry.tracing.export.otlp.endpoint=" + collector.endpoint(),
                "--management.opentelemetry.tracing.export.schedule-delay=100ms",
                "--management.tracing.sampling.probability=1")) {
      call(service.client("legal"), collector);
      assertThat(parents(broker))
          .contains(
              "00-%s-%s-01"
                  .formatted(
                      OF_THE_CALL,
                      Collector.hex(collector.span(OF_THE_CALL, "ledger.publish").getSpanId())));
      message(broker, collector);
      assertThat(collector.text())
          .contains("demo")
          .doesNotContain("0900000001", "0900000099", "Ví dụ", "Nguyễn");
      assertThat(service.output()).doesNotContain("ALARM");
    }
  }

  private static void call(ServiceClient legal, Collector collector) throws IOException {
    Reply recorded =
        legal.post(
            Requests.path("demo"),
            Requests.record(1),
            Map.of(
                "traceparent", parent(OF_THE_CALL),
                "baggage", "name=0900000001",
                "tracestate", "name=0900000001",
                "Idempotency-Key", "traced-1"));
    assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
    Reply refused =
        legal.post(
            Requests.path("demo"),
            Requests.record(1).replace("\"EMAIL\"", "\"0900000099\""),
            Map.of("traceparent", parent(OF_THE_REFUSAL), "Idempotency-Key", "traced-2"));
    assertThat(refused.status()).isEqualTo(400);
    Awaiting.until(
        PATIENCE,
        "what was refused is told, as far as it is",
        () -> !collector.names(OF_THE_REFUSAL).isEmpty());
    awaitSteps(collector, OF_THE_CALL);
    Span append = collector.span(OF_THE_CALL, "ledger.append");
    Awaiting.until(
        PATIENCE,
        "the call itself is told",
        () ->
            collector
                .of(OF_THE_CALL)
                .anyMatch(span -> span.getSpanId().equals(append.getParentSpanId())));
    for (String later : List.of("ledger.commit", "ledger.publish")) {
      assertThat(collector.span(OF_THE_CALL, later).getParentSpanId())
          .as(later)
          .isEqualTo(append.getSpanId());
    }
  }

  private static void message(Map<String, Object> broker, Collector collector) {
    try (var producer =
        new KafkaProducer<>(broker, new StringSerializer(), new StringSerializer())) {
      var message =
          new ProducerRecord<>("disclosure-ledger.demo.intake", 0, "portal", Requests.record(2));
      Map.of(
              "ce_id", "m-1",
              "ce_source", "portal.example",
              "ce_type", "org.disclosureledger.intake.request.v1",
              "tracestate", "name=0900000099",
              "traceparent", parent(OF_THE_MESSAGE))
          .forEach(
              (name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
      producer.send(message);
    }
    awaitSteps(collector, OF_THE_MESSAGE);
    assertThat(collector.span(OF_THE_MESSAGE, "ledger.append").getParentSpanId())
        .isEqualTo(collector.span(OF_THE_MESSAGE, "ledger.intake").getSpanId());
  }

  private static void awaitSteps(Collector collector, String trace) {
    Awaiting.until(
        PATIENCE, "it is followed to its end", () -> collector.names(trace).containsAll(STEPS));
  }

  /** What the records of the entries say of their traces. */
  private static Set<String> parents(Map<String, Object> broker) {
    Set<String> parents = new TreeSet<>();
    String topic = "disclosure-ledger.demo.entries";
    try (var consumer =
        new KafkaConsumer<>(broker, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> all =
          IntStream.range(0, consumer.partitionsFor(topic).size())
              .mapToObj(partition -> new TopicPartition(topic, partition))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer
            .poll(Duration.ofSeconds(1))
            .forEach(record -> {
              Header header = record.headers().lastHeader("traceparent");
              if (header != null) {
                parents.add(new String(header.value(), StandardCharsets.US_ASCII));
              }
            });
      }
    }
    return parents;
  }
}
