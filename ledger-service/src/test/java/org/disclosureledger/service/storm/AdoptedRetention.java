package org.disclosureledger.service.storm;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.format.StreamLink;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.EventIds;
import org.disclosureledger.service.erasure.event.ErasureEvents;
import org.disclosureledger.service.erasure.event.RetentionAdopted;
import org.disclosureledger.service.erasure.event.RetentionRow;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.disclosureledger.service.sealing.LedgerSealing;
import org.disclosureledger.service.sealing.UnsealedEvent;
import org.springframework.context.ConfigurableApplicationContext;

/** Retention rules of one row, adopted without a command. */
final class AdoptedRetention {
  private AdoptedRetention() {}

  /** As an administrator would. */
  static void adopt(ConfigurableApplicationContext context, String id, int days) {
    LedgerDescription ledger = context.getBean(LedgerDirectory.class).find("demo").orElseThrow();
    StreamId retention = new StreamId("retention");
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    EventHeader header =
        new EventHeader(
            EventIds.secure().at(now),
            "demo",
            retention,
            ErasureEvents.ADOPTED.type(),
            now,
            now,
            Actor.SYSTEM,
            ActorRole.SYSTEM,
            null,
            0,
            EventHeader.UNSEALED,
            EventHeader.UNSEALED);
    RetentionRow row =
        new RetentionRow(id, LocalDate.of(2026, 1, 1), null, "Quy chế ví dụ", days, null);
    context
        .getBean(LedgerSealing.class)
        .append(
            ledger,
            List.of(new UnsealedEvent(header, new RetentionAdopted(List.of(row)))),
            StreamLink.of(
                context.getBean(EntryStore.class).stream("demo", retention).getLast().entry()),
            null);
  }
}
