package org.disclosureledger.service.intake.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.disclosureledger.format.Actor;
import org.disclosureledger.service.disclosure.ActorRegistry;
import org.disclosureledger.service.intake.request.RequestIntake;
import org.disclosureledger.service.kafka.TopicNames;
import org.disclosureledger.service.sealing.AppendRefused;
import org.disclosureledger.service.sealing.AppendRefused.Rule;
import org.junit.jupiter.api.Test;

/** What was not taken is told, or waits until it can be. */
class DeadLettersTest extends IntakeFromTopics {
  @Test
  void whereNoLetterCanBeWrittenItsPartitionAloneWaitsForIt() throws Exception {
    intake((name, message) -> {
      if (message.id().equals("refused")) {
        attempts.merge("refused", 1, Integer::sum);
        return Rule.ENTRY_TOO_LARGE;
      }
      recorded.add(message.id());
      return taken();
    });
    awaitTopics();
    String letters = TopicNames.deadLetters(topic());
    configure(letters, Map.of("max.message.bytes", "1"));
    put(message(topic(), 0, "refused", "{}"), message(topic(), 0, "behind", "{}"));
    await().atMost(PATIENCE).until(() -> attempts.getOrDefault("refused", 0) > 1);
    put(message(topic(), 1, "beside", "{}"));
    await().atMost(PATIENCE).until(() -> recorded.contains("beside"));
    assertThat(recorded).containsExactly("beside");
    assertThat(letters(topic())).isEmpty();
    assertThat(meters.get("ledger.intake.held").gauge().value()).isOne();

    configure(letters, Map.of("max.message.bytes", "1048588"));
    await().atMost(PATIENCE).until(() -> recorded.contains("behind"));
    assertThat(letters(topic()))
        .singleElement()
        .satisfies(
            letter -> assertThat(letter.path("problem").asString()).isEqualTo("entry-too-large"));
    assertThat(messages("refused")).isOne();
  }

  /**
   * Nobody will be able to read it later: its sender hears of it, and the next message is taken.
   */
  @Test
  void anAnswerThatCannotBeReadHoldsNothing() {
    RequestIntake requests = mock();
    when(requests.record(any(), any(), any(), any()))
        .thenThrow(new AppendRefused(Rule.ANSWER_UNREADABLE, "test"));
    ActorRegistry actors = mock();
    when(actors.actorFor(any(), any())).thenReturn(Actor.SYSTEM);
    LedgerRecorder recorder = new LedgerRecorder(requests, actors);
    intake((name, message) -> {
      if (message.id().equals("unreadable")) {
        return recorder.record(name, message);
      }
      recorded.add(message.id());
      return taken();
    });
    awaitTopics();
    put(message(topic(), 0, "unreadable", "{}"), message(topic(), 0, "next", "{}"));
    await().atMost(PATIENCE).until(() -> recorded.contains("next"));
    assertThat(letters(topic()))
        .singleElement()
        .satisfies(
            letter -> assertThat(letter.path("problem").asString()).isEqualTo("answer-unreadable"));
  }
}
