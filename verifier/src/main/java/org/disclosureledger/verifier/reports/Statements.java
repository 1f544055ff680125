package org.disclosureledger.verifier.reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.verifier.conduct.Conduct;
import org.disclosureledger.verifier.conduct.EventData;
import org.disclosureledger.verifier.conduct.Place;
import org.disclosureledger.verifier.conduct.Unreadable;
import org.disclosureledger.verifier.reports.Statement.Basis;
import org.jspecify.annotations.Nullable;

/**
 * Every report of a ledger as it is stated, and what of the ledger cannot be read. Memory: the rows
 * of the reports, no more than {@value #MOST_ROWS}; of all other entries nothing.
 */
public final class Statements {
  /** More would be a ledger made to fill the memory; half-years have some hundred. */
  private static final int MOST_ROWS = 200_000;

  private static final String PREFIX = "org.disclosureledger.report.";
  private static final Set<String> STATING =
      Set.of(PREFIX + "frozen.v1", PREFIX + "amended.v1", PREFIX + "listed.v1");

  private final List<Statement> all = new ArrayList<>();

  /** The last of each stream; null where it cannot be read. */
  private final Map<String, @Nullable Statement> streams = new HashMap<>();

  /** Whose lists may come now, and at which leaf. */
  private @Nullable Statement open;

  private long listAt;
  private int rows;
  private int unread;
  private long lost;
  private long flawedLeaf = Long.MAX_VALUE;
  private String flaw = "";

  /** An entry that cannot be read at all: it may have been a report, or what one counts. */
  public void lost(long leaf) {
    lost++;
    flawed(leaf, "leaf %d cannot be read".formatted(leaf));
  }

  private void flawed(long leaf, String how) {
    if (leaf < flawedLeaf) {
      flawedLeaf = leaf;
      flaw = how;
    }
  }

  /**
   * The next entry.
   *
   * @param fits whether its data fits the schema of its type
   */
  public void entry(Place place, EntryPayload payload, boolean fits) {
    String subject = payload.subject().value();
    if (subject.startsWith("report/")) {
      report(place, subject, payload, fits);
    } else if (!fits && isCounted(subject)) {
      flawed(place.leaf(), "leaf %d does not fit its schema".formatted(place.leaf()));
    }
  }

  /** Whether figures rest on what stands in the stream. */
  private static boolean isCounted(String subject) {
    return subject.startsWith("request/")
        || subject.startsWith("agency/")
        || subject.equals("calendar");
  }

  private void report(Place place, String subject, EntryPayload payload, boolean fits) {
    if (!STATING.contains(payload.type())) {
      unread += Conduct.knows(payload.type()) ? 0 : 1;
      return;
    }
    if (!fits) {
      unread(subject);
      return;
    }
    try {
      EventData data = EventData.parse(payload.data());
      if (payload.type().equals(PREFIX + "listed.v1")) {
        listed(place, data);
      } else {
        stated(place, subject, payload, data);
      }
    } catch (Unreadable e) {
      unread(subject);
    }
  }

  private void unread(String subject) {
    unread++;
    streams.put(subject, null);
    open = null;
  }

  private void stated(Place place, String subject, EntryPayload payload, EventData data) {
    Statement before = null;
    if (payload.type().equals(PREFIX + "amended.v1")) {
      before = streams.get(subject);
      if (before == null) {
        // Whose period nobody can tell; that it has none is a matter of conduct.
        unread++;
        return;
      }
    }
    Statement statement =
        new Statement(place, subject, payload.id(), payload.recordedTime(), data, before);
    if (rows + statement.rows.size() > MOST_ROWS) {
      unread(subject);
      return;
    }
    rows += statement.rows.size();
    all.add(statement);
    streams.put(subject, statement);
    open = statement;
    listAt = place.leaf() + 1;
  }

  /** Lists stand behind what they go on with; any other is a matter of conduct. */
  private void listed(Place place, EventData data) {
    Statement statement = open;
    UUID report = data.uuid("report");
    if (statement == null || !statement.id.equals(report) || place.leaf() != listAt) {
      return;
    }
    int before = statement.rows.size();
    statement.goesOn(place, data);
    rows += statement.rows.size() - before;
    listAt++;
    if (rows > MOST_ROWS) {
      all.remove(statement);
      throw new Unreadable("more rows than are kept");
    }
  }

  /** In the order of their leaves. */
  List<Statement> all() {
    return all;
  }

  /** Which sets of entries they count, the smallest first, and the statements about each. */
  public Map<Basis, List<Statement>> byBasis() {
    Map<Basis, List<Statement>> byBasis =
        new TreeMap<>((a, b) ->
            a.size() != b.size() ? Long.compare(a.size(), b.size()) : a.asOf().compareTo(b.asOf()));
    for (Statement statement : all) {
      byBasis.computeIfAbsent(statement.basis(), _ -> new ArrayList<>()).add(statement);
    }
    return byBasis;
  }

  long reports() {
    return all.stream().filter(statement -> !statement.isAmendment()).count();
  }

  /** Entries of reports that cannot be read, or may be of reports. */
  long unread() {
    return unread + lost;
  }

  /** Why entries below a head cannot all be read; null if they can. */
  @Nullable String flawBelow(long size) {
    return flawedLeaf < size ? flaw : null;
  }
}
