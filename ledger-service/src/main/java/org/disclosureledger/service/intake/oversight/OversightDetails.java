package org.disclosureledger.service.intake.oversight;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.story.EventView;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One inspection, drill or voluntary report from its stream: what a command just did is in it.
 *
 * @param shown what it says now; committed values stand in it for those who may read them, else
 *     {@code "withheld"}
 * @param shownBy event id of the entry that says so: the recording, or the {@code
 *     oversight.correction.prepared} that was approved last
 * @param original the entry that recorded it first, which stays whatever is corrected
 * @param corrections also the open and the returned ones, in order
 * @param history all entries, in order
 * @param sequence of the last entry; also the ETag
 */
public record OversightDetails(
    String ledger,
    UUID id,
    @Schema(type = "object") JsonNode shown,
    UUID shownBy,
    EventView original,
    List<Correction> corrections,
    List<EventView> history,
    long sequence) {

  /** What became of a correction. */
  public enum Outcome {
    OPEN,
    APPROVED,
    RETURNED,
    /** One person recorded it again, as was possible before corrections took two. */
    RECORDED_AGAIN
  }

  /**
   * Times are when the ledger took it, UTC; people are actor ids.
   *
   * @param prepared event id of the entry that proposes it
   * @param corrects event id of the entry that it corrects
   * @param reason absent where there was none to give
   * @param proposed all that it should say
   * @param returnReason why the second person did not agree
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Correction(
      UUID prepared,
      Outcome outcome,
      UUID corrects,
      String preparedBy,
      Instant preparedAt,
      @Nullable String reason,
      @Schema(type = "object") JsonNode proposed,
      @Nullable String decidedBy,
      @Nullable Instant decidedAt,
      @Nullable String returnReason) {}
}
