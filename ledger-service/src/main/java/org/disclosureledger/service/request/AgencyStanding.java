package org.disclosureledger.service.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.vocabulary.Channel;
import org.jspecify.annotations.Nullable;

/**
 * What our agency register says of a requesting agency at the moment of a decision.
 *
 * @param registered whether the register has it at all; the other members say nothing otherwise
 * @param validFrom first day of its validity, Asia/Ho_Chi_Minh
 * @param validUntil last day, included; absent while none is set
 * @param contacts those verified and not retired, its own and its present successors'
 */
public record AgencyStanding(
    boolean registered,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validUntil,
    List<Contact> contacts) {

  public static final AgencyStanding UNREGISTERED =
      new AgencyStanding(false, null, null, List.of());

  /**
   * A way to reach the agency that somebody of ours checked.
   *
   * @param since when, as claimed, UTC
   * @param from first day of the successor that it belongs to, Asia/Ho_Chi_Minh
   */
  public record Contact(UUID id, Channel channel, Instant since, LocalDate from) {

    boolean standsAt(Instant time) {
      return !since.isAfter(time) && !LocalDate.ofInstant(time, LedgerZone.ID).isBefore(from);
    }
  }

  public AgencyStanding {
    contacts = List.copyOf(contacts);
  }

  Optional<Contact> contact(UUID id) {
    return contacts.stream().filter(contact -> contact.id().equals(id)).findFirst();
  }

  /** Whether the agency is registered and valid on this day of Asia/Ho_Chi_Minh. */
  public boolean validOn(LocalDate day) {
    return registered
        && (validFrom == null || !day.isBefore(validFrom))
        && (validUntil == null || !day.isAfter(validUntil));
  }
}
