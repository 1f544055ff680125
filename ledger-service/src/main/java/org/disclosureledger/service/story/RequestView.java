package org.disclosureledger.service.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.deadline.DueTime;
import org.disclosureledger.service.register.RegisterLink;
import org.disclosureledger.service.request.Authority;
import org.disclosureledger.service.request.HandedPart;
import org.disclosureledger.service.request.ItemState;
import org.disclosureledger.service.request.RequestStatus;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.jspecify.annotations.Nullable;

/**
 * One request as it stands after its last entry, folded from its stream: what a command just did is
 * in it. Times are UTC. Committed texts read {@code "withheld"} for who may not open them, and
 * {@code "erased"} once they are.
 *
 * @param registerNumber số đến, ordinal / year; derived, and the same everywhere
 * @param sequence of the last entry; also the ETag
 * @param unreadableFrom sequence of an entry that cannot follow those before it: all else is told
 *     as they say, and no command is taken; absent for every sound request
 * @param receivedAt as first claimed; due times rest on it
 * @param verifiedBy how the authority was checked last; absent while it counts as unchecked
 * @param signed whether a document bears a signature that was found valid, of a configured anchor
 * @param agencyRegistered whether our agency register has the agency, valid on the day of receipt
 * @param correctedReceivedAt as a correction says it was
 * @param deadline in effect, with what it rests on: the statutory clock, which never pauses
 * @param originalDue as first set
 * @param deadlines every time that the answer's due time was set
 * @param confirmation of an oral emergency; absent for any other request
 * @param awaiting what waits for its second person
 * @param linkedFrom what other requests say of this one, the first hundred
 * @param linkedFromTotal how many there are
 * @param closedAt absent again once reopened
 * @param personalDataErased true once it was erased; absent before
 * @param undelivered items of a closed request that a delivery left without their answer when it
 *     failed after closing: the request has to be reopened; absent for any other request
 * @param actions what the reader's role may do as the request stands
 * @param recorded the entry that recorded the request, never changed by a correction
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RequestView(
    String ledger,
    UUID requestId,
    @Nullable String registerNumber,
    RequestStatus state,
    String stateVi,
    String stateEn,
    long sequence,
    @Nullable Long unreadableFrom,
    Authority authority,
    @Nullable VerificationMethod verifiedBy,
    boolean signed,
    boolean agencyRegistered,
    @Nullable Instant receivedAt,
    @Nullable Instant correctedReceivedAt,
    @Nullable DueTime deadline,
    @Nullable Instant originalDue,
    @Nullable Instant answeredAt,
    List<ClockViews.DeadlineView> deadlines,
    ClockViews.ServiceClockView serviceClock,
    ClockViews.@Nullable ConfirmationView confirmation,
    List<ItemView> items,
    @Nullable AwaitingView awaiting,
    List<DeliveryView> deliveries,
    List<AnswerViews.MeasureView> measures,
    List<AnswerViews.DocumentView> documents,
    List<CorrectionView> corrections,
    List<RemarkViews.ObstacleView> obstacles,
    List<RemarkViews.ReminderView> reminders,
    List<RemarkViews.ErrorView> errors,
    List<RemarkViews.LinkView> links,
    List<RegisterLink> linkedFrom,
    int linkedFromTotal,
    List<RemarkViews.CancellationView> cancellations,
    List<RemarkViews.ReopeningView> reopenings,
    @Nullable Instant closedAt,
    @Nullable Boolean personalDataErased,
    @Nullable List<Integer> undelivered,
    List<ActionView> actions,
    EventView recorded) {

  /**
   * How far the answer to one item has come.
   *
   * @param asked as last corrected; {@code corrections} shows what was first recorded
   * @param approvedAt as claimed
   * @param delivered records under the present approval
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ItemView(
      int ordinal,
      ItemKind kind,
      ItemState state,
      String stateVi,
      String stateEn,
      ItemScope asked,
      @Nullable ItemScope approved,
      @Nullable Instant approvedAt,
      boolean inEmergency,
      long delivered,
      @Nullable Instant terminalAt) {}

  /**
   * @param act as the paths {@code approve-…} and {@code return-…} end
   * @param prepared event id that the second person's command names
   * @param scopes all that an acceptance or emergency would approve; absent for any other act
   * @param parts all that a delivery would hand over, but for its committed members; absent for any
   *     other act
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AwaitingView(
      String act,
      String actVi,
      String actEn,
      UUID prepared,
      Instant since,
      @Nullable List<ItemScope> scopes,
      @Nullable List<HandedPart> parts) {}

  /**
   * @param delivery event id that record-receipt names
   * @param receipt absent while nobody has said
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DeliveryView(
      UUID delivery, Instant time, List<PartView> parts, @Nullable ReceiptOutcome receipt) {}

  /** What one delivery handed over for one item. */
  record PartView(int item, boolean last, long recordCount) {}

  /**
   * One thing that can be done with a request, as far as its state decides.
   *
   * @param command last segment of the path that takes it
   * @param rule what refuses it; absent when it is allowed, like the words for it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ActionView(
      String command,
      boolean allowed,
      @Nullable String rule,
      @Nullable String reasonVi,
      @Nullable String reasonEn) {}
}
