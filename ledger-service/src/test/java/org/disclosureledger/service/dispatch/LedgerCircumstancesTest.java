package org.disclosureledger.service.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.agencyregister.AgencyQuery;
import org.disclosureledger.service.deadline.PolicyInForce;
import org.disclosureledger.service.projection.MemoryEntryStore;
import org.disclosureledger.service.sealing.StreamReads;
import org.junit.jupiter.api.Test;

class LedgerCircumstancesTest {
  private final StreamReads reads = new StreamReads(new MemoryEntryStore(List.of()), "demo");
  private final AgencyQuery agencies = mock(AgencyQuery.class);
  private final LedgerCircumstances circumstances =
      new LedgerCircumstances(reads, agencies, new LedgerPolicies(), _ -> false);

  @Test
  void aPolicyAdoptedAfterItWasLookedForWouldHaveMovedItsStream() {
    assertThat(circumstances.policies()).isEqualTo(PolicyInForce.NONE);
    assertThat(reads.heads()).isEqualTo(Map.of(new StreamId("policy"), -1L));
  }

  @Test
  void anAgencyIsReadUnderTheDecisionsOwnNote() {
    circumstances.agency("CA-1");
    verify(agencies).standing(reads, "CA-1");
  }

  /** That it exists never ceases; and if it does not, nothing is appended on it. */
  @Test
  void whetherARequestExistsHoldsNothing() {
    assertThat(circumstances.requestExists(new UUID(0x7000L, 1L << 63))).isFalse();
    assertThat(reads.heads()).isEmpty();
  }
}
