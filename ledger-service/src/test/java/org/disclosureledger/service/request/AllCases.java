package org.disclosureledger.service.request;

import java.util.List;
import java.util.stream.Stream;
import org.disclosureledger.service.request.CaseList.Case;

/** The cases of every act. */
final class AllCases {
  private AllCases() {}

  static Stream<Case> stream() {
    return Stream.of(
            DecisionCases.all(),
            DeliveryCases.all(),
            EmergencyCases.all(),
            WritingCases.all(),
            ClockCases.all(),
            MeasureCases.all(),
            CorrectionCases.all(),
            EndingCases.all(),
            RemarkCases.all())
        .flatMap(List::stream);
  }
}
