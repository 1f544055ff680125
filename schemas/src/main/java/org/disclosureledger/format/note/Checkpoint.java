package org.disclosureledger.format.note;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.format.FormatRule;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.merkle.TreeHash;
import org.disclosureledger.format.merkle.TreeHead;

/** What a ledger signs: its origin, its size, its root; C2SP tlog-checkpoint without extensions. */
public record Checkpoint(Origin origin, TreeHead head) {
  private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,15}");
  private static final int LINES = 3;

  /** Reads exactly three lines; rules {@code checkpoint-*}, {@code origin}. */
  public static Checkpoint parse(byte[] text) {
    String lines = new String(text, StandardCharsets.UTF_8);
    String[] parts = lines.split("\n", -1);
    if (parts.length != LINES + 1 || !parts[LINES].isEmpty()) {
      throw FormatRule.CHECKPOINT_LINES.violation(0, "a checkpoint is origin, size and root");
    }
    Origin origin = new Origin(parts[0]);
    long sizeOffset = parts[0].length() + 1L;
    long size = size(parts[1], sizeOffset);
    long rootOffset = sizeOffset + parts[1].length() + 1;
    Checkpoint checkpoint = new Checkpoint(origin, new TreeHead(size, root(parts[2], rootOffset)));
    if (!Arrays.equals(checkpoint.text(), text)) {
      throw new IllegalStateException("a checkpoint has one spelling");
    }
    return checkpoint;
  }

  private static long size(String text, long offset) {
    long size = SIZE.matcher(text).matches() ? Long.parseLong(text) : -1;
    if (size < 0 || size > FormatLimits.MAX_SAFE_INTEGER) {
      throw FormatRule.CHECKPOINT_SIZE.violation(offset, "a size is a decimal up to 2^53−1");
    }
    return size;
  }

  private static TreeHash root(String text, long offset) {
    try {
      return TreeHash.parseBase64(text);
    } catch (FormatException e) {
      FormatException violation =
          FormatRule.CHECKPOINT_ROOT.violation(offset, "a root is 32 bytes in canonical base64");
      violation.initCause(e);
      throw violation;
    }
  }

  /** The three lines, each with its newline. */
  public byte[] text() {
    return (origin + "\n" + head.size() + "\n" + head.root().toBase64() + "\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
