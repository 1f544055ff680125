package org.disclosureledger.service.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.merkle.TreeFrontier;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.service.disclosure.LookupHmac;
import org.disclosureledger.service.kafka.TestBrokers;
import org.disclosureledger.service.kafka.TopicNames;
import org.disclosureledger.service.keys.TestKeys;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of a ledger in its topic of checkpoints, on a real broker. */
class HeadTopicTest {
  private static final TopicNames NAMES = new TopicNames("test");
  private static final LedgerDescription LEDGER =
      new LedgerDescription(new UUID(7, 1), "kept", new Origin("ledger.example/kept"), false);

  @TempDir private Path folder;

  @Test
  void theEndIsTheLastRecordOnceMoreAndIsSaidOnce() throws Exception {
    TreeFrontier tree = TreeFrontier.empty();
    tree.append(LeafHash.of(new byte[32]));
    SignedNote note =
        TestKeys.open(folder.resolve("keys"))
            .create(LEDGER.origin())
            .checkpoint()
            .sign(new Checkpoint(LEDGER.origin(), tree.head()));
    String name = NAMES.checkpoints(LEDGER.name());
    try (TestBrokers broker = new TestBrokers(folder.resolve("broker"))) {
      HeadTopic topic = new HeadTopic(broker.brokers(), NAMES, hmac(1));
      topic.end(LEDGER, "next", Optional.of(note.toBytes()));
      assertThat(topic.newest(LEDGER)).as("no topic, no record").isEmpty();
      try (var admin = broker.brokers().admin()) {
        admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
      }
      Headers headers = new RecordHeaders();
      headers.add("size", "1".getBytes(StandardCharsets.UTF_8));
      try (var producer =
          new KafkaProducer<>(
              broker.brokers().client("test-writer"),
              new StringSerializer(),
              new ByteArraySerializer())) {
        producer
            .send(
                new ProducerRecord<>(name, null, LEDGER.origin().value(), note.toBytes(), headers))
            .get();
      }
      for (byte[] value : new byte[][] {null, {}, new byte[64], {'a', ' ', 'b'}, {'N'}}) {
        try (var producer =
            new KafkaProducer<>(
                broker.brokers().client("test-writer"),
                new StringSerializer(),
                new ByteArraySerializer())) {
          Headers strange = new RecordHeaders(headers.toArray()).add("successor", value);
          producer
              .send(
                  new ProducerRecord<>(
                      name, null, LEDGER.origin().value(), note.toBytes(), strange))
              .get();
        }
      }
      assertThat(topic.newest(LEDGER))
          .hasSize(6)
          .extracting(OutsideHeads.Kept::successor)
          .containsOnly(Optional.empty());
      assertThat(topic.newest(LEDGER))
          .extracting(OutsideHeads.Kept::claimed)
          .containsOnly(Optional.empty());
      for (int again = 0; again < 2; again++) {
        topic.end(LEDGER, "next", Optional.of(note.toBytes()));
        assertThat(topic.newest(LEDGER))
            .extracting(OutsideHeads.Kept::successor)
            .hasSize(7)
            .endsWith(Optional.of("next"))
            .containsOnlyOnce(Optional.of("next"));
      }
      // Of other keys, as somebody has who may write to the topic.
      HeadTopic stranger = new HeadTopic(broker.brokers(), NAMES, hmac(2));
      OutsideHeads.Kept strange = stranger.newest(LEDGER).getLast();
      assertThat(strange.successor()).isEmpty();
      assertThat(strange.claimed()).contains("next");
      stranger.end(LEDGER, "other", Optional.of(note.toBytes()));
      assertThat(topic.newest(LEDGER).getLast().claimed()).contains("other");
      assertThat(topic.newest(LEDGER).getLast().successor()).isEmpty();
      assertThat(broker.all(name))
          .allSatisfy(record -> {
            assertThat(record.key()).isEqualTo(LEDGER.origin().value());
            assertThat(record.value()).isEqualTo(note.toBytes());
            assertThat(record.headers().lastHeader("size").value()).isEqualTo(new byte[] {'1'});
          });
    }
  }

  private static LookupHmac hmac(int key) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) key;
    return new LookupHmac(new SecretKeySpec(bytes, "HmacSHA256"));
  }
}
