package org.disclosureledger.format.note;

import java.util.Arrays;
import org.disclosureledger.format.CanonicalBase64;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.FormatRule;
import org.jspecify.annotations.Nullable;

/**
 * One signature line of a note.
 *
 * @param name of the key
 * @param id 4 bytes
 * @param signature at least 1 byte, without the id; for types 04 and 06 the time comes first
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by content
public record NoteSignature(String name, byte[] id, byte[] signature) {
  private static final String START = "— ";
  private static final int ID_BYTES = 4;

  /** Rule {@code note-signature-line}. */
  public NoteSignature {
    if (!KeyName.isValid(name)) {
      throw FormatRule.NOTE_SIGNATURE_LINE.violation(0, "not a key name");
    }
    if (id.length != ID_BYTES || signature.length == 0) {
      throw FormatRule.NOTE_SIGNATURE_LINE.violation(0, "a 4-byte key id, then a signature");
    }
    id = id.clone();
    signature = signature.clone();
  }

  /** Reads a line without its newline; rule {@code note-signature-line}. */
  static NoteSignature parse(String line, long offset) {
    int space = line.indexOf(' ', START.length());
    if (!line.startsWith(START) || space < 0) {
      throw FormatRule.NOTE_SIGNATURE_LINE.violation(
          offset, "a signature line is an em dash, a key name and base64");
    }
    try {
      byte[] bytes = CanonicalBase64.decode(line.substring(space + 1));
      if (bytes.length <= ID_BYTES) {
        throw FormatRule.NOTE_SIGNATURE_LINE.violation("shorter than a key id and a signature");
      }
      return new NoteSignature(
          line.substring(START.length(), space),
          Arrays.copyOf(bytes, ID_BYTES),
          Arrays.copyOfRange(bytes, ID_BYTES, bytes.length));
    } catch (FormatException e) {
      FormatException violation =
          FormatRule.NOTE_SIGNATURE_LINE.violation(offset, String.valueOf(e.getMessage()));
      violation.initCause(e);
      throw violation;
    }
  }

  /** The line with its newline. */
  public String toLine() {
    byte[] bytes = Arrays.copyOf(id, ID_BYTES + signature.length);
    System.arraycopy(signature, 0, bytes, ID_BYTES, signature.length);
    return START + name + ' ' + CanonicalBase64.encode(bytes) + '\n';
  }

  /** A copy. */
  @Override
  public byte[] id() {
    return id.clone();
  }

  /** A copy. */
  @Override
  public byte[] signature() {
    return signature.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NoteSignature that
        && name.equals(that.name)
        && Arrays.equals(id, that.id)
        && Arrays.equals(signature, that.signature);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(signature) * 31 + name.hashCode();
  }

  @Override
  public String toString() {
    return toLine().stripTrailing();
  }
}
