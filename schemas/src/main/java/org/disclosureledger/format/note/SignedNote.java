package org.disclosureledger.format.note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.format.FormatRule;
import org.disclosureledger.format.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * A text with signature lines, C2SP signed-note. Nothing of it is trusted before {@link Policy}
 * accepts it.
 *
 * @param text UTF-8, with its final newline
 * @param signatures 1 to 100, in the order in which they stand
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by content
public record SignedNote(byte[] text, List<NoteSignature> signatures) {
  /** Rules {@code note-*}; no offsets for the signatures. */
  public SignedNote {
    checkText(text);
    if (text.length == 0 || text[text.length - 1] != '\n') {
      throw FormatRule.NOTE_STRUCTURE.violation(text.length, "a note's text ends in a newline");
    }
    checkCount(signatures.size(), -1);
    text = text.clone();
    signatures = List.copyOf(signatures);
  }

  /** Reads a note of at most 1,000,000 bytes; rules {@code note-*}. */
  public static SignedNote parse(byte[] note) {
    if (note.length > FormatLimits.MAX_NOTE_BYTES) {
      throw FormatRule.NOTE_LENGTH.violation("a note has at most 1,000,000 bytes");
    }
    checkText(note);
    int textEnd = lastEmptyLine(note);
    if (note[note.length - 1] != '\n') {
      throw FormatRule.NOTE_STRUCTURE.violation(note.length, "the last line has no newline");
    }
    List<NoteSignature> signatures = new ArrayList<>();
    for (int from = textEnd + 1; from < note.length; ) {
      int to = from;
      while (note[to] != '\n') {
        to++;
      }
      checkCount(signatures.size() + 1, from);
      String line = new String(note, from, to - from, StandardCharsets.UTF_8);
      signatures.add(NoteSignature.parse(line, from));
      from = to + 1;
    }
    checkCount(signatures.size(), note.length);
    return new SignedNote(Arrays.copyOf(note, textEnd), signatures);
  }

  /** Where the empty line before the signatures begins, behind the text's newline. */
  private static int lastEmptyLine(byte[] note) {
    for (int i = note.length - 1; i > 0; i--) {
      if (note[i] == '\n' && note[i - 1] == '\n') {
        return i;
      }
    }
    throw FormatRule.NOTE_STRUCTURE.violation(
        note.length, "no empty line between text and signatures");
  }

  private static void checkText(byte[] note) {
    int malformed = Utf8.firstMalformed(note);
    for (int i = 0; i < note.length && (malformed < 0 || i < malformed); i++) {
      if (note[i] >= 0 && note[i] < 0x20 && note[i] != '\n') {
        malformed = i;
      }
    }
    if (malformed >= 0) {
      throw FormatRule.NOTE_TEXT.violation(
          malformed, "a note is UTF-8 without control characters other than newline");
    }
  }

  private static void checkCount(int count, long offset) {
    if (count < 1 || count > FormatLimits.MAX_NOTE_SIGNATURES) {
      throw FormatRule.NOTE_SIGNATURE_COUNT.violation(offset, "a note has 1 to 100 signatures");
    }
  }

  /** The note's bytes; {@link #parse} reads them back. */
  public byte[] toBytes() {
    StringBuilder note = new StringBuilder(new String(text, StandardCharsets.UTF_8)).append('\n');
    signatures.forEach(signature -> note.append(signature.toLine()));
    return note.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** This note with a further signature line. */
  public SignedNote with(NoteSignature signature) {
    List<NoteSignature> more = new ArrayList<>(signatures);
    more.add(signature);
    return new SignedNote(text, more);
  }

  /** A copy. */
  @Override
  public byte[] text() {
    return text.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignedNote that
        && Arrays.equals(text, that.text)
        && signatures.equals(that.signatures);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(text) * 31 + signatures.hashCode();
  }

  @Override
  public String toString() {
    return new String(toBytes(), StandardCharsets.UTF_8);
  }
}
