package org.disclosureledger.service.sealing;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.disclosureledger.format.Entry;
import org.disclosureledger.format.EntryCodec;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.service.envelope.EventHeader;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Rows of {@code entry} back into events, checking what can be checked of a single row. */
final class StoredRows {
  static final String COLUMNS =
      "e.position, e.leaf_index, e.bytes, e.leaf_hash, e.stream_id, e.sequence, l.name, l.origin";

  private final EventTypes types;
  private final EventJson json;

  StoredRows(EventTypes types, EventJson json) {
    this.types = types;
    this.json = json;
  }

  /** A row with the columns of {@link #COLUMNS}. */
  StoredEvent read(ResultSet row) throws SQLException {
    long position = row.getLong(1);
    long leafIndex = row.getLong(2);
    Entry entry = parse(row.getBytes(3), position);
    if (!entry.leafHash().equals(LeafHash.of(row.getBytes(4)))) {
      throw new LedgerCorrupted("position " + position + ": the leaf hash is not the entry's");
    }
    EntryPayload payload = entry.payload();
    boolean columnsAgree =
        payload.subject().value().equals(row.getString(5))
            && payload.streamSequence() == row.getLong(6)
            && payload.source().value().equals(row.getString(8));
    if (!columnsAgree) {
      throw new LedgerCorrupted("position " + position + ": the columns are not the entry's");
    }
    EventHeader header =
        new EventHeader(
            payload.id(),
            row.getString(7),
            payload.subject(),
            payload.type(),
            payload.time(),
            payload.recordedTime(),
            payload.actor(),
            payload.actorRole(),
            payload.correlationId(),
            payload.streamSequence(),
            leafIndex,
            position);
    return new StoredEvent(header, entry, decode(payload, position));
  }

  private static Entry parse(byte[] bytes, long position) {
    try {
      return EntryCodec.parse(bytes);
    } catch (FormatException e) {
      throw new LedgerCorrupted("position " + position + ": " + e.rule(), e);
    }
  }

  private @Nullable Object decode(EntryPayload payload, long position) {
    try {
      return types
          .reading(payload.type())
          .<Object>map(reading -> json.decode(payload.data(), reading))
          .orElse(null);
    } catch (JacksonException e) {
      // Sealed past the events' classes. Neither message nor cause: they quote the data.
      throw new LedgerCorrupted("position " + position + ": the data is not of its type");
    }
  }
}
