package org.disclosureledger.service.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.Story.Step;
import org.disclosureledger.service.request.command.CloseRequest;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.ReminderIssued;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A request takes so many remarks, and then its answer still. */
class RemarkLimitTest {
  static Stream<Step> remarks() {
    return Stream.of(
        Story.by(Story.LINH, PlainCommands.obstacle()),
        Story.by(Story.LINH, PlainCommands.link()),
        Story.by(Story.LINH, PlainCommands.error(Story.id(0), ErrorSeverity.RECORDABLE)),
        Story.by(Story.TUAN, PlainCommands.remind()),
        Story.by(Story.LINH, PlainCommands.attach()));
  }

  /** A state of so many entries, the last of them reminders. */
  private static RequestState ofEntries(Story story, int entries) {
    RequestState state = Playback.after(story);
    RequestEvent reminder = new ReminderIssued(Committed.of("Đôn đốc"), null);
    for (int i = entries - state.entries().size(); i > 0; i--) {
      EventHeader header =
          new EventHeader(
              new UUID(0x01990000_0000_7000L, (1L << 63) + i),
              "demo",
              new StreamId("request/" + RequestDraft.ID),
              "org.disclosureledger.reminder.issued.v1",
              Story.at(90),
              Story.at(90),
              Story.TUAN.actor(),
              Story.TUAN.role(),
              null,
              state.lastSequence() + 1,
              EventHeader.UNSEALED,
              EventHeader.UNSEALED);
      state = state.evolve(reminder, header);
    }
    return state;
  }

  private static List<ProposedEvent<RequestEvent>> decide(RequestState state, Step step) {
    return DataRequest.decide(
        state, step.command(), Story.context(100, step.by()), TestCircumstances.WORLD);
  }

  @ParameterizedTest
  @MethodSource("remarks")
  void theLastRemarkThatFitsIsTakenAndTheNextRefused(Step remark) {
    RequestState almost = ofEntries(LifeStories.VERIFIED, Remarks.MAX_ENTRIES - 1);
    assertThat(decide(almost, remark)).isNotEmpty();
    CommandRefused refused =
        catchThrowableOfType(
            CommandRefused.class,
            () -> decide(ofEntries(LifeStories.VERIFIED, Remarks.MAX_ENTRIES), remark));
    assertThat(refused.rule()).isEqualTo(RequestRule.TOO_MANY_REMARKS);
  }

  @Test
  void theAnswerItsEndAndItsCorrectionAreStillTaken() {
    RequestState full = ofEntries(LifeStories.VERIFIED, Remarks.MAX_ENTRIES);
    assertThat(decide(full, Story.by(Story.LINH, Story.acceptAll()))).isNotEmpty();
    assertThat(decide(full, Story.by(Story.LINH, Story.refuse()))).isNotEmpty();
    assertThat(decide(full, Story.by(Story.LINH, PlainCommands.cancel()))).isNotEmpty();
    assertThat(
            decide(
                ofEntries(LifeStories.DISCLOSED, Remarks.MAX_ENTRIES),
                Story.by(Story.LINH, new CloseRequest(RequestDraft.ID, "Xong", null))))
        .isNotEmpty();
  }
}
