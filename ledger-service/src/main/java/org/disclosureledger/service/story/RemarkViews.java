package org.disclosureledger.service.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.vocabulary.ErrorCause;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.disclosureledger.service.vocabulary.LinkRelation;
import org.jspecify.annotations.Nullable;

/** What was said about a request, and how it ended and opened again. Times are UTC. */
final class RemarkViews {
  private RemarkViews() {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ObstacleView(
      EntryView entry,
      List<Integer> items,
      @Nullable String reason,
      @Nullable Instant expectedAt) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ReminderView(EntryView entry, @Nullable String text, @Nullable Instant answerBy) {}

  /**
   * @param event id of the entry in which the error was made
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ErrorView(
      EntryView entry,
      UUID event,
      List<Integer> items,
      ErrorCause cause,
      ErrorSeverity severity,
      @Nullable String description) {}

  record LinkView(
      EntryView entry, LinkRelation relation, String relationVi, String relationEn, UUID request) {}

  /**
   * @param document SHA-256 of the agency's paper, 64 hexadecimal digits
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CancellationView(EntryView entry, @Nullable String reason, @Nullable String document) {}

  /**
   * @param document SHA-256 of the agency's paper, 64 hexadecimal digits
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ReopeningView(
      EntryView entry, List<Integer> items, @Nullable String reason, @Nullable String document) {}
}
