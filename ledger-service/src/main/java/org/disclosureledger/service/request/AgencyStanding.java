package org.disclosureledger.service.request;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What our agency register says of one agency.
 *
 * @param validFrom first day, Asia/Ho_Chi_Minh; absent when not registered
 * @param validUntil last day, Asia/Ho_Chi_Minh; absent while it has no end
 * @param currentContacts ids of contacts, its own and its successors', that may be called now
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

  /** Whether nothing in the register speaks against the agency on that day. */
  public boolean mayAct(LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom))
        && (validUntil == null || !day.isAfter(validUntil));
  }
}
