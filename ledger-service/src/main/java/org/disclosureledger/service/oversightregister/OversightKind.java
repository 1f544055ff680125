package org.disclosureledger.service.oversightregister;

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

  static Optional<OversightKind> of(StreamId stream) {
    for (OversightKind kind : values()) {
      if (stream.value().startsWith(kind.prefix())) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  UUID id(StreamId stream) {
    return UUID.fromString(stream.value().substring(prefix().length()));
  }
}
