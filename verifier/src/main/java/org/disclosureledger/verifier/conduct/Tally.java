package org.disclosureledger.verifier.conduct;

import java.util.Locale;
import org.disclosureledger.verifier.report.Counted;

/** What was judged, and what could not be. */
public final class Tally {
  long requests;

  /** Second steps that decided on a first one. */
  long acts;

  long unknownTypes;
  long unreadable;

  /** Due times that rest on a calendar, or on a policy that could not be read. */
  long dueTimes;

  /** Verifications that rest on an agency's stream that could not be followed. */
  long verifications;

  /** Erasures under rules that could not be read. */
  long erasures;

  /** Uses of grants that a stream has too many of. */
  long grants;

  /** How much was left out. */
  public long unchecked() {
    return unknownTypes + unreadable + dueTimes + verifications + erasures + grants;
  }

  /** Such as "12,345 requests, 67 acts by two people, 0 not checked". */
  public String evidence() {
    StringBuilder text = new StringBuilder(Counted.of(requests, "request", "requests"));
    text.append(", " + Counted.of(acts, "act", "acts") + " by two people");
    text.append(String.format(Locale.ROOT, ", %,d not checked", unchecked()));
    String separator = ": ";
    separator =
        add(
            text,
            separator,
            unknownTypes,
            "stream with an unknown type",
            "streams with unknown types");
    separator =
        add(
            text,
            separator,
            unreadable,
            "stream with a flawed entry",
            "streams with flawed entries");
    separator = add(text, separator, dueTimes, "due time", "due times");
    separator = add(text, separator, verifications, "verification", "verifications");
    separator = add(text, separator, erasures, "erasure", "erasures");
    add(text, separator, grants, "use of a grant", "uses of grants");
    return text.toString();
  }

  private static String add(
      StringBuilder text, String separator, long count, String one, String more) {
    if (count == 0) {
      return separator;
    }
    text.append(separator).append(Counted.of(count, one, more));
    return ", ";
  }
}
