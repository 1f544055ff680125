package org.disclosureledger.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * RFC 4648 §5 without padding and §4 with padding, canonical only: the JDK's decoders also take
 * non-zero trailing bits and (§5) optional padding, so every decoding is encoded and compared.
 */
public final class CanonicalBase64 {
  private CanonicalBase64() {}

  /** base64url, unpadded. */
  public static String encodeUrl(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Rule {@code base64url}; the offset is that of the first unacceptable character. */
  public static byte[] decodeUrl(String text) {
    return decodeUrl(ascii(text, FormatRule.BASE64URL), 0, text.length());
  }

  /** Decodes a slice; offsets are those of {@code input}. */
  public static byte[] decodeUrl(byte[] input, int from, int to) {
    byte[] text = Arrays.copyOfRange(input, from, to);
    return decode(
        text,
        from,
        FormatRule.BASE64URL,
        Base64.getUrlDecoder(),
        Base64.getUrlEncoder().withoutPadding());
  }

  /** Standard alphabet, padded. */
  public static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Rule {@code base64}; the offset is that of the first unacceptable character. */
  public static byte[] decode(String text) {
    return decode(ascii(text, FormatRule.BASE64), 0, text.length());
  }

  /** Decodes a slice; offsets are those of {@code input}. */
  public static byte[] decode(byte[] input, int from, int to) {
    byte[] text = Arrays.copyOfRange(input, from, to);
    return decode(text, from, FormatRule.BASE64, Base64.getDecoder(), Base64.getEncoder());
  }

  private static byte[] decode(
      byte[] text, int shift, FormatRule rule, Base64.Decoder decoder, Base64.Encoder encoder) {
    boolean padded = rule == FormatRule.BASE64;
    for (int i = 0; i < text.length; i++) {
      if (!inAlphabet(text[i], padded)) {
        throw rule.violation(shift + (long) i, "not a base64 character of this alphabet");
      }
    }
    byte[] decoded;
    try {
      decoded = decoder.decode(text);
    } catch (IllegalArgumentException e) {
      FormatException violation =
          rule.violation(shift + (long) text.length, "base64 text of impossible length or padding");
      violation.initCause(e);
      throw violation;
    }
    int difference = Arrays.mismatch(encoder.encode(decoded), text);
    if (difference >= 0) {
      throw rule.violation(shift + (long) difference, "base64 text is not canonical");
    }
    return decoded;
  }

  private static boolean inAlphabet(byte c, boolean padded) {
    if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      return true;
    }
    return padded ? c == '+' || c == '/' || c == '=' : c == '-' || c == '_';
  }

  private static byte[] ascii(String text, FormatRule rule) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        throw rule.violation(i, "not a base64 character of this alphabet");
      }
    }
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
