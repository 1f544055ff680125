package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.array;
import static org.disclosureledger.verifier.conduct.Payloads.codes;
import static org.disclosureledger.verifier.conduct.Payloads.committed;
import static org.disclosureledger.verifier.conduct.Payloads.object;
import static org.disclosureledger.verifier.conduct.Payloads.text;
import static org.disclosureledger.verifier.conduct.Payloads.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an agency asks for, as request.recorded puts it; changed member by member. */
final class Demand {
  static final String AGENCY = "CA-T-MAU";

  Instant receivedAt;
  String channel = "OFFICIAL_LETTER";
  String agency = AGENCY;
  boolean emergency;
  @Nullable String documentDate = "2026-01-04";
  @Nullable Instant dueStated;
  int version = 2;
  String secrecy = "NORMAL";

  /** When an agent had it first; null where it came directly. */
  @Nullable Instant reachedAgent;

  final List<String> items = new ArrayList<>();
  final List<String> documents = new ArrayList<>();

  Demand(Instant receivedAt) {
    this.receivedAt = receivedAt;
  }

  /** One item of a subscriber's data on two targets, at most 10 records of January. */
  static Demand ordinary(Instant receivedAt) {
    return new Demand(receivedAt).item("SUBSCRIBER_DATA", 2, "10");
  }

  /** The same by telephone in an emergency, without a document. */
  static Demand oral(Instant receivedAt) {
    Demand demand = ordinary(receivedAt);
    demand.emergency = true;
    demand.channel = "TELEPHONE";
    demand.documentDate = null;
    return demand;
  }

  Demand item(String kind, int targets, @Nullable String maximum) {
    items.add(asked(items.size() + 1, kind, 1, targets, maximum));
    return this;
  }

  Demand document(int ordinal) {
    documents.add(object("ordinal", Integer.toString(ordinal), "digest", committed()));
    return this;
  }

  /** An item as an agency asks for it, with targets from one ordinal to another. */
  static String asked(int ordinal, String kind, int from, int to, @Nullable String maximum) {
    List<String> targets = new ArrayList<>();
    for (int i = from; i <= to; i++) {
      targets.add(object("ordinal", Integer.toString(i), "identifier", committed()));
    }
    return object(
        "ordinal",
        Integer.toString(ordinal),
        "kind",
        text(kind),
        "targets",
        array(targets),
        "fields",
        codes("SUBSCRIBER_NAME", "PHONE_NUMBER"),
        "period",
        january(1, 31),
        "maximumRecords",
        maximum);
  }

  static String january(int from, int to) {
    return object(
        "from",
        text("2026-01-%02dT00:00:00.000Z".formatted(from)),
        "to",
        text("2026-01-%02dT00:00:00.000Z".formatted(to)));
  }

  /** A scope within {@link #asked}. */
  static String scope(int item, String targets, int maximum) {
    return scope(item, targets, codes("SUBSCRIBER_NAME"), january(2, 20), maximum);
  }

  static String scope(
      int item, String targets, String fields, @Nullable String period, int maximum) {
    return object(
        "item",
        Integer.toString(item),
        "targets",
        targets,
        "fields",
        fields,
        "period",
        period,
        "maximumRecords",
        Integer.toString(maximum));
  }

  /** A part within {@link #scope}. */
  static String part(int item, int part, boolean last, String targets, long count) {
    return part(item, part, last, targets, codes("SUBSCRIBER_NAME"), january(2, 20), count);
  }

  static String part(
      int item,
      int part,
      boolean last,
      String targets,
      String fields,
      @Nullable String period,
      long count) {
    return object(
        "item",
        Integer.toString(item),
        "part",
        Integer.toString(part),
        "last",
        Boolean.toString(last),
        "targets",
        targets,
        "fields",
        fields,
        "period",
        period,
        "recordCount",
        Long.toString(count),
        "digest",
        committed(),
        "size",
        committed());
  }

  String json() {
    return object(
        "receivedAt",
        time(receivedAt),
        "channel",
        text(channel),
        "requestingAgency",
        object("code", text(agency), "kind", text("PROVINCIAL_POLICE"), "unit", committed()),
        "officer",
        committed(),
        "documentNumber",
        committed(),
        "documentDate",
        documentDate == null ? null : text(documentDate),
        "subject",
        committed(),
        "legalBasis",
        text("116-2025-QH15.25"),
        "caseType",
        text("CRIMINAL"),
        "priority",
        text("ROUTINE"),
        "emergency",
        Boolean.toString(emergency),
        "urgency",
        text("NORMAL"),
        "secrecy",
        text(secrecy),
        "dueStated",
        dueStated == null ? null : time(dueStated),
        "items",
        array(items),
        "documents",
        array(documents),
        "route",
        version == 1 ? null : text(reachedAgent == null ? "DIRECT" : "VIA_AGENT"),
        "agent",
        reachedAgent == null ? null : object("name", committed(), "reachedAt", time(reachedAgent)));
  }
}
