package org.disclosureledger.service.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.vocabulary.ErrorCause;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A correction beside what it corrects, also while it waits and when it was sent back.
 *
 * @param corrects event id of the corrected entry
 * @param statement what is right, in words
 * @param decided the second person's entry
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CorrectionView(
    EntryView prepared,
    UUID corrects,
    @Nullable ErrorCause cause,
    ErrorSeverity severity,
    @Nullable String reason,
    @Nullable String statement,
    List<ChangeView> changes,
    AnswerViews.ActOutcome outcome,
    @Nullable EntryView decided) {

  /**
   * One member, side by side.
   *
   * @param member of the entry that recorded the request; {@code items/2} is the second item
   * @param original as first recorded; absent for an item that the correction adds
   * @param before as an earlier correction left it, where there is one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ChangeView(
      String member,
      @Schema(type = "object") @Nullable JsonNode original,
      @Schema(type = "object") @Nullable JsonNode before,
      @Schema(type = "object") JsonNode corrected) {}

  CorrectionView with(List<ChangeView> all) {
    return new CorrectionView(
        prepared, corrects, cause, severity, reason, statement, all, outcome, decided);
  }

  CorrectionView decided(AnswerViews.ActOutcome how, @Nullable EntryView by) {
    return new CorrectionView(
        prepared, corrects, cause, severity, reason, statement, changes, how, by);
  }
}
