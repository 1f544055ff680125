package org.disclosureledger.service.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request as the register lists it. Codes are those of the published language; times are UTC.
 *
 * @param registerNumber derived: ordinal among the year's recordings / year, Asia/Ho_Chi_Minh
 * @param receivedAt as first claimed; the list is in its order
 * @param correctedReceivedAt as a correction says it was; due times rest on the first one
 * @param agency as last corrected
 * @param originalAgency as first recorded, where a correction changed it
 * @param route to the enterprise itself, or by way of an agent (đại lý)
 * @param due effective due time; absent when nothing sets one
 * @param originalDue as first set, whatever was extended since
 * @param answeredAt when the last item got its answer, as claimed
 * @param cancelledAt when the agency took it back, as claimed; absent again once reopened
 * @param confirmation of an oral emergency; absent for any other request
 * @param unreadableFrom sequence of an entry that cannot follow those before it: the row is as they
 *     say, and of later entries nothing is known; absent for every sound request
 * @param agencyRegistered whether our agency register has the agency, valid on the day of receipt;
 *     absent where nobody looked
 * @param alerts what was raised of it so far, in that order; absent where nothing was, or nobody
 *     looked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegisterRow(
    UUID requestId,
    String registerNumber,
    Instant receivedAt,
    @Nullable Instant correctedReceivedAt,
    Instant recordedAt,
    String agency,
    String agencyKind,
    @Nullable String originalAgency,
    String channel,
    String caseType,
    String priority,
    String urgency,
    String secrecy,
    String route,
    boolean emergency,
    int itemCount,
    List<String> itemKinds,
    String state,
    @Nullable Instant due,
    @Nullable Instant originalDue,
    @Nullable Instant answeredAt,
    @Nullable Instant cancelledAt,
    @Nullable Instant closedAt,
    @Nullable Writing confirmation,
    Marks marks,
    long sequence,
    @Nullable Long unreadableFrom,
    @Nullable Boolean agencyRegistered,
    @Nullable List<String> alerts) {

  /** When it was received, as last corrected, UTC. */
  public Instant received() {
    return correctedReceivedAt == null ? receivedAt : correctedReceivedAt;
  }

  /** The row with what the agency register says of it; no entry and no table holds that. */
  public RegisterRow withAgencyRegistered(boolean registered) {
    return with(registered, alerts);
  }

  /** The row with what was raised of it; codes. */
  public RegisterRow withAlerts(List<String> raised) {
    return with(agencyRegistered, raised.isEmpty() ? null : List.copyOf(raised));
  }

  /** What no table of the register holds, beside the row as it is. */
  private RegisterRow with(@Nullable Boolean registered, @Nullable List<String> raised) {
    return new RegisterRow(
        requestId,
        registerNumber,
        receivedAt,
        correctedReceivedAt,
        recordedAt,
        agency,
        agencyKind,
        originalAgency,
        channel,
        caseType,
        priority,
        urgency,
        secrecy,
        route,
        emergency,
        itemCount,
        itemKinds,
        state,
        due,
        originalDue,
        answeredAt,
        cancelledAt,
        closedAt,
        confirmation,
        marks,
        sequence,
        unreadableFrom,
        registered,
        raised);
  }

  /**
   * The written confirmation.
   *
   * @param confirmBy absent when no policy sets it
   * @param confirmedAt as claimed
   * @param recordedAt when the ledger took it, by which the state is
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Writing(
      WritingState state,
      @Nullable Instant confirmBy,
      @Nullable Instant confirmedAt,
      @Nullable Instant recordedAt) {}

  /**
   * What happened to it beside the plain path.
   *
   * @param extensions those that count
   * @param corrections approved ones
   * @param reportableErrors errors by which something was disclosed: recorded as such, and approved
   *     corrections that say so. Both count, also where they name the same delivery and cause: a
   *     correction names no item, so nobody can tell one mistake from two, and too many are better
   *     than one hidden.
   * @param links what it says of other requests; these say nothing of its state
   * @param duplicateOf the request that it was last said to repeat
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Marks(
      boolean clarificationOpen,
      int extensions,
      int reopenings,
      int corrections,
      int reportableErrors,
      int obstacles,
      int reminders,
      int links,
      @Nullable UUID duplicateOf) {}
}
