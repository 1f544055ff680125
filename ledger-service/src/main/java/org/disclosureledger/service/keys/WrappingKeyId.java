package org.disclosureledger.service.keys;

import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.disclosureledger.service.keys.KeyRing.Purpose;

/**
 * Ids of key-encryption keys: {@code vault-wrapping-1}, then {@code <prefix>-<n>-<8 hex digits>}.
 * The prefix says what the key wraps, the number which is the newest; the digits keep a key made
 * after an old key folder was restored from being taken for another of its number.
 */
final class WrappingKeyId {
  private static final Pattern FORM =
      Pattern.compile("(vault-wrapping|digest-cover)-([0-9]{1,9})(-[0-9a-f]{8})?");

  private WrappingKeyId() {}

  /** Those of these aliases that are ids of key-encryption keys for it, the newest last. */
  static List<String> among(List<String> aliases, Purpose purpose) {
    return aliases.stream()
        .filter(alias -> purpose(alias).filter(purpose::equals).isPresent())
        .sorted(
            Comparator.comparing(WrappingKeyId::number).thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** What the key wraps; empty for an alias that is no such id. */
  static Optional<Purpose> purpose(String alias) {
    Matcher form = FORM.matcher(alias);
    if (!form.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        form.group(1).equals(Purpose.DIGESTS.prefix()) ? Purpose.DIGESTS : Purpose.DATA_KEYS);
  }

  static String first(Purpose purpose, SecureRandom random) {
    // This one is older than the digits.
    return purpose == Purpose.DATA_KEYS ? "vault-wrapping-1" : numbered(purpose, 1, random);
  }

  static String after(String newest, SecureRandom random) {
    return numbered(purpose(newest).orElseThrow(), number(newest) + 1, random);
  }

  private static String numbered(Purpose purpose, int number, SecureRandom random) {
    return "%s-%d-%08x".formatted(purpose.prefix(), number, random.nextInt());
  }

  private static int number(String id) {
    Matcher form = FORM.matcher(id);
    if (!form.matches()) {
      throw new IllegalArgumentException("no id of a key-encryption key: " + id);
    }
    return Integer.parseInt(form.group(2));
  }
}
