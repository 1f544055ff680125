package org.disclosureledger.verifier.conduct;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.disclosureledger.format.Disclosure;
import org.disclosureledger.format.FormatTime;
import org.jspecify.annotations.Nullable;

/** {@code data} of each event as JSON text, its commitments to nothing in particular. */
final class Payloads {
  private static final AtomicLong COMMITMENTS = new AtomicLong();

  private Payloads() {}

  /** A commitment that no other place has. */
  static String committed() {
    byte[] digest = ByteBuffer.allocate(32).putLong(COMMITMENTS.incrementAndGet()).array();
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    return "{\"_sd\":[\"" + text + "\"]}";
  }

  static String committed(Disclosure disclosure) {
    return "{\"_sd\":[\"" + disclosure.digest() + "\"]}";
  }

  /** Begins the commitments anew, so that the same story gives the same bytes. */
  static void restart() {
    COMMITMENTS.set(0);
  }

  /** Members in turn: name, then value as JSON; a null value leaves the member out. */
  static String object(@Nullable String... members) {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < members.length; i += 2) {
      if (members[i + 1] != null) {
        json.append(json.length() > 1 ? "," : "");
        json.append('"').append(members[i]).append("\":").append(members[i + 1]);
      }
    }
    return json.append('}').toString();
  }

  static String text(String text) {
    return "\"" + text + "\"";
  }

  static String time(Instant time) {
    return text(FormatTime.format(time));
  }

  static String array(List<String> values) {
    return "[" + String.join(",", values) + "]";
  }

  static String ordinals(int... ordinals) {
    return Arrays.stream(ordinals)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(",", "[", "]"));
  }

  static String codes(String... codes) {
    return Arrays.stream(codes).map(Payloads::text).collect(Collectors.joining(",", "[", "]"));
  }

  static String id(@Nullable UUID id) {
    return text(String.valueOf(id));
  }

  static String reason() {
    return object("reason", committed());
  }

  static String prepared(UUID id) {
    return object("prepared", id(id));
  }

  static String returned(UUID id) {
    return object("prepared", id(id), "reason", committed());
  }

  /** A row of policy that counts hours from receipt. */
  static String row(String id, String kinds, @Nullable Boolean emergency, String purpose, int h) {
    return row(id, kinds, emergency, purpose, "2026-01-01", "hours", h);
  }

  static String row(
      String id,
      String kinds,
      @Nullable Boolean emergency,
      String purpose,
      String from,
      String unit,
      int count) {
    return object(
        "id",
        text(id),
        "effectiveFrom",
        text(from),
        "citationVi",
        text("Điều khoản mẫu"),
        "citationEn",
        text("Sample provision"),
        "secondHand",
        "true",
        "itemKinds",
        kinds,
        "emergency",
        emergency == null ? null : emergency.toString(),
        "purpose",
        text(purpose),
        "clock",
        text(unit.equals("hours") ? "STATUTORY" : "SERVICE"),
        unit,
        Integer.toString(count));
  }

  static String policy(String... rows) {
    return object("rows", array(List.of(rows)));
  }

  static String verified(String method, @Nullable UUID contact) {
    return object(
        "method",
        text(method),
        "contact",
        contact == null ? null : id(contact),
        "note",
        committed());
  }

  static String items(String... items) {
    return object("items", array(List.of(items)));
  }

  /** An acceptance of version 2, with so many lists behind it. */
  static String items(int lists, String... items) {
    return object("items", array(List.of(items)), "lists", Integer.toString(lists));
  }

  static String refusal(int... items) {
    return object(
        "items", ordinals(items), "grounds", codes("OVERBROAD", "NOT_HELD"), "reason", committed());
  }

  static String noData(int... items) {
    return object("items", ordinals(items), "search", committed());
  }

  static String extension(Instant due) {
    return object("due", time(due), "reason", committed(), "consent", "true");
  }

  static String delivery(String... parts) {
    return object(
        "channel", text("PORTAL"), "recipient", committed(), "items", array(List.of(parts)));
  }

  /** Of version 2, with so many lists behind it. */
  static String delivery(int lists, String... parts) {
    return object(
        "channel",
        text("PORTAL"),
        "recipient",
        committed(),
        "items",
        array(List.of(parts)),
        "lists",
        Integer.toString(lists));
  }

  static String receipt(UUID delivery) {
    return object("delivery", id(delivery), "signer", committed(), "minutes", committed());
  }

  /** From the story's start until the end of what {@link Demand#scope} approves. */
  static String measure(String measure, int item, int... targets) {
    return measure(measure, Story.START, Instant.parse("2026-01-20T00:00:00.000Z"), item, targets);
  }

  static String measure(
      String measure, Instant from, @Nullable Instant until, int item, int... targets) {
    return object(
        "measure",
        text(measure),
        "item",
        Integer.toString(item),
        "targets",
        ordinals(targets),
        "order",
        committed(),
        "scope",
        committed(),
        "from",
        time(from),
        "until",
        until == null ? null : time(until));
  }

  static String correction(UUID corrects, @Nullable String changes) {
    return correction(corrects, "RECORDABLE", changes);
  }

  static String correction(UUID corrects, String severity, @Nullable String changes) {
    return object(
        "corrects",
        id(corrects),
        "severity",
        text(severity),
        "reason",
        committed(),
        "statement",
        committed(),
        "changes",
        changes);
  }

  /** Of version 2, with so many lists behind it. */
  static String correction(UUID corrects, int lists, @Nullable String changes) {
    return object(
        "corrects",
        id(corrects),
        "severity",
        text("RECORDABLE"),
        "reason",
        committed(),
        "statement",
        committed(),
        "lists",
        Integer.toString(lists),
        "changes",
        changes);
  }

  static String listed(UUID prepared, int list, String... items) {
    return object(
        "prepared", id(prepared), "list", Integer.toString(list), "items", array(List.of(items)));
  }

  static String error(UUID event, String severity, int... items) {
    return object(
        "event",
        id(event),
        "items",
        ordinals(items),
        "cause",
        text("EXCESS"),
        "severity",
        text(severity),
        "description",
        committed());
  }

  static String missed(UUID deadline, Instant confirmBy) {
    return object("confirmBy", time(confirmBy), "deadline", id(deadline));
  }

  static String confirmed() {
    return object("documentNumber", committed(), "digest", committed());
  }

  static String cancelled() {
    return object("reason", committed(), "document", committed());
  }

  static String reopened(int... items) {
    return object("items", ordinals(items), "reason", committed(), "document", committed());
  }

  static String linked(UUID other) {
    return object("relation", text("CONTINUES"), "request", id(other));
  }

  static String question() {
    return object("question", committed());
  }

  static String answer(UUID asked) {
    return object("asked", id(asked), "outcome", text("ANSWERED"), "answer", committed());
  }

  static String obstacle(int... items) {
    return object("items", ordinals(items), "reason", committed());
  }

  static String attached(UUID document) {
    return attached(document, "DEMAND");
  }

  static String attached(UUID document, String purpose) {
    return object(
        "document",
        id(document),
        "purpose",
        text(purpose),
        "mediaType",
        text("application/pdf"),
        "object",
        text("ab".repeat(32)),
        "digest",
        committed(),
        "size",
        committed(),
        "name",
        committed());
  }

  /** Found good. */
  static String signature(UUID document) {
    return signature(document, "VALID", "TRUSTED");
  }

  static String signature(UUID document, String outcome, String chain) {
    return signature(document, null, outcome, chain);
  }

  /** Of version 2 if it says what it signs. */
  static String signature(UUID document, @Nullable UUID signs, String outcome, String chain) {
    return object(
        "document",
        id(document),
        "signs",
        signs == null ? null : id(signs),
        "format",
        text("PADES"),
        "outcome",
        text(outcome),
        "chain",
        text(chain),
        "timestamped",
        "false",
        "signer",
        committed(),
        "certificate",
        committed());
  }

  static String agency(@Nullable String code, String from, @Nullable String until) {
    return object(
        "code",
        code == null ? null : text(code),
        "kind",
        text("PROVINCIAL_POLICE"),
        "nameVi",
        text("Công an tỉnh Mẫu"),
        "nameEn",
        text("Sample provincial police"),
        "validFrom",
        text(from),
        "validUntil",
        until == null ? null : text(until));
  }

  static String contact(UUID contact) {
    return object(
        "contact",
        id(contact),
        "channel",
        text("TELEPHONE"),
        "method",
        text("SEAL_OR_DOCUMENT"),
        "value",
        committed(),
        "emergency",
        "true");
  }

  static String officer(UUID officer) {
    return object(
        "officer",
        id(officer),
        "name",
        committed(),
        "position",
        committed(),
        "validFrom",
        text("2025-03-01"));
  }

  static String officerRetired(UUID officer) {
    return object("officer", id(officer), "from", text("2026-01-01"));
  }

  static String succeeded(String successor, String from) {
    return object("successor", text(successor), "from", text(from));
  }
}
