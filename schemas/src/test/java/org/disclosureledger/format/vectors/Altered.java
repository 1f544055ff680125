package org.disclosureledger.format.vectors;

import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.format.Origin;

/** One member of a payload made wrong. */
final class Altered {
  private Altered() {}

  static UnaryOperator<EntryPayload> source(String source) {
    return p ->
        copy(
            p,
            p.id(),
            new Origin(source),
            p.recordedTime(),
            p.streamSequence(),
            p.previous(),
            p.dataSchema());
  }

  static UnaryOperator<EntryPayload> id(String id) {
    return p ->
        copy(
            p,
            UUID.fromString(id),
            p.source(),
            p.recordedTime(),
            p.streamSequence(),
            p.previous(),
            p.dataSchema());
  }

  static UnaryOperator<EntryPayload> recordedTime(String time) {
    return p ->
        copy(
            p,
            p.id(),
            p.source(),
            Instant.parse(time),
            p.streamSequence(),
            p.previous(),
            p.dataSchema());
  }

  static UnaryOperator<EntryPayload> sequence(long sequence) {
    return p ->
        copy(p, p.id(), p.source(), p.recordedTime(), sequence, p.previous(), p.dataSchema());
  }

  static UnaryOperator<EntryPayload> previous(LeafHash previous) {
    return p ->
        copy(p, p.id(), p.source(), p.recordedTime(), p.streamSequence(), previous, p.dataSchema());
  }

  static UnaryOperator<EntryPayload> dataSchema(String uri) {
    return p ->
        copy(p, p.id(), p.source(), p.recordedTime(), p.streamSequence(), p.previous(), uri);
  }

  private static EntryPayload copy(
      EntryPayload p,
      UUID id,
      Origin source,
      Instant recordedTime,
      long sequence,
      LeafHash previous,
      String dataSchema) {
    return new EntryPayload(
        id,
        source,
        p.type(),
        p.subject(),
        p.time(),
        recordedTime,
        sequence,
        previous,
        p.actor(),
        p.actorRole(),
        p.correlationId(),
        p.causationId(),
        dataSchema,
        p.data());
  }
}
