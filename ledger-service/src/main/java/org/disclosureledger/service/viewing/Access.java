package org.disclosureledger.service.viewing;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.disclosure.ErasedStreams;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.grant.GrantRule;
import org.disclosureledger.service.sealing.LedgerClock;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.vocabulary.ViewPurpose;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether somebody may open a record's starred values: legal officers and approvers of themselves,
 * others by a grant, and nobody once they are erased.
 */
@Component
class Access {
  private final GrantReading grants;
  private final ErasedStreams erased;
  private final LedgerClock clock;

  Access(GrantReading grants, ErasedStreams erased, LedgerClock clock) {
    this.grants = grants;
    this.erased = erased;
    this.clock = clock;
  }

  /**
   * What a look or an export rests on.
   *
   * @param grant absent for officers
   */
  record Basis(ViewPurpose purpose, @Nullable UUID grant) {}

  boolean erased(LedgerDescription ledger, UUID record) {
    return erased.contains(ledger.name(), new StreamId("request/" + record));
  }

  /**
   * @throws CommandRefused with a {@link ViewingRule} or a {@link GrantRule}
   */
  Basis of(LedgerDescription ledger, Viewer viewer, UUID record) {
    ViewPurpose purpose = viewer.purpose();
    requireKept(ledger, record);
    if (viewer.isOfficer()) {
      return new Basis(purpose, null);
    }
    Instant now = clock.now(ledger.name());
    return new Basis(purpose, grants.require(ledger, record, viewer.caller(), purpose, now).id());
  }

  /**
   * The same under this grant and no other.
   *
   * @throws CommandRefused with a {@link ViewingRule} or a {@link GrantRule}
   */
  Basis under(LedgerDescription ledger, Viewer viewer, UUID record, UUID grant) {
    Basis basis = new Basis(viewer.purpose(), grant);
    permission(ledger, viewer, record, basis).check(clock.now(ledger.name()));
    return basis;
  }

  /** Whether it holds still. */
  Trace.Permission permission(LedgerDescription ledger, Viewer viewer, UUID record, Basis basis) {
    UUID grant = basis.grant();
    return now -> {
      requireKept(ledger, record);
      return grant == null
          ? null
          : grants
              .requireThis(ledger, record, grant, viewer.caller(), basis.purpose(), now)
              .inTime();
    };
  }

  private void requireKept(LedgerDescription ledger, UUID record) {
    if (erased(ledger, record)) {
      throw new CommandRefused(GrantRule.PERSONAL_DATA_ERASED, "there is nothing left to open");
    }
  }
}
