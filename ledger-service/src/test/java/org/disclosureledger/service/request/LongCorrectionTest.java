package org.disclosureledger.service.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.service.request.RequestDraft.SUBSCRIBERS;
import static org.disclosureledger.service.request.Story.LINH;
import static org.disclosureledger.service.request.Story.by;
import static org.disclosureledger.service.request.Story.id;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.envelope.SearchTerm;
import org.disclosureledger.service.request.command.PrepareCorrection;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.CorrectedItem;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.request.content.RequestedTarget;
import org.disclosureledger.service.request.event.CorrectionListed;
import org.disclosureledger.service.request.event.CorrectionPrepared;
import org.disclosureledger.service.request.event.RecordedItem;
import org.disclosureledger.service.request.event.RecordedTarget;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A correction with more items and targets than one entry has room for. */
class LongCorrectionTest {
  /** As in LongRequestTest: what stands around {@code data} in an entry. */
  private static final int AROUND = 300;

  private static final int ENVELOPE = 1_400;

  /** Of one item, which is corrected, and to which others are added. */
  private static final Story RECORDED =
      Story.of(by(LINH, RequestDraft.with(draft -> draft.items = List.of(SUBSCRIBERS))));

  static Stream<List<RequestedItem>> corrections() {
    return Stream.of(
        List.of(item(1_000, 1)),
        List.of(item(1_000, DataField.values().length)),
        List.of(item(3, 1), item(997, 4)),
        List.of(item(451, 2)),
        Collections.nCopies(500, item(2, DataField.values().length)),
        IntStream.range(0, 40).mapToObj(i -> item(i % 26, 1 + i % 7)).toList());
  }

  @ParameterizedTest
  @MethodSource("corrections")
  void everyEntryOfALongCorrectionFitsAndTogetherTheyAreApproved(List<RequestedItem> items) {
    PrepareCorrection command = correction(items);
    RequestState before = Playback.after(RECORDED);
    CommandContext context = Story.context(1, LINH);
    List<ProposedEvent<RequestEvent>> events =
        DataRequest.decide(before, command, context, TestCircumstances.NONE);

    UUID prepared = events.getFirst().id();
    CorrectionPrepared first = (CorrectionPrepared) events.getFirst().event();
    assertThat(first.lists()).isEqualTo(events.size() - 1).isPositive();
    List<RecordedItem> listed = new ArrayList<>(Objects.requireNonNull(first.changes()).items());
    for (int list = 1; list < events.size(); list++) {
      CorrectionListed more = (CorrectionListed) events.get(list).event();
      assertThat(more.prepared()).isEqualTo(prepared);
      assertThat(more.list()).isEqualTo(list);
      listed.addAll(more.items());
    }
    for (ProposedEvent<RequestEvent> event : events) {
      int data = EventJson.MAPPER.writeValueAsBytes(event.event()).length;
      assertThat((data + ENVELOPE) * 4 / 3 + AROUND)
          .as("bytes of the entry")
          .isLessThanOrEqualTo(FormatLimits.MAX_ENTRY_BYTES);
    }
    RequestState waits = Playback.evolve(before, events, command, context);
    assertThat(waits.items()).as("nothing holds before the second person").hasSize(1);
    assertAsked(
        Playback.after(LifeStories.approved(RECORDED.then(by(LINH, command)), ActKind.CORRECTION)),
        items);
    for (int i = 0; i < items.size(); i++) {
      int ordinal = i + 1;
      assertThat(
              listed.stream()
                  .filter(item -> item.ordinal() == ordinal)
                  .flatMap(item -> item.targets().stream())
                  .map(RecordedTarget::ordinal))
          .isEqualTo(IntStream.rangeClosed(1, items.get(i).targets().size()).boxed().toList());
    }
  }

  private static void assertAsked(RequestState state, List<RequestedItem> items) {
    assertThat(state.open()).isNull();
    assertThat(state.items()).hasSize(items.size());
    for (int i = 0; i < items.size(); i++) {
      ItemProgress item = state.items().get(i);
      assertThat(item.state()).isEqualTo(ItemState.RECEIVED);
      assertThat(item.asked().targets())
          .isEqualTo(IntStream.rangeClosed(1, items.get(i).targets().size()).boxed().toList());
      assertThat(item.asked().fields()).isEqualTo(items.get(i).fields());
    }
  }

  @Test
  void whatIsListedOnIsFoundAgainByItsTargets() {
    List<ProposedEvent<RequestEvent>> events =
        DataRequest.decide(
            Playback.after(RECORDED),
            correction(List.of(item(1_000, 1))),
            Story.context(1, LINH),
            TestCircumstances.NONE);
    List<SearchTerm> terms = new ArrayList<>();
    terms.addAll(((CorrectionPrepared) events.getFirst().event()).searchTerms());
    for (ProposedEvent<RequestEvent> more : events.subList(1, events.size())) {
      terms.addAll(((CorrectionListed) more.event()).searchTerms());
    }
    assertThat(terms).hasSize(1_000).doesNotHaveDuplicates();
  }

  @Test
  void aReturnedCorrectionTakesItsListsAlong() {
    Story prepared = RECORDED.then(by(LINH, correction(List.of(item(1_000, 1)))));
    RequestState after =
        Playback.after(
            prepared.then(by(Story.MINH, PlainCommands.giveBack(ActKind.CORRECTION, id(1)))));
    assertThat(after.open()).isNull();
    assertThat(after.items()).isEqualTo(Playback.after(RECORDED).items());
  }

  private static PrepareCorrection correction(List<RequestedItem> items) {
    return PlainCommands.correctItems(
        IntStream.range(0, items.size())
            .mapToObj(i -> PlainCommands.corrected(i + 1, items.get(i)))
            .toArray(CorrectedItem[]::new));
  }

  private static RequestedItem item(int targets, int fields) {
    return new RequestedItem(
        ItemKind.TECHNICAL_INFORMATION,
        Collections.nCopies(targets, new RequestedTarget("0900000001")),
        List.of(DataField.values()).subList(0, fields),
        RequestDraft.OCTOBER,
        FormatLimits.MAX_SAFE_INTEGER);
  }
}
