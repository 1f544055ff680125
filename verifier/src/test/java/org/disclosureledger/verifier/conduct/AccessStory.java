package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.array;
import static org.disclosureledger.verifier.conduct.Payloads.codes;
import static org.disclosureledger.verifier.conduct.Payloads.id;
import static org.disclosureledger.verifier.conduct.Payloads.object;
import static org.disclosureledger.verifier.conduct.Payloads.text;
import static org.disclosureledger.verifier.conduct.Payloads.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.Entry;
import org.disclosureledger.format.EntryCodec;
import org.jspecify.annotations.Nullable;

/** The stream of who looks at one request, and the rules by which its data are erased. */
final class AccessStory {
  static final Duration DAY = Duration.ofDays(1);
  static final Duration MINUTE = Duration.ofMinutes(1);

  /** For the demands of {@link Demand}. */
  static final String CRIMINAL = codes("CRIMINAL");

  private final Story story;
  private final String subject;

  private AccessStory(Story story, String subject) {
    this.story = story;
    this.subject = subject;
  }

  static AccessStory of(RequestStory request) {
    return of(request.story, request.number());
  }

  static AccessStory of(Story story, UUID about) {
    return new AccessStory(story, "access/" + about);
  }

  /** Beside the stream of any other record. */
  static AccessStory beside(Story story, String subject) {
    return new AccessStory(story, "access/" + subject.substring(subject.indexOf('/') + 1));
  }

  /** The id of a grant, and of the entry that gives it. */
  static UUID grant(int number) {
    return new UUID(0x0198_0000_0000_7fffL, 0x8000_0000_0000_6a00L + number);
  }

  UUID add(Person who, String type, String data) {
    return story.add(subject, who, type, data);
  }

  UUID viewed(Person who, String purpose, @Nullable UUID grant) {
    String named = grant == null ? null : id(grant);
    return add(
        who,
        "record.viewed.v1",
        object("purpose", text(purpose), "what", text("DETAIL"), "grant", named));
  }

  /** What of any record, of the first version that knows it after the first of all. */
  UUID opened(Person who, String purpose, String what) {
    return opened(who, purpose, what, null);
  }

  UUID opened(Person who, String purpose, String what, @Nullable UUID grant) {
    String named = grant == null ? null : id(grant);
    return add(
        who,
        what.equals("REPORT") ? "record.viewed.v3" : "record.viewed.v2",
        object("purpose", text(purpose), "what", text(what), "grant", named));
  }

  UUID exported(Person who, String purpose, @Nullable UUID grant) {
    String named = grant == null ? null : id(grant);
    return add(
        who,
        "record.exported.v1",
        object("purpose", text(purpose), "grant", named, "disclosures", "3"));
  }

  /** To all auditors, to audit, for a day. */
  UUID granted() {
    return granted(grant(1), "auditor", null, "AUDIT", story.now().plus(DAY));
  }

  UUID granted(UUID grant, String to, @Nullable Person person, String purpose, Instant until) {
    story.naming(grant);
    add(Person.MINH, "disclosure.granted.v1", terms(grant, to, person, purpose, until));
    return grant;
  }

  static String terms(
      UUID grant, String to, @Nullable Person person, String purpose, Instant until) {
    return object(
        "grant",
        id(grant),
        "to",
        text(to),
        "actor",
        person == null ? null : text(person.actor().value()),
        "purpose",
        text(purpose),
        "until",
        time(until));
  }

  UUID revoked(UUID grant) {
    return add(
        Person.MINH,
        "disclosure.revoked.v1",
        object("grant", id(grant), "reason", Payloads.committed()));
  }

  UUID erased(UUID policy) {
    return erased(policy, "default");
  }

  UUID erased(UUID policy, String rule) {
    return add(Person.MINH, "personal-data.erased.v1", erasure(policy, rule));
  }

  UUID erased(UUID policy, List<String> keys, long disclosures, long documents) {
    String data = erasure(policy, "default", keys, disclosures, documents);
    return add(Person.MINH, "personal-data.erased.v1", data);
  }

  /** Ids of keys. */
  static List<String> keys(int... numbers) {
    return Arrays.stream(numbers).mapToObj(AccessStory::key).toList();
  }

  /** With the numbers that the entries so far give. */
  String erasure(UUID policy, String rule) {
    String request = "request/" + subject.substring("access/".length());
    long disclosures = 0;
    long documents = 0;
    List<String> keys = new ArrayList<>();
    for (byte[] bytes : story.ledger.entries()) {
      Entry entry = EntryCodec.parse(bytes);
      String stream = entry.payload().subject().value();
      if (stream.equals(request) || stream.equals(subject)) {
        disclosures += entry.slots().size();
        documents += entry.payload().type().contains(".document.attached.") ? 1 : 0;
        String key = key(stream.equals(request) ? 1 : 2);
        if (!entry.slots().isEmpty() && !keys.contains(key)) {
          keys.add(key);
        }
      }
    }
    return erasure(policy, rule, keys, disclosures, documents);
  }

  private static String key(int number) {
    return "00000000-0000-4000-8000-00000000ce0" + number;
  }

  private static String erasure(
      UUID policy, String rule, List<String> keys, long disclosures, long documents) {
    return object(
        "rule",
        text(rule),
        "policy",
        id(policy),
        "keys",
        codes(keys.toArray(String[]::new)),
        "disclosures",
        Long.toString(disclosures),
        "attachments",
        Long.toString(documents));
  }

  /** Rules that keep everything for so many days. */
  static UUID adopted(Story story, int days) {
    return adopted(story, row("default", "2026-01-01", null, days, null));
  }

  static UUID adopted(Story story, String... rows) {
    String data = object("rows", array(List.of(rows)));
    return story.add("retention", Person.QUAN, "retention.adopted.v1", data);
  }

  static String row(
      String id, String from, @Nullable String to, int days, @Nullable String caseTypes) {
    return object(
        "id",
        text(id),
        "effectiveFrom",
        text(from),
        "effectiveTo",
        to == null ? null : text(to),
        "citation",
        text("Quy tắc mẫu"),
        "keepDays",
        Integer.toString(days),
        "caseTypes",
        caseTypes);
  }

  /** A request that was refused and closed. */
  static RequestStory closed(Story story) {
    RequestStory request = story.request().recorded();
    request.both("refusal", Payloads.refusal(1));
    request.closed();
    return request;
  }
}
