package org.disclosureledger.service.attachment;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.format.StreamId;

/**
 * What an encrypted document is stored under. Two requests never share an object: even of the same
 * document each has its own ciphertext, so that erasing one cannot hurt the other.
 *
 * @param object SHA-256 of the ciphertext, 64 lower-case hex digits, as in {@code
 *     document.attached}
 */
public record ObjectName(UUID ledger, StreamId stream, String object) {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final int MAX_KEY = 36 + 4 + FormatLimits.MAX_STREAM_ID_BYTES + 1 + 64;
  private static final Pattern KEY =
      Pattern.compile(
          "(?<ledger>[0-9a-f-]{36})/(?<shard>[0-9a-f]{2})/(?<stream>[a-z]+(_[a-z0-9-]+)*)"
              + "\\.(?<object>[0-9a-f]{64})");

  public ObjectName {
    if (!HASH.matcher(object).matches()) {
      throw new IllegalArgumentException("not a SHA-256 in hex");
    }
  }

  /** Folders of a ledger. */
  static final int SHARDS = 256;

  /** 256 folders a ledger; a stream's {@code /} is a {@code _}, which no stream contains. */
  String key() {
    return "%s/%s/%s.%s"
        .formatted(ledger, object.substring(0, 2), stream.value().replace('/', '_'), object);
  }

  /** What the keys of a stream's objects in one of the 256 folders begin with. */
  static String prefix(UUID ledger, StreamId stream, int shard) {
    return "%s/%02x/%s.".formatted(ledger, shard, stream.value().replace('/', '_'));
  }

  /** Empty for what this room has not stored. */
  static Optional<ObjectName> parse(String key) {
    Matcher parts = KEY.matcher(key);
    if (key.length() > MAX_KEY || !parts.matches()) {
      return Optional.empty();
    }
    ObjectName name =
        new ObjectName(
            UUID.fromString(parts.group("ledger")),
            new StreamId(parts.group("stream").replace('_', '/')),
            parts.group("object"));
    return name.key().equals(key) ? Optional.of(name) : Optional.empty();
  }
}
