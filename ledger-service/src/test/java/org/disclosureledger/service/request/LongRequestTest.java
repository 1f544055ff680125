package org.disclosureledger.service.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.request.content.RequestedTarget;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.ItemsListed;
import org.disclosureledger.service.request.event.RecordedItem;
import org.disclosureledger.service.request.event.RecordedTarget;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LongRequestTest {
  /** Header, signature and dots of an entry, and generous members around {@code data}. */
  private static final int AROUND = 300;

  private static final int ENVELOPE = 1_400;

  static Stream<List<RequestedItem>> demands() {
    return Stream.of(
        List.of(item(1_000, 1)),
        List.of(item(1_000, DataField.values().length)),
        List.of(item(3, 1), item(997, 4)),
        Collections.nCopies(500, item(2, DataField.values().length)),
        Collections.nCopies(500, item(0, 1)),
        Collections.nCopies(2, item(370, 1)),
        IntStream.range(0, 40).mapToObj(i -> item(i % 26, 1 + i % 7)).toList());
  }

  @ParameterizedTest
  @MethodSource("demands")
  void everyEntryOfALongRequestFitsAndTogetherTheyListAllOfIt(List<RequestedItem> items) {
    RecordRequest command =
        RequestDraft.with(draft -> {
          draft.items = items;
          draft.documents = Collections.nCopies(100, "ab".repeat(32));
        });
    CommandContext context = Story.context(0, Story.LINH);
    List<ProposedEvent<RequestEvent>> events =
        DataRequest.decide(RequestState.EMPTY, command, context, TestCircumstances.NONE);

    assertThat(events.getFirst().event()).isInstanceOf(RequestRecorded.class);
    assertThat(events.getLast().event()).isInstanceOf(DeadlineSet.class);
    List<RecordedItem> listed = new ArrayList<>();
    for (ProposedEvent<RequestEvent> event : events) {
      int data = EventJson.MAPPER.writeValueAsBytes(event.event()).length;
      assertThat((data + ENVELOPE) * 4 / 3 + AROUND)
          .as("bytes of the entry")
          .isLessThanOrEqualTo(FormatLimits.MAX_ENTRY_BYTES);
      if (event.event() instanceof RequestRecorded recorded) {
        listed.addAll(recorded.items());
      } else if (event.event() instanceof ItemsListed more) {
        listed.addAll(more.items());
      }
    }
    RequestState state = Playback.evolve(RequestState.EMPTY, events, command, context);
    assertThat(state.items()).hasSize(items.size());
    for (int i = 0; i < items.size(); i++) {
      int ordinal = i + 1;
      int targets = items.get(i).targets().size();
      assertThat(state.items().get(i).asked().targets())
          .isEqualTo(IntStream.rangeClosed(1, targets).boxed().toList());
      assertThat(
              listed.stream()
                  .filter(item -> item.ordinal() == ordinal)
                  .flatMap(item -> item.targets().stream())
                  .map(RecordedTarget::ordinal))
          .isEqualTo(IntStream.rangeClosed(1, targets).boxed().toList());
      assertThat(state.items().get(i).asked().fields()).isEqualTo(items.get(i).fields());
    }
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
