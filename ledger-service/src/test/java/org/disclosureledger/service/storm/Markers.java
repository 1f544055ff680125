package org.disclosureledger.service.storm;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Words that stand for personal data, each used once, and the search for any of them. */
final class Markers {
  private static final String WORD = "Vuigap7391Zq";
  private static final String DIGEST = "73917391feed7391";
  private static final Charset BYTES = StandardCharsets.ISO_8859_1;

  private final List<String> made = new ArrayList<>();
  private final List<Needle> needles = new ArrayList<>();

  private record Needle(String form, String text) {}

  Markers() {
    for (String core : List.of(WORD, DIGEST)) {
      byte[] plain = core.getBytes(BYTES);
      needles.add(new Needle("as it is", core));
      needles.add(
          new Needle("in UTF-16", new String(core.getBytes(StandardCharsets.UTF_16LE), BYTES)));
      needles.add(new Needle("in hex", HexFormat.of().formatHex(plain)));
      needles.add(new Needle("in hex", HexFormat.of().withUpperCase().formatHex(plain)));
      for (int shift = 0; shift < 3; shift++) {
        needles.add(new Needle("in base64", base64(plain, shift)));
      }
    }
    // Also the bytes that a digest stands for.
    needles.add(new Needle("as bytes", new String(HexFormat.of().parseHex(DIGEST), BYTES)));
  }

  /** What of its base64 does not depend on the bytes around it; the same in base64url. */
  private static String base64(byte[] plain, int shift) {
    byte[] shifted = new byte[plain.length + shift];
    System.arraycopy(plain, 0, shifted, shift, plain.length);
    String whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    int sure = shifted.length / 3 * 4;
    return whole.substring(shift == 0 ? 0 : 4, sure);
  }

  /** A new one; the member is told when it is found where it should not be. */
  String text(String member) {
    String marker = WORD + made.size() + member.toLowerCase(Locale.ROOT);
    made.add(marker);
    return marker;
  }

  /** Of the form of a SHA-256 in hex. */
  String digest() {
    String marker = DIGEST + "%048x".formatted(made.size());
    made.add(marker);
    return marker;
  }

  List<String> made() {
    return List.copyOf(made);
  }

  /** Where in these bytes a marker stands, and some of what is around it; empty when none does. */
  String found(byte[] bytes) {
    String text = new String(bytes, BYTES);
    for (Needle needle : needles) {
      int at = text.indexOf(needle.text());
      if (at >= 0) {
        int from = Math.max(0, at - 120);
        int to = Math.min(text.length(), at + 160);
        String around = text.substring(from, to).replaceAll("[^\\x20-\\x7e]", ".");
        return "%s at byte %d: …%s…".formatted(needle.form(), at, around);
      }
    }
    return "";
  }

  String found(String text) {
    return found(text.getBytes(StandardCharsets.UTF_8));
  }

  String found(Path file) throws IOException {
    return found(Files.readAllBytes(file));
  }
}
