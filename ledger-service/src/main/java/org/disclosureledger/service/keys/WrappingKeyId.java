package org.disclosureledger.service.keys;

import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ids of key-encryption keys: {@code vault-wrapping-1}, then {@code vault-wrapping-<n>-<8 hex
 * digits>}. The number says which is the newest; the digits keep a key made after an old key folder
 * was restored from being taken for another of its number.
 */
final class WrappingKeyId {
  static final String FIRST = "vault-wrapping-1";
  private static final Pattern FORM = Pattern.compile("vault-wrapping-([0-9]{1,9})(-[0-9a-f]{8})?");

  private WrappingKeyId() {}

  /** Those of these aliases that are ids of key-encryption keys, the newest last. */
  static List<String> among(List<String> aliases) {
    return aliases.stream()
        .filter(alias -> number(alias).isPresent())
        .sorted(
            Comparator.comparing((String alias) -> number(alias).orElseThrow())
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  static String after(String newest, SecureRandom random) {
    int number = number(newest).orElseThrow() + 1;
    return "vault-wrapping-%d-%08x".formatted(number, random.nextInt());
  }

  private static Optional<Integer> number(String alias) {
    Matcher form = FORM.matcher(alias);
    return form.matches() ? Optional.of(Integer.valueOf(form.group(1))) : Optional.empty();
  }
}
