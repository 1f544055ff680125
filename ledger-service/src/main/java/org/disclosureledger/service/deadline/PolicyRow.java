package org.disclosureledger.service.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.jspecify.annotations.Nullable;

/**
 * One rule about a due time, as adopted: data with a citation, never a constant of the program.
 *
 * @param id names the row within its policy, e.g. {@code user-information-ordinary}
 * @param effectiveFrom first day in force, Asia/Ho_Chi_Minh
 * @param effectiveTo last day in force, Asia/Ho_Chi_Minh; absent while it has no end
 * @param secondHand true while nobody has checked the row against the text it cites
 * @param itemKinds the items it applies to
 * @param emergency true for emergencies only, false for the others only, absent for both
 * @param hours 1 to 8,760 hours of the clock; exactly one of hours and workingDays is given
 * @param workingDays 1 to 366 working days, which need a calendar
 */
public record PolicyRow(
    String id,
    LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    String citationVi,
    String citationEn,
    boolean secondHand,
    List<ItemKind> itemKinds,
    @Nullable Boolean emergency,
    DeadlinePurpose purpose,
    ClockKind clock,
    @Nullable Integer hours,
    @Nullable Integer workingDays) {

  public static final int MAX_HOURS = 8_760;
  public static final int MAX_WORKING_DAYS = 366;
  public static final int MAX_CITATION = 500;

  /**
   * @throws IllegalArgumentException when the row contradicts itself
   */
  public PolicyRow {
    itemKinds = List.copyOf(itemKinds);
    require(id.matches("[a-z0-9]+(-[a-z0-9]+)*") && id.length() <= 64, "id", id);
    require(isCitation(citationVi) && isCitation(citationEn), "citation", id);
    require(!itemKinds.isEmpty(), "item kinds", id);
    require(effectiveTo == null || !effectiveTo.isBefore(effectiveFrom), "dates", id);
    require((hours == null) != (workingDays == null), "exactly one of hours, workingDays", id);
    require(hours == null || (hours >= 1 && hours <= MAX_HOURS), "hours", id);
    require(
        workingDays == null || (workingDays >= 1 && workingDays <= MAX_WORKING_DAYS),
        "workingDays",
        id);
  }

  /** Whether a working calendar is needed: for days always, for hours by the service clock. */
  boolean countsWorkingTime() {
    return workingDays != null || clock == ClockKind.SERVICE;
  }

  /** Whether this row says when an item of this kind, received then, has to be answered. */
  boolean appliesTo(DeadlinePurpose asked, ItemKind kind, boolean isEmergency, Instant receivedAt) {
    return purpose == asked
        && itemKinds.contains(kind)
        && (emergency == null || emergency == isEmergency)
        && isInForce(receivedAt);
  }

  /** On that day, Asia/Ho_Chi_Minh. */
  boolean isInForce(Instant instant) {
    return inForceOn(LocalDate.ofInstant(instant, LedgerZone.ID));
  }

  private static boolean isCitation(String text) {
    return !text.isBlank() && text.length() <= MAX_CITATION;
  }

  private boolean inForceOn(LocalDate day) {
    return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
  }

  private static void require(boolean holds, String what, String id) {
    if (!holds) {
      throw new IllegalArgumentException("policy row " + id + ": " + what);
    }
  }
}
