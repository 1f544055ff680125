package org.disclosureledger.service.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.Origin;
import org.disclosureledger.service.dispatch.CommandDispatcher;
import org.disclosureledger.service.opening.LedgerOpener;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerClocks;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of a sample's beginning, and what is said of one that never ended. */
class SampleFillerTest {
  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
  private static final LedgerDescription LEDGER =
      new LedgerDescription(new UUID(0, 9), "sample", new Origin("ledger.example/sample"), true);

  @TempDir Path folder;
  private final LedgerOpener opener = mock(LedgerOpener.class);
  private final CommandDispatcher dispatcher = mock(CommandDispatcher.class);
  private final EntryStore store = mock(EntryStore.class);
  private final Runnable policy = mock(Runnable.class);

  @BeforeEach
  void ledger() {
    when(opener.register(anyString(), any(), anyBoolean())).thenReturn(LEDGER);
    when(store.entry(anyString(), anyLong())).thenReturn(Optional.empty());
  }

  private SampleFiller filler() {
    LedgerClocks clocks = new LedgerClocks(InstantSource.fixed(NOW));
    Actor actor = Actor.of(UUID.fromString("5a1d4b6e-7c0f-4a53-9d2e-1f2a3b4c5d6e"));
    return new SampleFiller(
        opener,
        clocks,
        dispatcher,
        (ledger, user) -> actor,
        store,
        (place, document, name) -> {
          throw new IllegalStateException("no document here");
        },
        (ledger, id, agency, period, csv) -> {
          throw new IllegalStateException("no list here");
        },
        (ledger, period, asOf) -> {
          throw new IllegalStateException("no report here");
        },
        folder.resolve("data"));
  }

  private long fill(SampleFiller filler) {
    return filler.fill(2026, 5, InstantSource.fixed(NOW), policy);
  }

  @Test
  void theLedgerIsOpenBeforeThePolicyListsItAndBeforeAnyCommand() {
    when(dispatcher.dispatch(any(), any(), any(), any(), any()))
        .thenThrow(new IllegalStateException("killed"));
    assertThatThrownBy(() -> fill(filler())).hasMessage("killed");

    var order = inOrder(opener, policy, dispatcher);
    order.verify(opener).register(eq("sample"), any(), eq(true));
    order.verify(opener).open(eq(LEDGER), any(), any(), any());
    order.verify(policy).run();
    order.verify(dispatcher).dispatch(any(), any(), any(), any(), any());
  }

  @Test
  void anInterruptedSampleIsOpenedToItsEndAndSaidToBeIncomplete() {
    when(dispatcher.dispatch(any(), any(), any(), any(), any()))
        .thenThrow(new IllegalStateException("killed"));
    assertThatThrownBy(() -> fill(filler())).hasMessage("killed");
    StoredEvent third = mock(StoredEvent.class);
    when(store.entry("sample", 2)).thenReturn(Optional.of(third));
    org.mockito.Mockito.clearInvocations(opener, dispatcher);

    SampleFiller next = filler();
    assertThat(fill(next)).isZero();
    verify(opener).open(eq(LEDGER), any(), any(), any());
    verify(dispatcher, never()).dispatch(any(), any(), any(), any(), any());
    assertThat(next.interrupted()).isTrue();
    assertThat(SampleAtStart.said(0, true, folder.resolve("data")))
        .contains("incomplete")
        .contains("remove the folder " + folder.resolve("data"));
  }

  @Test
  void aSampleThatIsThereIsLeftAlone() {
    StoredEvent third = mock(StoredEvent.class);
    when(store.entry("sample", 2)).thenReturn(Optional.of(third));
    SampleFiller filler = filler();
    assertThat(fill(filler)).isZero();
    assertThat(filler.interrupted()).isFalse();
    assertThat(SampleAtStart.said(0, false, folder)).contains("has entries already");
  }
}
