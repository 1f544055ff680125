package org.disclosureledger.verifier.reports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.format.merkle.TreeFrontier;
import org.disclosureledger.verifier.conduct.EventData;
import org.disclosureledger.verifier.conduct.Place;
import org.disclosureledger.verifier.conduct.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * One more reading of the entries, for as many statements as one fold can serve: it counts what
 * they count, and holds their rows against that as they come by.
 */
public final class Pass {
  /** Why a statement could not be held against the entries. */
  public static final String CHANGED = "the ledger changed while it was read";

  private final ReportRules rules;
  private final LongPredicate fits;
  private final Recounting recounting;
  private final Deque<Statement> rooted;
  private final Deque<Statement> stated;
  private final long enough;
  private final TreeFrontier frontier = TreeFrontier.empty();
  private @Nullable String root;
  private @Nullable Statement current;
  private @Nullable Comparison comparison;
  private long read;

  /**
   * @param rooted those whose roots are to be held against the entries'
   * @param fits whether the data of the entry at a leaf fit the schema of its type
   */
  Pass(List<Cut> cuts, List<Statement> rooted, ReportRules rules, LongPredicate fits) {
    this.rules = rules;
    this.fits = fits;
    this.recounting = new Recounting(cuts, rules::count, rules::unchecked);
    List<Statement> counted = new ArrayList<>();
    cuts.forEach(cut -> counted.addAll(cut.about()));
    counted.sort(Comparator.comparingLong(statement -> statement.place.leaf()));
    this.stated = new ArrayDeque<>(counted);
    List<Statement> bySize = new ArrayList<>(rooted);
    bySize.sort(Comparator.comparingLong(statement -> statement.size));
    this.rooted = new ArrayDeque<>(bySize);
    this.enough =
        Stream.concat(
                counted.stream().map(statement -> statement.lastLeaf() + 1),
                // Its root is of its own leaf or before.
                bySize.stream().map(statement -> statement.place.leaf() + 1))
            .max(Comparator.naturalOrder())
            .orElse(0L);
  }

  /** How many leaves it needs to see; the last is an entry about a report, if there is any. */
  public long enough() {
    return enough;
  }

  /** Whether it has seen them, and held against them all that it was made for. */
  public boolean isDone() {
    return read >= enough && rooted.isEmpty() && stated.isEmpty() && current == null;
  }

  /**
   * The next leaf.
   *
   * @param payload null if it cannot be read
   */
  public void leaf(Place place, LeafHash hash, @Nullable EntryPayload payload) {
    long leaf = place.leaf();
    roots(leaf);
    recounting.reach(leaf);
    if (payload != null) {
      compare(place, payload);
    }
    recounting.entry(leaf, payload, fits.test(leaf));
    if (!rooted.isEmpty()) {
      frontier.append(hash);
      root = null;
    }
    read = leaf + 1;
  }

  private void roots(long leaf) {
    while (!rooted.isEmpty() && rooted.peek().size == leaf) {
      String here = root == null ? frontier.root().toBase64() : root;
      root = here;
      rules.root(rooted.pop(), here);
    }
  }

  private void compare(Place place, EntryPayload payload) {
    if (current == null) {
      Statement next = stated.peek();
      if (next == null || next.place.leaf() != place.leaf()) {
        return;
      }
      current = stated.pop();
      comparison = rules.compare(next);
    }
    if (comparison != null) {
      rows(comparison, place, payload);
    }
    if (current.lastLeaf() == place.leaf()) {
      if (comparison != null) {
        comparison.end();
      }
      current = null;
      comparison = null;
    }
  }

  private void rows(Comparison held, Place place, EntryPayload payload) {
    try {
      held.rows(place, StatedRows.of(EventData.parse(payload.data())));
    } catch (Unreadable e) {
      // It could be read in the first pass.
      rules.unchecked(CHANGED);
      comparison = null;
    }
  }
}
