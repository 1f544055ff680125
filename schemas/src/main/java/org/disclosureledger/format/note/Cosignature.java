package org.disclosureledger.format.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.disclosureledger.format.FormatRule;
import org.disclosureledger.format.merkle.TreeHash;

/**
 * What a signature line of each type signs, C2SP tlog-cosignature. Times are POSIX seconds; type 01
 * has none.
 */
public final class Cosignature {
  private static final byte[] LABEL = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);
  private static final int ED25519_BYTES = 64;
  private static final int ML_DSA_44_BYTES = 2420;

  /** What the one length byte of the message of type 06 can say. */
  static final int MAX_NAME_BYTES = 255;

  private Cosignature() {}

  /** The message under a line of this key, with the time that the line states. */
  public static byte[] message(
      VerifierKey key, NoteSignature signature, Checkpoint checkpoint, byte[] text) {
    return message(key, time(key, signature), checkpoint, text);
  }

  /** The message to be signed at a time; {@code time} is ignored for type 01. */
  public static byte[] message(VerifierKey key, long time, Checkpoint checkpoint, byte[] text) {
    return switch (key.type()) {
      case VerifierKey.ED25519 -> text.clone();
      case VerifierKey.COSIGNATURE_ED25519 -> lines(time, text);
      case VerifierKey.ML_DSA_44 -> subtree(key.name(), time, checkpoint);
      default -> throw new IllegalStateException("a VerifierKey has a known type");
    };
  }

  /** The time that a line of this key states, 0 for type 01; rule {@code note-signature-size}. */
  public static long time(VerifierKey key, NoteSignature signature) {
    int expected = timeBytes(key) + signatureBytes(key);
    byte[] bytes = signature.signature();
    if (bytes.length != expected) {
      throw FormatRule.NOTE_SIGNATURE_SIZE.violation(
          "a signature of type " + key.type() + " has " + expected + " bytes, not " + bytes.length);
    }
    if (timeBytes(key) == 0) {
      return 0;
    }
    long time = ByteBuffer.wrap(bytes).getLong();
    if (time < 0) {
      throw FormatRule.NOTE_SIGNATURE_SIZE.violation("a time is at most 2^63−1");
    }
    return time;
  }

  /** The bare signature that a line of this key holds; rule {@code note-signature-size}. */
  public static byte[] bareSignature(VerifierKey key, NoteSignature signature) {
    time(key, signature);
    byte[] bytes = signature.signature();
    return Arrays.copyOfRange(bytes, timeBytes(key), bytes.length);
  }

  /** The line of a bare signature made at a time ({@code time} is ignored for type 01). */
  public static NoteSignature line(VerifierKey key, long time, byte[] bareSignature) {
    ByteBuffer bytes = ByteBuffer.allocate(timeBytes(key) + bareSignature.length);
    if (timeBytes(key) > 0) {
      bytes.putLong(time);
    }
    NoteSignature line = new NoteSignature(key.name(), key.id(), bytes.put(bareSignature).array());
    time(key, line);
    return line;
  }

  /** Whether a line of this key verifies; rule {@code note-signature-size} if it is malformed. */
  public static boolean verifies(
      VerifierKey key,
      NoteSignature signature,
      Checkpoint checkpoint,
      byte[] text,
      SignatureVerifier crypto) {
    byte[] message = message(key, signature, checkpoint, text);
    return crypto.verify(key.type(), key.key(), message, bareSignature(key, signature));
  }

  private static int timeBytes(VerifierKey key) {
    return key.type() == VerifierKey.ED25519 ? 0 : Long.BYTES;
  }

  private static int signatureBytes(VerifierKey key) {
    return key.type() == VerifierKey.ML_DSA_44 ? ML_DSA_44_BYTES : ED25519_BYTES;
  }

  private static byte[] lines(long time, byte[] text) {
    byte[] head = ("cosignature/v1\ntime " + time + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] message = Arrays.copyOf(head, head.length + text.length);
    System.arraycopy(text, 0, message, head.length, text.length);
    return message;
  }

  private static byte[] subtree(String cosigner, long time, Checkpoint checkpoint) {
    byte[] name = cosigner.getBytes(StandardCharsets.UTF_8);
    byte[] origin = checkpoint.origin().value().getBytes(StandardCharsets.US_ASCII);
    if (name.length > MAX_NAME_BYTES) {
      throw FormatRule.VKEY_SHAPE.violation("the name of an ML-DSA-44 key has at most 255 bytes");
    }
    return ByteBuffer.allocate(
            LABEL.length + 1 + name.length + 8 + 1 + origin.length + 16 + TreeHash.LENGTH)
        .put(LABEL)
        .put((byte) name.length)
        .put(name)
        .putLong(time)
        .put((byte) origin.length)
        .put(origin)
        .putLong(0)
        .putLong(checkpoint.head().size())
        .put(checkpoint.head().root().toBytes())
        .array();
  }
}
