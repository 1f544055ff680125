package org.disclosureledger.service.request;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What our agency register says of a requesting agency at the moment of a decision.
 *
 * @param registered whether the register has it at all; the other members say nothing otherwise
 * @param validFrom first day of its validity, Asia/Ho_Chi_Minh
 * @param validUntil last day, included; absent while none is set
 * @param currentContacts ids of the contacts verified and not retired, its own and its successors'
 */
public record AgencyStanding(
    boolean registered,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validUntil,
    Set<UUID> currentContacts) {

  public static final AgencyStanding UNREGISTERED = new AgencyStanding(false, null, null, Set.of());

  public AgencyStanding {
    currentContacts = Set.copyOf(currentContacts);
  }

  /** Whether the agency is registered and valid on this day of Asia/Ho_Chi_Minh. */
  public boolean validOn(LocalDate day) {
    return registered
        && (validFrom == null || !day.isBefore(validFrom))
        && (validUntil == null || !day.isAfter(validUntil));
  }
}
