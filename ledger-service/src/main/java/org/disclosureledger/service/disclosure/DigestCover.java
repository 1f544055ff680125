package org.disclosureledger.service.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import org.disclosureledger.service.keys.KeyRing;
import org.disclosureledger.service.keys.KeyRing.Purpose;
import org.disclosureledger.service.keys.KeyRing.WrappingKey;
import org.jspecify.annotations.Nullable;

/**
 * Stores keyed digests ({@link LookupHmac}) under a key that changes: AES key wrap (RFC 3394),
 * which gives the same bytes for the same digest and key. The key of the digests can then stay, and
 * what is stored is brought to a new key without a look at what was digested; an old dump tells
 * nothing once the key of its time is destroyed, not even to somebody who has the key of the
 * digests.
 */
public final class DigestCover {
  private final KeyRing keys;

  public DigestCover(KeyRing keys) {
    this.keys = keys;
  }

  /** With the keys that there are now: for what is to be stored. */
  public Held held() {
    List<String> listed = keys.wrappingKeys(Purpose.DIGESTS);
    List<WrappingKey> held = new ArrayList<>();
    for (String id : listed) {
      keys.wrappingKey(id).ifPresent(held::add); // it may be destroyed just now
    }
    return new Held(keys, listed, held);
  }

  /** A question about what is stored, asked with some keys. */
  @FunctionalInterface
  public interface Question<T, E extends Exception> {
    T ask(Held held) throws E;
  }

  /**
   * Asks until no key was made or destroyed meanwhile: a row that another process brings to a key
   * that the question does not know yet would be found by neither.
   */
  public <T, E extends Exception> T ask(Question<T, E> question) throws E {
    Held held;
    T answer;
    do {
      held = held();
      answer = question.ask(held);
    } while (!held.listed.equals(keys.wrappingKeys(Purpose.DIGESTS)));
    return answer;
  }

  /** Some keys of this purpose; for one thread. */
  public static final class Held {
    private final KeyRing ring;
    private final List<String> listed;
    private final List<WrappingKey> keys;
    private final List<Cipher> ciphers;

    private Held(KeyRing ring, List<String> listed, List<WrappingKey> keys) {
      this.ring = ring;
      this.listed = listed;
      this.keys = List.copyOf(keys);
      this.ciphers = keys.stream().map(KeyWrap::ofDigests).toList();
    }

    /** Id of the key that covers what is stored now. */
    public String current() {
      return keys.getLast().id();
    }

    /** As it is stored now, under {@link #current}. */
    public byte[] cover(byte[] digest) {
      return KeyWrap.wrap(ciphers.getLast(), digest);
    }

    /** All ways in which it may be stored: under any key, or, by an older version, bare. */
    public byte[][] every(byte[] digest) {
      byte[][] ways = new byte[keys.size() + 1][];
      for (int i = 0; i < keys.size(); i++) {
        ways[i] = KeyWrap.wrap(ciphers.get(i), digest);
      }
      ways[keys.size()] = digest;
      return ways;
    }

    /**
     * The digest that was stored.
     *
     * @param key id of the key that covers it; {@code null} when an older version stored it bare
     * @throws IllegalStateException when the key is not there, or these bytes were not stored so
     */
    public byte[] uncover(@Nullable String key, byte[] stored) {
      if (key == null) {
        return stored;
      }
      Optional<WrappingKey> known = keys.stream().filter(held -> held.id().equals(key)).findFirst();
      WrappingKey wrapping =
          known
              // Another process has made it since.
              .or(() -> ring.wrappingKey(key))
              .orElseThrow(
                  () -> new IllegalStateException("the key ring lacks the key of digests " + key));
      return KeyWrap.unwrap(wrapping, stored);
    }
  }
}
