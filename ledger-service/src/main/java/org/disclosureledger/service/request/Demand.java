package org.disclosureledger.service.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.jspecify.annotations.Nullable;

/**
 * What the agency sent: the clear members that rules look at.
 *
 * @param receivedAt as first recorded, claimed, UTC; a correction leaves it as it is
 * @param correctedReceivedAt as a correction says it should have been
 * @param agency code of the requesting agency, as last corrected
 * @param secrecy as last corrected
 * @param channel as last corrected
 * @param emergency as last corrected
 * @param claimedEmergency as first recorded: the due time of the answer rests on it
 * @param dueStated the agency's own deadline, if it gave one
 * @param paper whether a document came with it, as first recorded; of a secret one only its date is
 * @param oral an emergency said rather than written, which has to be confirmed in writing; for
 *     good, for no correction takes that duty away
 * @param reachedAgentAt when it reached an agent first, as claimed, UTC
 */
public record Demand(
    Instant receivedAt,
    @Nullable Instant correctedReceivedAt,
    String agency,
    Secrecy secrecy,
    Channel channel,
    boolean emergency,
    boolean claimedEmergency,
    @Nullable Instant dueStated,
    boolean paper,
    boolean oral,
    @Nullable Instant reachedAgentAt) {

  static Demand of(RequestRecorded event) {
    boolean paper =
        paper(event.secrecy(), !event.documents().isEmpty(), event.documentDate() != null);
    return new Demand(
        event.receivedAt(),
        null,
        event.requestingAgency().code(),
        event.secrecy(),
        event.channel(),
        event.emergency(),
        event.emergency(),
        event.dueStated(),
        paper,
        oral(event.emergency(), event.channel(), paper),
        event.agent() == null ? null : event.agent().reachedAt());
  }

  /** Whether a document came with it; of a secret one only its date is recorded. */
  static boolean paper(Secrecy secrecy, boolean documents, boolean dated) {
    return secrecy.aboveNormal() ? dated : documents;
  }

  /**
   * An emergency by telephone, or in person when no paper was shown.
   *
   * @param paper as {@link #paper} says
   */
  static boolean oral(boolean emergency, Channel channel, boolean paper) {
    return emergency && (channel == Channel.TELEPHONE || (channel == Channel.IN_PERSON && !paper));
  }

  /** The day of Asia/Ho_Chi_Minh on which it came in, as last corrected. */
  LocalDate dayOfReceipt() {
    Instant received = correctedReceivedAt == null ? receivedAt : correctedReceivedAt;
    return LocalDate.ofInstant(received, LedgerZone.ID);
  }

  /** When it came in, as first recorded or as corrected, whichever is later. */
  Instant latestReceipt() {
    return correctedReceivedAt == null || correctedReceivedAt.isBefore(receivedAt)
        ? receivedAt
        : correctedReceivedAt;
  }

  /**
   * As a correction has it. An emergency that turns out to have been said is oral from then on; one
   * that was oral stays so, whatever it is called later.
   */
  Demand corrected(OpenAct.Correction as) {
    Channel nextChannel = Objects.requireNonNullElse(as.channel(), channel);
    boolean nextEmergency = Objects.requireNonNullElse(as.emergency(), emergency);
    return new Demand(
        receivedAt,
        as.receivedAt() == null ? correctedReceivedAt : as.receivedAt(),
        Objects.requireNonNullElse(as.agency(), agency),
        Objects.requireNonNullElse(as.secrecy(), secrecy),
        nextChannel,
        nextEmergency,
        claimedEmergency,
        dueStated,
        paper,
        oral || oral(nextEmergency, nextChannel, paper),
        reachedAgentAt);
  }
}
