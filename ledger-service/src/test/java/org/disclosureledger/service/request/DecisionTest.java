package org.disclosureledger.service.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.envelope.RefusalRule;
import org.disclosureledger.service.form.FormRule;
import org.disclosureledger.service.request.CaseList.Case;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.RequestEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionTest {
  static Stream<Case> cases() {
    return AllCases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theCaseIsDecidedAsItsLineSays(Case theCase) {
    RequestState state = Playback.after(theCase.given());
    CommandContext context = Story.context(theCase.given().steps().size(), theCase.when().by());
    if (theCase.refusal() == null) {
      List<ProposedEvent<RequestEvent>> events =
          DataRequest.decide(state, theCase.when().command(), context, TestCircumstances.WORLD);
      List<Class<?>> types = new ArrayList<>();
      events.forEach(event -> types.add(event.event().getClass()));
      assertThat(types).isEqualTo(theCase.events());
      RequestState after = Playback.evolve(state, events, theCase.when().command(), context);
      assertThat(after.lastSequence()).isEqualTo(state.lastSequence() + events.size());
    } else {
      CommandRefused refused =
          catchThrowableOfType(
              CommandRefused.class,
              () ->
                  DataRequest.decide(
                      state, theCase.when().command(), context, TestCircumstances.WORLD));
      assertThat(refused).as("refused").isNotNull();
      assertThat(refused.rule()).isEqualTo(theCase.refusal());
    }
  }

  @Test
  void everyRuleOfTheStateHasACase() {
    // These are rules of form, which constructors hold (RequestFormTest), and the aggregate's own.
    Set<RequestRule> elsewhere =
        EnumSet.of(
            RequestRule.NO_ITEMS,
            RequestRule.TOO_MANY_ITEMS,
            RequestRule.TOO_MANY_DOCUMENTS,
            RequestRule.GROUND_MISSING,
            RequestRule.STALE_VERSION,
            RequestRule.STREAM_UNREADABLE,
            // AfterErasureTest's.
            RequestRule.PERSONAL_DATA_ERASED,
            // RecomputationTest's.
            RequestRule.DUE_UNCHANGED,
            // RemarkLimitTest's.
            RequestRule.TOO_MANY_REMARKS);
    Set<RefusalRule> covered = new HashSet<>(elsewhere);
    cases().map(Case::refusal).filter(rule -> rule != null).forEach(covered::add);
    covered.removeAll(Set.of(FormRule.values()));
    assertThat(covered).containsExactlyInAnyOrder(RequestRule.values());
  }

  @Test
  void namesOfCasesAreUnique() {
    assertThat(cases().map(Case::name)).doesNotHaveDuplicates();
  }
}
