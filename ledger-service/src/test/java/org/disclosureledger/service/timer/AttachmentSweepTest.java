package org.disclosureledger.service.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.attachment.AttachmentIntake;
import org.disclosureledger.service.attachment.ObjectName;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.projection.TestEntries;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.disclosureledger.service.sealing.StoredEvent;
import org.junit.jupiter.api.Test;

/** Which stored objects the sweep may delete; that it deletes them is the store's test. */
class AttachmentSweepTest {
  private static final UUID LEDGER = new UUID(0, 1);
  private static final StreamId STREAM =
      new StreamId("request/01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f");
  private static final String NAMED = "ab".repeat(32);
  private static final String ORPHAN = "cd".repeat(32);

  private final AttachmentIntake attachments = mock(AttachmentIntake.class);
  private final EntryStore store = mock(EntryStore.class);
  private final LedgerDirectory ledgers = mock(LedgerDirectory.class);
  private final AttachmentSweep sweep = new AttachmentSweep(attachments, ledgers, store);

  /** The objects that would stay, of those asked about. */
  private List<ObjectName> kept(ObjectName... objects) throws IOException {
    when(ledgers.all())
        .thenReturn(
            List.of(
                new LedgerDescription(LEDGER, "demo", new Origin("ledger.example/demo"), false)));
    List<ObjectName> kept = new ArrayList<>();
    when(attachments.sweep(any()))
        .thenAnswer(call -> {
          Predicate<ObjectName> named = call.getArgument(0);
          List.of(objects).stream().filter(named).forEach(kept::add);
          return objects.length - kept.size();
        });
    sweep.sweep();
    return kept;
  }

  private static StoredEvent entry(String data) {
    EventHeader header =
        new EventHeader(
            new UUID(0x7000L, 0x8000_0000_0000_0001L),
            "demo",
            STREAM,
            "org.disclosureledger.document.attached.v1",
            Instant.EPOCH,
            Instant.EPOCH,
            Actor.SYSTEM,
            ActorRole.SYSTEM,
            null,
            0,
            0,
            0);
    return new StoredEvent(header, TestEntries.of(header, data), null);
  }

  @Test
  void whatAnEntryNamesStaysAlsoWhenItsEventIsUnknownHere() throws IOException {
    when(store.stream("demo", STREAM)).thenReturn(List.of(entry("{\"object\":\"" + NAMED + "\"}")));
    ObjectName named = new ObjectName(LEDGER, STREAM, NAMED);
    assertThat(kept(named, new ObjectName(LEDGER, STREAM, ORPHAN))).containsExactly(named);
  }

  @Test
  void anObjectIsNotKeptByTheEntryOfAnotherStream() throws IOException {
    when(store.stream("demo", STREAM)).thenReturn(List.of(entry("{\"object\":\"" + NAMED + "\"}")));
    StreamId other = new StreamId("request/01990a3c-5b7e-7d21-9c44-0a1b2c3d4e60");
    assertThat(kept(new ObjectName(LEDGER, other, NAMED))).isEmpty();
  }

  @Test
  void whatBelongsToALedgerThatIsNotOpenHereStays() throws IOException {
    ObjectName foreign = new ObjectName(new UUID(0, 2), STREAM, ORPHAN);
    assertThat(kept(foreign)).containsExactly(foreign);
  }

  @Test
  void aStreamThatCannotBeReadKeepsItsObjectsAndHidesNoOther() throws IOException {
    when(store.stream("demo", STREAM)).thenThrow(new IllegalStateException("unreadable"));
    StreamId other = new StreamId("request/01990a3c-5b7e-7d21-9c44-0a1b2c3d4e60");
    ObjectName unknown = new ObjectName(LEDGER, STREAM, ORPHAN);
    assertThat(kept(unknown, new ObjectName(LEDGER, other, ORPHAN))).containsExactly(unknown);
  }

  @Test
  void itRunsOnceADay() {
    assertThat(sweep.task().getName()).isEqualTo(AttachmentSweep.TASK);
    Instant now = Instant.parse("2026-11-22T03:00:00Z");
    assertThat(AttachmentSweep.NIGHTLY.getInitialExecutionTime(now))
        .isEqualTo(Instant.parse("2026-11-22T19:30:00Z"));
  }
}
