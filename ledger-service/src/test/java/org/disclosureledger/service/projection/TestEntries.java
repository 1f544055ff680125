package org.disclosureledger.service.projection;

import java.nio.charset.StandardCharsets;
import org.disclosureledger.format.Entry;
import org.disclosureledger.format.EntryCodec;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.format.KeyId;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.format.Origin;
import org.disclosureledger.service.envelope.EventHeader;

/** Entries of the right form under a signature that nobody made. */
public final class TestEntries {
  private static final Origin ORIGIN = new Origin("ledger.example/test");
  private static final KeyId KEY = new KeyId("A".repeat(43));

  private TestEntries() {}

  public static Entry of(EventHeader header, String data) {
    EntryPayload payload =
        new EntryPayload(
            header.id(),
            ORIGIN,
            header.type(),
            header.subject(),
            header.time(),
            header.recordedTime(),
            header.sequence(),
            header.sequence() == 0 ? LeafHash.ZERO : LeafHash.ofEntry(new byte[] {1}),
            header.actor(),
            header.role(),
            header.correlationId(),
            null,
            "https://disclosureledger.example/events/request.recorded.v1",
            data.getBytes(StandardCharsets.UTF_8));
    return EntryCodec.parse(
        EntryCodec.assemble(EntryCodec.signingInput(KEY, payload), new byte[64]));
  }
}
