package org.disclosureledger.format;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The CloudEvent an entry carries, FORMAT §1. Times are UTC and cut to milliseconds.
 *
 * @param id version 7, rule {@code event-id}
 * @param type rule {@code event-type}
 * @param time when it happened, as the recorder claims
 * @param recordedTime when the ledger took it
 * @param streamSequence 0 to 2^53−1, rule {@code stream-sequence}
 * @param dataSchema absolute URI without fragment, rule {@code data-schema}
 * @param data the {@code data} object, UTF-8 JSON exactly as signed
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by content
public record EntryPayload(
    UUID id,
    Origin source,
    String type,
    StreamId subject,
    Instant time,
    Instant recordedTime,
    long streamSequence,
    LeafHash previous,
    Actor actor,
    ActorRole actorRole,
    @Nullable UUID correlationId,
    @Nullable UUID causationId,
    String dataSchema,
    byte[] data) {
  private static final Pattern TYPE =
      Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*\\.v[1-9][0-9]{0,8}");

  public EntryPayload {
    if (!UuidText.is(id, 7)) {
      throw FormatRule.EVENT_ID.violation(0, "an event's id is a time-ordered UUID (version 7)");
    }
    if (type.length() > FormatLimits.MAX_TYPE_BYTES || !TYPE.matcher(type).matches()) {
      throw FormatRule.EVENT_TYPE.violation(0, "not an event type: " + TYPE);
    }
    if (streamSequence < 0 || streamSequence > FormatLimits.MAX_SAFE_INTEGER) {
      throw FormatRule.STREAM_SEQUENCE.violation(0, "a sequence number is 0 to 2^53−1");
    }
    if (!AbsoluteUri.matches(dataSchema)) {
      throw FormatRule.DATA_SCHEMA.violation(0, "not an absolute URI without fragment");
    }
    time = FormatTime.truncate(time);
    recordedTime = FormatTime.truncate(recordedTime);
    data = data.clone();
  }

  /** A copy of the bytes as signed. */
  @Override
  public byte[] data() {
    return data.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EntryPayload that
        && id.equals(that.id)
        && source.equals(that.source)
        && type.equals(that.type)
        && subject.equals(that.subject)
        && time.equals(that.time)
        && recordedTime.equals(that.recordedTime)
        && streamSequence == that.streamSequence
        && previous.equals(that.previous)
        && actor.equals(that.actor)
        && actorRole == that.actorRole
        && Objects.equals(correlationId, that.correlationId)
        && Objects.equals(causationId, that.causationId)
        && dataSchema.equals(that.dataSchema)
        && Arrays.equals(data, that.data);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, subject, streamSequence, previous);
  }
}
