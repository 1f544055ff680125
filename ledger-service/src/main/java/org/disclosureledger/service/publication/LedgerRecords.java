package org.disclosureledger.service.publication;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.disclosureledger.format.Entry;
import org.disclosureledger.format.EntryCodec;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.FormatTime;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.service.kafka.TopicNames;
import org.disclosureledger.service.publication.PublicationStore.CheckpointRow;
import org.disclosureledger.service.publication.PublicationStore.EntryRow;
import org.disclosureledger.service.sealing.LedgerCorrupted;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the ledger as records. The value is the entry's or note's exact bytes; headers repeat
 * what a consumer routes by: the event's attributes as the Kafka protocol binding of CloudEvents
 * 1.0 (§3.2) names them, and where the entry stands. Nobody need believe them: all but {@code
 * position} follow from the value and the checkpoint.
 */
final class LedgerRecords {
  /** RFC 7515 §9: the media type that an entry's {@code typ} abbreviates. */
  private static final String ENTRY_TYPE = "application/disclosure-entry+sd-jwt";

  private static final String NOTE_TYPE = "text/plain; charset=utf-8";

  private final TopicNames topics;

  LedgerRecords(TopicNames topics) {
    this.topics = topics;
  }

  /**
   * @throws LedgerCorrupted when the row is not what was committed
   */
  ProducerRecord<String, byte[]> entry(LedgerDescription ledger, EntryRow row) {
    EntryPayload payload = checked(ledger, row).payload();
    Headers headers = new RecordHeaders();
    add(headers, "content-type", ENTRY_TYPE);
    add(headers, "ce_specversion", "1.0");
    add(headers, "ce_id", payload.id().toString());
    add(headers, "ce_source", payload.source().value());
    add(headers, "ce_type", payload.type());
    add(headers, "ce_subject", payload.subject().value());
    add(headers, "ce_time", FormatTime.format(payload.time()));
    add(headers, "ce_dataschema", payload.dataSchema());
    add(headers, "ce_recordedtime", FormatTime.format(payload.recordedTime()));
    add(headers, "ce_streamsequence", Long.toString(payload.streamSequence()));
    add(headers, "ce_previous", payload.previous().toBase64Url());
    add(headers, "ce_actor", payload.actor().value());
    add(headers, "ce_actorrole", payload.actorRole().code());
    optional(headers, "ce_correlationid", payload.correlationId());
    optional(headers, "ce_causationid", payload.causationId());
    add(headers, "leaf-index", Long.toString(row.leafIndex()));
    add(headers, "position", Long.toString(row.position()));
    return new ProducerRecord<>(
        topics.entries(ledger.name()),
        null,
        payload.recordedTime().toEpochMilli(),
        payload.subject().value(),
        row.bytes(),
        headers);
  }

  ProducerRecord<String, byte[]> checkpoint(LedgerDescription ledger, CheckpointRow row) {
    Headers headers = new RecordHeaders();
    add(headers, "content-type", NOTE_TYPE);
    add(headers, "size", Long.toString(row.size()));
    return new ProducerRecord<>(
        topics.checkpoints(ledger.name()),
        null,
        null,
        ledger.origin().value(),
        row.note(),
        headers);
  }

  private static Entry checked(LedgerDescription ledger, EntryRow row) {
    Entry entry;
    try {
      entry = EntryCodec.parse(row.bytes());
    } catch (FormatException e) {
      throw new LedgerCorrupted("position " + row.position() + ": " + e.getMessage(), e);
    }
    if (!entry.leafHash().equals(LeafHash.of(row.leafHash()))
        || !entry.payload().source().equals(ledger.origin())) {
      throw new LedgerCorrupted(
          "position " + row.position() + ": the leaf hash is not the entry's, or its source");
    }
    return entry;
  }

  private static void optional(Headers headers, String name, @Nullable UUID value) {
    if (value != null) {
      add(headers, name, value.toString());
    }
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
