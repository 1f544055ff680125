package org.disclosureledger.service.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.UUID;
import java.util.stream.Stream;
import org.disclosureledger.service.deadline.PolicyInForce;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.request.CaseList.Case;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.content.RequestRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that could be done with a request can be done once its personal data is erased. */
class AfterErasureTest {
  private static final Circumstances ERASED =
      new Circumstances() {
        @Override
        public PolicyInForce policies() {
          return TestCircumstances.WORLD.policies();
        }

        @Override
        public AgencyStanding agency(String code) {
          return TestCircumstances.WORLD.agency(code);
        }

        @Override
        public boolean personalDataErased(UUID requestId) {
          return true;
        }

        @Override
        public boolean requestExists(UUID requestId) {
          return TestCircumstances.WORLD.requestExists(requestId);
        }
      };

  static Stream<Case> allowed() {
    return AllCases.stream()
        .filter(theCase -> theCase.refusal() == null)
        .filter(theCase -> !(theCase.when().command() instanceof RecordRequest));
  }

  @ParameterizedTest
  @MethodSource("allowed")
  void whatWasAllowedIsRefused(Case theCase) {
    RequestState state = Playback.after(theCase.given());
    CommandContext context = Story.context(theCase.given().steps().size(), theCase.when().by());
    CommandRefused refused =
        catchThrowableOfType(
            CommandRefused.class,
            () -> DataRequest.decide(state, theCase.when().command(), context, ERASED));
    assertThat(refused).isNotNull();
    assertThat(refused.rule()).isEqualTo(RequestRule.PERSONAL_DATA_ERASED);
  }
}
