package org.disclosureledger.format.note;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.disclosureledger.format.CanonicalBase64;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.format.FormatRule;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.format.merkle.InclusionProof;
import org.disclosureledger.format.merkle.TreeHash;
import org.jspecify.annotations.Nullable;

/**
 * That an entry is a leaf under a checkpoint, C2SP tlog-proof with the entry as extra data; FORMAT
 * §6. Parsing checks the form only: {@link #proves} checks the path, {@link Policy} the checkpoint.
 *
 * @param entry the entry's bytes
 * @param proof of the size that the checkpoint states, with the exact number of hashes
 * @param checkpointNote the signed checkpoint, verbatim
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by content
public record Receipt(byte[] entry, InclusionProof proof, byte[] checkpointNote) {
  private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1\n";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,15}");

  /** Rules {@code receipt-*} and those of the note and the checkpoint. */
  public Receipt {
    if (entry.length < 1 || entry.length > FormatLimits.MAX_ENTRY_BYTES) {
      throw FormatRule.ENTRY_LENGTH.violation("an entry has 1 to 65,535 bytes");
    }
    long size = Checkpoint.parse(SignedNote.parse(checkpointNote).text()).head().size();
    if (proof.size() != size || proof.index() < 0 || proof.index() >= size) {
      throw FormatRule.RECEIPT_INDEX.violation("no leaf " + proof.index() + " under size " + size);
    }
    if (proof.path().size() != InclusionProof.pathLength(proof.index(), size)) {
      throw FormatRule.RECEIPT_PATH_LENGTH.violation(
          proof.path().size()
              + " hashes where the path of leaf "
              + proof.index()
              + " under size "
              + size
              + " has "
              + InclusionProof.pathLength(proof.index(), size));
    }
    entry = entry.clone();
    checkpointNote = checkpointNote.clone();
  }

  /** Reads a receipt of at most 1,100,000 bytes. */
  public static Receipt parse(byte[] receipt) {
    if (receipt.length > FormatLimits.MAX_RECEIPT_BYTES) {
      throw FormatRule.RECEIPT_LENGTH.violation("a receipt has at most 1,100,000 bytes");
    }
    return new Reader(receipt).read();
  }

  /** The receipt's bytes; {@link #parse} reads them back. */
  public byte[] toBytes() {
    StringBuilder head = new StringBuilder(FIRST_LINE);
    head.append(EXTRA).append(CanonicalBase64.encode(entry)).append('\n');
    head.append(INDEX).append(proof.index()).append('\n');
    proof.path().forEach(hash -> head.append(hash.toBase64()).append('\n'));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(checkpointNote);
    return bytes.toByteArray();
  }

  /** The checkpoint and its signatures, not yet judged by any policy. */
  public SignedNote note() {
    return SignedNote.parse(checkpointNote);
  }

  /** The head that the receipt claims. */
  public Checkpoint checkpoint() {
    return Checkpoint.parse(note().text());
  }

  /** Whether the entry is the leaf at the index under the checkpoint's root. */
  public boolean proves() {
    return proof.verifies(LeafHash.ofEntry(entry), checkpoint().head().root());
  }

  /** A copy. */
  @Override
  public byte[] entry() {
    return entry.clone();
  }

  /** A copy. */
  @Override
  public byte[] checkpointNote() {
    return checkpointNote.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Receipt that
        && Arrays.equals(entry, that.entry)
        && proof.equals(that.proof)
        && Arrays.equals(checkpointNote, that.checkpointNote);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(entry) * 31 + proof.hashCode();
  }

  /** Reads line by line until the empty one. */
  private static final class Reader {
    private final byte[] input;
    private int position;

    Reader(byte[] input) {
      this.input = input;
    }

    Receipt read() {
      if (!(line() + '\n').equals(FIRST_LINE)) {
        throw structure(0, "the first line is c2sp.org/tlog-proof@v1");
      }
      byte[] entry = entry();
      int indexOffset = position;
      long index = index();
      int pathOffset = position;
      List<TreeHash> path = path();
      int noteOffset = position;
      byte[] note = Arrays.copyOfRange(input, noteOffset, input.length);
      try {
        long size = Checkpoint.parse(SignedNote.parse(note).text()).head().size();
        return new Receipt(entry, new InclusionProof(index, size, path), note);
      } catch (FormatException e) {
        if (e.rule().equals(FormatRule.RECEIPT_INDEX.id())) {
          throw e.at(indexOffset);
        }
        if (e.rule().equals(FormatRule.RECEIPT_PATH_LENGTH.id())) {
          throw e.at(pathOffset);
        }
        throw e.at(e.offset() < 0 ? -1 : noteOffset + e.offset());
      }
    }

    private byte[] entry() {
      int start = position;
      if (!line().startsWith(EXTRA)) {
        throw structure(start, "the second line is extra with the entry");
      }
      byte[] entry = CanonicalBase64.decode(input, start + EXTRA.length(), position - 1);
      if (entry.length < 1 || entry.length > FormatLimits.MAX_ENTRY_BYTES) {
        throw FormatRule.ENTRY_LENGTH.violation(start, "an entry has 1 to 65,535 bytes");
      }
      return entry;
    }

    private long index() {
      int start = position;
      String line = line();
      if (!line.startsWith(INDEX)) {
        throw structure(start, "the third line is the index");
      }
      String number = line.substring(INDEX.length());
      if (!NUMBER.matcher(number).matches()) {
        throw FormatRule.RECEIPT_INDEX.violation(start, "an index is a decimal");
      }
      return Long.parseLong(number);
    }

    private List<TreeHash> path() {
      List<TreeHash> path = new ArrayList<>();
      for (int start = position; ; start = position) {
        String line = line();
        if (line.isEmpty()) {
          return path;
        }
        byte[] hash = CanonicalBase64.decode(input, start, position - 1);
        if (hash.length != TreeHash.LENGTH) {
          throw structure(start, "a hash has 32 bytes");
        }
        path.add(TreeHash.of(hash));
      }
    }

    /** The next line without its newline. */
    private String line() {
      for (int i = position; i < input.length; i++) {
        if (input[i] == '\n') {
          String line = new String(input, position, i - position, StandardCharsets.ISO_8859_1);
          position = i + 1;
          return line;
        }
      }
      throw structure(input.length, "the receipt ends before its checkpoint");
    }

    private static FormatException structure(int offset, String message) {
      return FormatRule.RECEIPT_STRUCTURE.violation(offset, message);
    }
  }
}
