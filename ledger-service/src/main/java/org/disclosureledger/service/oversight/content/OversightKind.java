package org.disclosureledger.service.oversight.content;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.format.StreamId;

/** What a stream of the room oversight is about; also the stream's first segment. */
public enum OversightKind {
  INSPECTION,
  DRILL,
  NOTICE;

  public StreamId stream(UUID id) {
    return new StreamId(prefix() + id);
  }

  private String prefix() {
    return name().toLowerCase(Locale.ROOT) + "/";
  }

  /** Of whose streams it is, or empty for a stream of another room. */
  public static Optional<OversightKind> of(StreamId stream) {
    for (OversightKind kind : values()) {
      if (stream.value().startsWith(kind.prefix())) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  public UUID id(StreamId stream) {
    return UUID.fromString(stream.value().substring(prefix().length()));
  }
}
