package org.disclosureledger.service.reconciliationregister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.agencyregister.AgencyQuery;
import org.disclosureledger.service.agencyregister.PredecessorQuery;
import org.disclosureledger.service.disclosure.DocumentNumberIndex;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.projection.SyntheticHistory;
import org.disclosureledger.service.reconciliation.ReceiptPeriod;
import org.disclosureledger.service.reconciliation.ReconciliationRule;
import org.disclosureledger.service.reconciliation.command.RecordReconciliation;
import org.disclosureledger.service.request.AgencyStanding;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

/** When what is compared is behind the ledger. */
class RegisterComparisonTest {
  private static final long HEAD = 7;
  private static final LedgerDescription NORTH = SyntheticHistory.ledger("north");
  private static final ReceiptPeriod NOVEMBER =
      new ReceiptPeriod(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-30"));
  private static final byte[] LIST =
      "number,date,received\n0001/CV-MAU,,2026-11-03\n".getBytes(StandardCharsets.US_ASCII);

  private final EntryStore store = mock(EntryStore.class);
  private final AgencyQuery agencies = mock(AgencyQuery.class);
  private final PredecessorQuery predecessors = mock(PredecessorQuery.class);
  private final ReconciliationQuery register = mock(ReconciliationQuery.class);
  private final DocumentNumberIndex numbers = mock(DocumentNumberIndex.class);

  @BeforeEach
  void oneListedDocument() {
    when(store.headPosition()).thenReturn(HEAD);
    when(agencies.standing(anyString(), anyString())).thenReturn(AgencyStanding.UNREGISTERED);
    when(register.known(any(), any())).thenReturn(true);
    when(numbers.key(any(), anyString())).thenReturn("a key");
  }

  private RecordReconciliation compared(Duration patience) {
    return new RegisterComparison(store, agencies, predecessors, register, numbers, patience)
        .of(new UUID(0x7000L, 1L << 63), NORTH, "TOA-MAU", NOVEMBER, LIST);
  }

  private void refusedAsBehind() {
    CommandRefused refused =
        catchThrowableOfType(CommandRefused.class, () -> compared(Duration.ZERO));
    assertThat(refused.rule()).isEqualTo(ReconciliationRule.REGISTER_BEHIND);
    verify(register, never()).received(any(), any(), any(), any());
    verify(predecessors, never()).of(any(), anyString());
  }

  @Test
  void requestsThatLagBehindAreNotCompared() {
    when(register.applied(NORTH)).thenReturn(HEAD - 1);
    when(predecessors.applied(NORTH)).thenReturn(HEAD);
    refusedAsBehind();
  }

  @Test
  void nothingIsComparedWhileTheAgenciesLagBehind() {
    when(register.applied(NORTH)).thenReturn(HEAD);
    when(predecessors.applied(NORTH)).thenReturn(HEAD - 1);
    refusedAsBehind();
  }

  @Test
  void bothAreWaitedForBeforeAnythingIsRead() {
    when(register.applied(NORTH)).thenReturn(HEAD - 2, HEAD - 1, HEAD);
    when(predecessors.applied(NORTH)).thenReturn(HEAD - 1, HEAD + 1);
    when(predecessors.of(NORTH, "TOA-MAU")).thenReturn(List.of("TOA-CU"));
    RecordReconciliation command = compared(Duration.ofMinutes(1));
    assertThat(command.predecessors()).containsExactly("TOA-CU");
    assertThat(command.comparison().theirsOnly()).isEqualTo(1);
    InOrder order = inOrder(store, register, predecessors);
    order.verify(store).headPosition();
    order.verify(predecessors, times(2)).applied(NORTH);
    order.verify(predecessors).of(NORTH, "TOA-MAU");
    order.verify(register).received(any(), any(), any(), any());
  }
}
