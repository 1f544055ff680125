package org.disclosureledger.service.oversight.content;

/**
 * All that one record says, whether it is recorded or corrected. Members are checked on
 * construction, which throws {@link org.disclosureledger.service.envelope.CommandRefused}.
 */
public sealed interface OversightContent permits InspectionContent, DrillContent, NoticeContent {
  OversightKind kind();
}
