package org.disclosureledger.service.projection;

import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.format.StreamId;

/** Streams {@code request/<uuid>}. */
public final class RequestStream {
  private static final String PREFIX = "request/";

  private RequestStream() {}

  public static StreamId of(UUID requestId) {
    return new StreamId(PREFIX + requestId);
  }

  /** The request's id, or empty for the stream of something else. */
  public static Optional<UUID> requestId(StreamId subject) {
    return subject.value().startsWith(PREFIX)
        ? Optional.of(UUID.fromString(subject.value().substring(PREFIX.length())))
        : Optional.empty();
  }
}
