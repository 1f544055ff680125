package org.disclosureledger.service.intake.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAccumulator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.disclosureledger.service.sealing.AppendRefused;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.junit.jupiter.api.Test;

/** Which messages are taken, in which order, and what is said of the others. */
class TopicIntakeTest extends IntakeFromTopics {
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
    configure(
        topic(),
        Map.of(
            "retention.ms", "518400000",
            "segment.ms", "86400000",
            "message.timestamp.type", "LogAppendTime"));
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
