package org.disclosureledger.service.request;

import java.time.Instant;
import java.time.LocalDate;
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
 * @param oral an emergency said rather than written, which has to be confirmed in writing
 */
public record Demand(
    Instant receivedAt,
    @Nullable Instant correctedReceivedAt,
    String agency,
    Secrecy secrecy,
    boolean emergency,
    boolean oral) {

  static Demand of(RequestRecorded event) {
    return new Demand(
        event.receivedAt(),
        null,
        event.requestingAgency().code(),
        event.secrecy(),
        event.emergency(),
        oral(
            event.emergency(),
            event.channel(),
            event.secrecy().aboveNormal()
                ? event.documentDate() != null
                : !event.documents().isEmpty()));
  }

  /**
   * An emergency by telephone, or in person when no paper was shown.
   *
   * @param paper whether a document came with it; of a secret one only its date is recorded
   */
  static boolean oral(boolean emergency, Channel channel, boolean paper) {
    return emergency && (channel == Channel.TELEPHONE || (channel == Channel.IN_PERSON && !paper));
  }

  /** The day of Asia/Ho_Chi_Minh on which it came in, as last corrected. */
  LocalDate dayOfReceipt() {
    Instant received = correctedReceivedAt == null ? receivedAt : correctedReceivedAt;
    return LocalDate.ofInstant(received, Gate.ZONE);
  }

  Demand corrected(@Nullable Instant received, @Nullable String otherAgency) {
    return new Demand(
        receivedAt,
        received == null ? correctedReceivedAt : received,
        otherAgency == null ? agency : otherAgency,
        secrecy,
        emergency,
        oral);
  }
}
