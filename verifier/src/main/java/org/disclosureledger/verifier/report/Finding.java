package org.disclosureledger.verifier.report;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One breach of one rule, with the evidence: where it stands, what was expected, what was found.
 * Findings sort by (leaf, rule id); those without a leaf come first.
 */
public sealed interface Finding {

  /** The order in which reports print them. */
  Comparator<Finding> ORDER =
      Comparator.comparingLong(Finding::leaf)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::file)
          .thenComparingLong(Finding::offset);

  Grade grade();

  /** Kebab-case rule id: of {@link Rule}, or of the form rules in FORMAT's catalogue. */
  String rule();

  /** Leaf index, or −1 where the finding is about no leaf in particular. */
  long leaf();

  /** Path of the file relative to the ledger's directory or URL. */
  String file();

  /** Byte offset within the file (of the decoded bytes), or −1 if none can be given. */
  long offset();

  /** What is wrong, in Vietnamese; null where the rule is not about people. */
  default @Nullable String titleVi() {
    return Rule.of(rule()).map(Rule::titleVi).orElse(null);
  }

  /** What is wrong, in one clause of English. */
  String message();

  @Nullable String expected();

  @Nullable String found();

  /** About one entry; the offset counts from the start of its bundle file. */
  record OfLeaf(
      Grade grade,
      String rule,
      long leaf,
      String file,
      long offset,
      String message,
      @Nullable String expected,
      @Nullable String found)
      implements Finding {}

  /** About a tile; the leaf is the first that the hash or file in question covers. */
  record OfTile(
      Grade grade,
      String rule,
      long leaf,
      String file,
      long offset,
      String message,
      @Nullable String expected,
      @Nullable String found)
      implements Finding {}

  /** About a checkpoint, a receipt, or another file that stands for the whole ledger. */
  record OfNote(
      Grade grade,
      String rule,
      String file,
      long offset,
      String message,
      @Nullable String expected,
      @Nullable String found)
      implements Finding {
    @Override
    public long leaf() {
      return -1;
    }
  }
}
