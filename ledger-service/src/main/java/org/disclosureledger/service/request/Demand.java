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
 * @param emergency as last corrected; the due time of the answer rests on what was first recorded
 * @param documents whether any came with it
 * @param dated whether a document's date is recorded, be it by a correction
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
    boolean documents,
    boolean dated,
    boolean oral,
    @Nullable Instant reachedAgentAt) {

  static Demand of(RequestRecorded event) {
    return new Demand(
        event.receivedAt(),
        null,
        event.requestingAgency().code(),
        event.secrecy(),
        event.channel(),
        event.emergency(),
        !event.documents().isEmpty(),
        event.documentDate() != null,
        oral(
            event.emergency(),
            event.channel(),
            paper(event.secrecy(), !event.documents().isEmpty(), event.documentDate() != null)),
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
   * As a correction has it. Where that says an emergency or another channel, it is looked at again
   * whether the demand was said rather than written: before, nobody had to ask for a paper.
   */
  Demand corrected(OpenAct.Correction as) {
    Secrecy nextSecrecy = Objects.requireNonNullElse(as.secrecy(), secrecy);
    Channel nextChannel = Objects.requireNonNullElse(as.channel(), channel);
    boolean nextEmergency = Objects.requireNonNullElse(as.emergency(), emergency);
    boolean nextDated = dated || as.dated();
    boolean said =
        (as.channel() != null || as.emergency() != null)
            && oral(nextEmergency, nextChannel, paper(nextSecrecy, documents, nextDated));
    return new Demand(
        receivedAt,
        as.receivedAt() == null ? correctedReceivedAt : as.receivedAt(),
        Objects.requireNonNullElse(as.agency(), agency),
        nextSecrecy,
        nextChannel,
        nextEmergency,
        documents,
        nextDated,
        oral || said,
        reachedAgentAt);
  }
}
