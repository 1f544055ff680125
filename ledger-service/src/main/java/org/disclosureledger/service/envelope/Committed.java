package org.disclosureledger.service.envelope;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A personal, secret or guessable member of an event (FORMAT §1): stated in clear when a command is
 * decided, known only by the digest of its disclosure once re-sourced. {@code evolve} never looks
 * inside, so that erasing the disclosure cannot stop a stream.
 *
 * <p>In JSON it is {@code {"_sd":["<digest>"]}}; sealing turns a {@link Clear} into that and puts
 * the disclosure into the vault. An absent value is {@code Clear(null)}, never a Java null: whether
 * there was a value is itself not stated.
 */
public sealed interface Committed<T> {

  /** The value, before it is sealed; {@code null} stands for an absent value. */
  record Clear<T>(@Nullable T value) implements Committed<T> {
    /** Without the value: events are logged by their {@code toString}. */
    @Override
    public String toString() {
      return "Committed[clear]";
    }
  }

  /** base64url SHA-256 of the disclosure, 43 characters (RFC 9901 §4.2.3). */
  record Digest<T>(String digest) implements Committed<T> {
    public Digest {
      Objects.requireNonNull(digest, "digest");
    }
  }

  static <T> Committed<T> of(@Nullable T value) {
    return new Clear<>(value);
  }
}
