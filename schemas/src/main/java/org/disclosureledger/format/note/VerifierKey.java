package org.disclosureledger.format.note;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.disclosureledger.format.CanonicalBase64;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.FormatRule;
import org.disclosureledger.format.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A named public key with its signature type, C2SP signed-note "vkey".
 *
 * @param name not empty, no Unicode space, no plus
 * @param type one of the three types of FORMAT §4
 * @param key 32 bytes (Ed25519) or 1,312 bytes (ML-DSA-44)
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by content
public record VerifierKey(String name, byte type, byte[] key) {
  /** The ledger's own signature over the note's text. */
  public static final byte ED25519 = 1;

  /** A time-stamped Ed25519 cosignature. */
  public static final byte COSIGNATURE_ED25519 = 4;

  /** A time-stamped ML-DSA-44 cosignature. */
  public static final byte ML_DSA_44 = 6;

  private static final int ID_BYTES = 4;

  /** Rules {@code vkey-shape}, {@code vkey-type}. */
  public VerifierKey {
    if (!KeyName.isValid(name)) {
      throw FormatRule.VKEY_SHAPE.violation(0, "not a key name");
    }
    int length = keyLength(type);
    if (key.length != length) {
      throw FormatRule.VKEY_SHAPE.violation(
          0, "a key of type " + type + " has " + length + " bytes, not " + key.length);
    }
    key = key.clone();
  }

  /**
   * Reads {@code name+hex8+base64}, split at the first two pluses; the id must be the recomputed
   * one. Rules {@code vkey-shape}, {@code vkey-type}, {@code vkey-id}, {@code base64}.
   */
  public static VerifierKey parse(String vkey) {
    int first = vkey.indexOf('+');
    int second = vkey.indexOf('+', first + 1);
    if (first < 1 || second != first + 9) {
      throw FormatRule.VKEY_SHAPE.violation(0, "a vkey is name+8 hexadecimal digits+base64");
    }
    byte[] typed = typedKey(vkey, second + 1);
    VerifierKey key =
        new VerifierKey(
            vkey.substring(0, first), typed[0], Arrays.copyOfRange(typed, 1, typed.length));
    if (!HexFormat.of().formatHex(key.id()).equals(vkey.substring(first + 1, second))) {
      throw FormatRule.VKEY_ID.violation(offset(vkey, first + 1), "not this key's id");
    }
    return key;
  }

  private static byte[] typedKey(String vkey, int from) {
    byte[] typed;
    try {
      typed = CanonicalBase64.decode(vkey.substring(from));
    } catch (FormatException e) {
      throw e.at(offset(vkey, from) + e.offset());
    }
    if (typed.length == 0) {
      throw FormatRule.VKEY_SHAPE.violation(offset(vkey, from), "a vkey without a key");
    }
    return typed;
  }

  private static int offset(String vkey, int index) {
    return vkey.substring(0, index).getBytes(StandardCharsets.UTF_8).length;
  }

  private static int keyLength(byte type) {
    return switch (type) {
      case ED25519, COSIGNATURE_ED25519 -> 32;
      case ML_DSA_44 -> 1312;
      default -> throw FormatRule.VKEY_TYPE.violation(0, "unknown signature type " + type);
    };
  }

  /** The first 4 bytes of SHA-256(name ‖ newline ‖ type ‖ key). */
  public byte[] id() {
    byte[] named = (name + "\n").getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(Sha256.of(named, new byte[] {type}, key), ID_BYTES);
  }

  /** {@code name+hex8+base64}. */
  public String toVkey() {
    byte[] typed = new byte[key.length + 1];
    typed[0] = type;
    System.arraycopy(key, 0, typed, 1, key.length);
    return name + '+' + HexFormat.of().formatHex(id()) + '+' + CanonicalBase64.encode(typed);
  }

  /** Whether a signature line claims to be of this key: same name and same id. */
  public boolean claims(NoteSignature signature) {
    return name.equals(signature.name()) && Arrays.equals(id(), signature.id());
  }

  /** A copy. */
  @Override
  public byte[] key() {
    return key.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VerifierKey that
        && name.equals(that.name)
        && type == that.type
        && Arrays.equals(key, that.key);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key) * 31 + name.hashCode();
  }

  @Override
  public String toString() {
    return toVkey();
  }
}
