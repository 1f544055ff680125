package org.disclosureledger.verifier.reports;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.verifier.conduct.Conduct;
import org.disclosureledger.verifier.conduct.EventData;
import org.disclosureledger.verifier.conduct.Place;
import org.disclosureledger.verifier.conduct.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * Every report of a ledger as it is stated, and what of the ledger cannot be read. Memory: some
 * hundred bytes a statement, whatever it states, and eight a leaf.
 */
public final class Statements {
  private static final String PREFIX = "org.disclosureledger.report.";
  private static final String LISTED = PREFIX + "listed.v1";
  private static final String AMENDED = PREFIX + "amended.v1";
  private static final Set<String> STATING = Set.of(PREFIX + "frozen.v1", AMENDED, LISTED);

  private final List<Statement> all = new ArrayList<>();

  /** The last of each stream; null where it cannot be read. */
  private final Map<String, @Nullable Statement> streams = new HashMap<>();

  private final Times times = new Times();

  /** Leaves of entries that do not fit their schemas. */
  private final BitSet unfit = new BitSet();

  /** Whose lists may come now, and at which leaf. */
  private @Nullable Statement open;

  private long listAt;
  private int unread;
  private int lost;
  private long firstLost = Long.MAX_VALUE;

  /** An entry that cannot be read at all: it may have been a report, or what one counts. */
  public void lost(long leaf) {
    times.add(Long.MIN_VALUE);
    lost++;
    firstLost = Math.min(firstLost, leaf);
  }

  /** Whether entries of this stream are about a report. */
  public static boolean isReport(StreamId subject) {
    return subject.value().startsWith("report/");
  }

  /**
   * The next entry.
   *
   * @param fits whether its data fits the schema of its type
   */
  public void entry(Place place, EntryPayload payload, boolean fits) {
    times.add(payload.recordedTime().toEpochMilli());
    if (!fits) {
      unfit.set((int) place.leaf());
    }
    String subject = payload.subject().value();
    if (isReport(payload.subject())) {
      report(place, subject, payload, fits);
    }
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
      if (payload.type().equals(LISTED)) {
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
    if (payload.type().equals(AMENDED)) {
      before = streams.get(subject);
      if (before == null) {
        // Whose period nobody can tell; that it has none is a matter of conduct.
        unread++;
        return;
      }
    }
    Statement statement =
        new Statement(place, subject, payload.id(), payload.recordedTime(), data, before);
    all.add(statement);
    streams.put(subject, statement);
    open = statement;
    listAt = place.leaf() + 1;
  }

  /** Lists stand behind what they go on with; any other is a matter of conduct. */
  private void listed(Place place, EventData data) {
    Statement statement = open;
    UUID report = data.uuid("report");
    if (statement == null
        || !statement.id.equals(report)
        || place.leaf() != listAt
        || statement.lists == Statement.MOST_LISTS) {
      return;
    }
    statement.goesOn(data);
    listAt++;
  }

  /** In the order of their leaves. */
  List<Statement> all() {
    return all;
  }

  Times times() {
    return times;
  }

  /** Whether the data of the entry at a leaf fit the schema of its type. */
  boolean fits(long leaf) {
    return !unfit.get((int) leaf);
  }

  long reports() {
    return all.stream().filter(statement -> !statement.isAmendment()).count();
  }

  /** Entries of reports that cannot be read, or may be of reports. */
  long unread() {
    return (long) unread + lost;
  }

  /** Why entries below a head cannot all be read; null if they can. */
  @Nullable String flawBelow(long size) {
    return firstLost < size ? "leaf %d cannot be read".formatted(firstLost) : null;
  }
}
