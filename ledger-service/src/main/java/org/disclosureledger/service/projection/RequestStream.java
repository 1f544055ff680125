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

  /** The request's id, or empty for the stream of something else, and of no id at all. */
  public static Optional<UUID> requestId(StreamId subject) {
    return id(subject, PREFIX);
  }

  /**
   * The id in {@code <prefix><uuid>}, in lower case and full length; empty for any other stream,
   * which nothing of ours makes but a key's holder may.
   */
  public static Optional<UUID> id(StreamId subject, String prefix) {
    String text = subject.value();
    if (!text.startsWith(prefix)) {
      return Optional.empty();
    }
    String id = text.substring(prefix.length());
    try {
      return Optional.of(UUID.fromString(id)).filter(uuid -> uuid.toString().equals(id));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }
}
