package org.disclosureledger.service.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.deadline.DeadlineBasis;
import org.disclosureledger.service.deadline.DeadlineCause;
import org.disclosureledger.service.deadline.Explanation;
import org.disclosureledger.service.register.WritingState;
import org.jspecify.annotations.Nullable;

/** The clocks of a request. Times are UTC. */
final class ClockViews {
  private ClockViews() {}

  /**
   * One time that the answer's due time was set.
   *
   * @param counts false for an extension that the ledger had only after the due time it replaces
   * @param explanation in words; absent where the policy that it names cannot be read
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DeadlineView(
      EntryView entry,
      DeadlineCause cause,
      DeadlineBasis basis,
      @Nullable Instant due,
      boolean counts,
      @Nullable Explanation explanation) {}

  /**
   * The service clock, which stands still while the agency has to say what it means.
   *
   * @param openQuestion event id that receive-clarification names
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ServiceClockView(
      boolean paused, @Nullable UUID openQuestion, List<ClarificationView> pauses) {}

  /** How a pause ended. */
  enum PauseEnd {
    ANSWERED,
    WITHDRAWN,
    CANCELLED
  }

  /**
   * A question to the agency, which is the cause of a pause.
   *
   * @param from when it was asked, as claimed
   * @param to absent while it is open
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ClarificationView(
      UUID asked,
      Instant from,
      @Nullable String question,
      @Nullable Instant to,
      @Nullable PauseEnd ended,
      @Nullable String answer) {
    ClarificationView ended(Instant at, PauseEnd how, @Nullable String said) {
      return new ClarificationView(asked, from, question, at, how, said);
    }
  }

  /**
   * The written confirmation of an oral emergency.
   *
   * @param confirmBy absent when none is owed
   * @param confirmedAt as claimed
   * @param recordedAt when the ledger took it, by which the state is
   * @param missedAt when the ledger noticed that it had not come
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ConfirmationView(
      WritingState state,
      String stateVi,
      String stateEn,
      @Nullable Instant confirmBy,
      @Nullable Instant confirmedAt,
      @Nullable Instant recordedAt,
      @Nullable Instant missedAt,
      @Nullable String documentNumber,
      @Nullable LocalDate documentDate,
      @Nullable String digest) {}
}
