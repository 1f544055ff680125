package org.disclosureledger.service.envelope;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.messaging.MetaData;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * What stands around an event: given to {@code evolve} and to projections.
 *
 * @param time when it happened, as claimed; UTC, milliseconds
 * @param recordedTime when the ledger took it; before sealing equal to the context's clock
 * @param sequence place in its stream, from 0
 * @param leafIndex place in the ledger's tree, or {@link #UNSEALED} before the commit
 * @param position place in the deployment's order, or {@link #UNSEALED} before the commit
 */
public record EventHeader(
    UUID id,
    String ledger,
    StreamId subject,
    String type,
    Instant time,
    Instant recordedTime,
    Actor actor,
    ActorRole role,
    @Nullable UUID correlationId,
    long sequence,
    long leafIndex,
    long position) {

  public static final long UNSEALED = -1;

  private static final String PREFIX = "ledger.";

  /** As Axon metadata: strings only, so that any serializer keeps them. */
  public MetaData toMetaData() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(PREFIX + "id", id.toString());
    values.put(PREFIX + "name", ledger);
    values.put(PREFIX + "subject", subject.value());
    values.put(PREFIX + "type", type);
    values.put(PREFIX + "time", time.toString());
    values.put(PREFIX + "recordedtime", recordedTime.toString());
    values.put(PREFIX + "actor", actor.value());
    values.put(PREFIX + "role", role.code());
    values.put(PREFIX + "sequence", Long.toString(sequence));
    values.put(PREFIX + "leafindex", Long.toString(leafIndex));
    values.put(PREFIX + "position", Long.toString(position));
    if (correlationId != null) {
      values.put(PREFIX + "correlationid", correlationId.toString());
    }
    return MetaData.from(values);
  }

  /**
   * @throws IllegalStateException when the metadata was not written by {@link #toMetaData}
   */
  public static EventHeader from(MetaData metaData) {
    String correlation = (String) metaData.get(PREFIX + "correlationid");
    return new EventHeader(
        UUID.fromString(text(metaData, "id")),
        text(metaData, "name"),
        new StreamId(text(metaData, "subject")),
        text(metaData, "type"),
        Instant.parse(text(metaData, "time")),
        Instant.parse(text(metaData, "recordedtime")),
        new Actor(text(metaData, "actor")),
        ActorRole.parse(text(metaData, "role")),
        correlation == null ? null : UUID.fromString(correlation),
        Long.parseLong(text(metaData, "sequence")),
        Long.parseLong(text(metaData, "leafindex")),
        Long.parseLong(text(metaData, "position")));
  }

  private static String text(MetaData metaData, String name) {
    Object value = metaData.get(PREFIX + name);
    if (!(value instanceof String text)) {
      throw new IllegalStateException("event metadata lacks " + PREFIX + name);
    }
    return text;
  }
}
