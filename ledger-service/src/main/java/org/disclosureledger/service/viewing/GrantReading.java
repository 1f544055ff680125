package org.disclosureledger.service.viewing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.dispatch.Caller;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.grant.Grant;
import org.disclosureledger.service.grant.GrantRule;
import org.disclosureledger.service.grant.Grants;
import org.disclosureledger.service.grant.event.GrantEvent;
import org.disclosureledger.service.grant.event.GrantEvents;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.vocabulary.ViewPurpose;
import org.springframework.stereotype.Component;

/** The grants of one request, from its entries: what was revoked a moment ago is over. */
@Component
public class GrantReading {
  private static final List<String> TYPES =
      List.of(GrantEvents.GRANTED.type(), GrantEvents.REVOKED.type());

  private final EntryStore store;

  GrantReading(EntryStore store) {
    this.store = store;
  }

  public Grants of(LedgerDescription ledger, UUID request) {
    Grants grants = Grants.NONE;
    StreamId stream = new StreamId("access/" + request);
    for (StoredEvent stored : store.ofTypes(ledger.name(), stream, TYPES)) {
      if (stored.payload() instanceof GrantEvent event) {
        grants = grants.evolve(event, stored.header());
      }
    }
    return grants;
  }

  /**
   * A grant under which this person may open the request now; of several the longest.
   *
   * @throws CommandRefused with {@link GrantRule#GRANT_REQUIRED}: of a grant that is over or
   *     another's no more is told than of none
   */
  Grant require(
      LedgerDescription ledger, UUID request, Caller caller, ViewPurpose purpose, Instant now) {
    return of(ledger, request).all().stream()
        .filter(grant -> serves(grant, caller, purpose, now))
        .max((one, other) -> one.until().compareTo(other.until()))
        .orElseThrow(GrantReading::none);
  }

  /**
   * The same of this one.
   *
   * @return it
   * @throws CommandRefused with {@link GrantRule#GRANT_REQUIRED}
   */
  Grant requireThis(
      LedgerDescription ledger,
      UUID request,
      UUID grant,
      Caller caller,
      ViewPurpose purpose,
      Instant now) {
    return of(ledger, request)
        .find(grant)
        .filter(found -> serves(found, caller, purpose, now))
        .orElseThrow(GrantReading::none);
  }

  private static boolean serves(Grant grant, Caller caller, ViewPurpose purpose, Instant now) {
    return grant.isOf(caller.role(), caller.actor())
        && grant.purpose() == purpose
        && grant.standsAt(now);
  }

  static CommandRefused none() {
    return new CommandRefused(GrantRule.GRANT_REQUIRED, "ask an approver for one");
  }
}
