package org.disclosureledger.service.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.SearchTerm;
import org.disclosureledger.service.envelope.Searchable;
import org.disclosureledger.service.request.command.PrepareCorrection;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.request.content.RequestedTarget;
import org.disclosureledger.service.request.event.WritingConfirmed;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.junit.jupiter.api.Test;

/** By what a recorded request is found again. */
class SearchTermsTest {

  private static List<SearchTerm> terms(RequestDraft draft) {
    return DataRequest.decide(
            RequestState.EMPTY, draft.build(), Story.context(0, Story.LINH), TestCircumstances.NONE)
        .stream()
        .map(proposed -> proposed.event())
        .filter(Searchable.class::isInstance)
        .flatMap(event -> ((Searchable) event).searchTerms().stream())
        .toList();
  }

  @Test
  void everyTargetOfALongRequestIsATermWithItsPlaceAndSoIsTheDocumentNumber() {
    RequestDraft draft = new RequestDraft();
    draft.items =
        List.of(
            RequestDraft.SUBSCRIBERS,
            new RequestedItem(
                ItemKind.SUBSCRIBER_DATA,
                IntStream.range(0, 990)
                    .mapToObj(i -> new RequestedTarget("2001:db8::" + Integer.toHexString(i)))
                    .toList(),
                List.of(DataField.SUBSCRIBER_NAME),
                null,
                null));

    List<SearchTerm> terms = terms(draft);

    assertThat(terms)
        .hasSize(993)
        .doesNotHaveDuplicates()
        .contains(
            new SearchTerm(SearchTerm.Kind.DOCUMENT_NUMBER, "0001/CV-MAU", 0, 0),
            new SearchTerm(SearchTerm.Kind.TARGET, "0900000002", 1, 2),
            new SearchTerm(SearchTerm.Kind.TARGET, "2001:db8::0", 2, 1),
            new SearchTerm(SearchTerm.Kind.TARGET, "2001:db8::3dd", 2, 990));
  }

  @Test
  void whatIsAbsentIsNoTerm() {
    RequestDraft draft = new RequestDraft();
    draft.documentNumber = null;
    draft.items = List.of(RequestDraft.FIGURES);
    assertThat(terms(draft)).isEmpty();
  }

  @Test
  void aCorrectionIsFoundByWhatItSaysIsRight() {
    PrepareCorrection command = CorrectionCases.everyMember(RequestDraft.T0);
    Searchable prepared =
        (Searchable)
            DataRequest.decide(
                    Playback.after(LifeStories.VERIFIED),
                    command,
                    Story.context(2, Story.LINH),
                    TestCircumstances.WORLD)
                .getFirst()
                .event();
    assertThat(prepared.searchTerms())
        .containsExactly(
            new SearchTerm(SearchTerm.Kind.DOCUMENT_NUMBER, "0009/CV-MAU", 0, 0),
            new SearchTerm(SearchTerm.Kind.TARGET, "0900000001", 1, 1),
            new SearchTerm(SearchTerm.Kind.TARGET, "0900000002", 1, 2));
  }

  @Test
  void aCorrectionInWordsIsFoundByNothing() {
    Searchable prepared =
        (Searchable)
            DataRequest.decide(
                    Playback.after(LifeStories.VERIFIED),
                    PlainCommands.correct(Story.id(0)),
                    Story.context(2, Story.LINH),
                    TestCircumstances.WORLD)
                .getFirst()
                .event();
    assertThat(prepared.searchTerms()).isEmpty();
  }

  @Test
  void whatWasSaidIsFoundByTheNumberOfThePaperThatConfirmsIt() {
    assertThat(
            new WritingConfirmed(Committed.of("0010/CV-MAU"), null, Committed.of(null))
                .searchTerms())
        .containsExactly(new SearchTerm(SearchTerm.Kind.DOCUMENT_NUMBER, "0010/CV-MAU", 0, 0));
    assertThat(new WritingConfirmed(Committed.of(null), null, Committed.of("ab")).searchTerms())
        .isEmpty();
  }
}
