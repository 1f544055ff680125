package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.AccessStory.DAY;
import static org.disclosureledger.verifier.conduct.AccessStory.MINUTE;
import static org.disclosureledger.verifier.conduct.AccessStory.adopted;
import static org.disclosureledger.verifier.conduct.AccessStory.closed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.disclosureledger.format.Disclosure;
import org.disclosureledger.format.DisclosureLine;
import org.disclosureledger.verifier.report.Rule;
import org.jspecify.annotations.Nullable;

/** Personal data seen, granted or erased by who may not, or when nobody may. */
final class AccessBreaches {
  private static final UUID GRANT = AccessStory.grant(1);

  private AccessBreaches() {}

  static void tell(ConductVectors vectors) {
    vectors.keeps("seen-by-grant", AccessBreaches::seen);
    vectors.keepsDisclosed(
        "erased",
        "\"opened\": 2, \"openedOfErased\": 1, \"withheld\": 7, \"erased\": 7",
        AccessBreaches::erased);
    views(vectors);
    grants(vectors);
    terms(vectors);
    erasures(vectors);
    rules(vectors);
    afterwards(vectors);
  }

  private static void seen(Story story) {
    AccessStory access = AccessStory.of(story.request().recorded());
    access.viewed(Person.LAN, "ANSWERING", null);
    access.viewed(Person.MINH, "APPROVING", null);
    access.granted();
    access.granted(
        AccessStory.grant(2), "supervisor", Person.THU, "INSPECTION", story.now().plus(DAY));
    access.viewed(Person.HOA, "AUDIT", GRANT);
    access.exported(Person.HOA, "AUDIT", GRANT);
    access.viewed(Person.THU, "INSPECTION", AccessStory.grant(2));
    access.revoked(GRANT);
  }

  /** Of two requests a reason each was handed over, of one before it was erased. */
  private static String erased(Story story) {
    adopted(story, 3);
    UUID policy = adopted(story, 2);
    Disclosure kept = disclosure(1, "Lý do mẫu 1");
    Disclosure other = disclosure(2, "Lý do mẫu 2");
    RequestStory request = closedFor(story, kept);
    long first = story.last();
    closedFor(story, other);
    long second = story.last();
    AccessStory.of(request).granted();
    AccessStory.of(request).exported(Person.HOA, "AUDIT", GRANT);
    story.later(Duration.ofDays(2));
    AccessStory.of(request).erased(policy);
    return DisclosureLine.encode(first, List.of(kept))
        + DisclosureLine.encode(second, List.of(other));
  }

  private static Disclosure disclosure(int salt, String text) {
    byte[] bytes = new byte[16];
    Arrays.fill(bytes, (byte) salt);
    return new Disclosure(bytes, Payloads.text(text).getBytes(StandardCharsets.UTF_8));
  }

  private static RequestStory closedFor(Story story, Disclosure reason) {
    RequestStory request = story.request().recorded();
    request.both("refusal", Payloads.refusal(1));
    request.add("request.closed.v1", Payloads.object("reason", Payloads.committed(reason)));
    return request;
  }

  private static void breaks(
      ConductVectors vectors, Rule rule, @Nullable String way, Consumer<Story> teller) {
    if (way == null) {
      vectors.breaks(rule, story -> last(story, teller));
    } else {
      vectors.breaks(rule, way, story -> last(story, teller));
    }
  }

  private static long last(Story story, Consumer<Story> teller) {
    teller.accept(story);
    return story.last();
  }

  private static AccessStory access(Story story) {
    return AccessStory.of(story.request().recorded());
  }

  private static void views(ConductVectors vectors) {
    breaks(
        vectors,
        Rule.ACCESS_SUBJECT,
        null,
        story -> AccessStory.of(story.request()).viewed(Person.LAN, "ANSWERING", null));
    breaks(
        vectors, Rule.ACCESS_SUBJECT, "grant", story -> AccessStory.of(story.request()).granted());
    breaks(
        vectors,
        Rule.ACCESS_SUBJECT,
        "erasure",
        story -> {
          UUID policy = adopted(story, 0);
          AccessStory.of(story.request()).erased(policy);
        });
    breaks(
        vectors,
        Rule.GRANT_MISSING,
        null,
        story -> access(story).viewed(Person.HOA, "AUDIT", null));
    breaks(
        vectors,
        Rule.GRANT_MISSING,
        "supervisor",
        story -> access(story).exported(Person.THU, "SUPERVISION", null));
    breaks(
        vectors,
        Rule.PURPOSE_OF_ROLE,
        null,
        story -> access(story).viewed(Person.LAN, "APPROVING", null));
    breaks(
        vectors,
        Rule.PURPOSE_OF_ROLE,
        "export",
        story -> access(story).exported(Person.MINH, "SUPERVISION", null));
  }

  private static void grants(ConductVectors vectors) {
    breaks(
        vectors,
        Rule.GRANT_NOT_HELD,
        null,
        story -> {
          AccessStory access = access(story);
          access.granted();
          access.viewed(Person.HOA, "AUDIT", AccessStory.grant(2));
        });
    held(vectors, "role", "auditor", null, "INSPECTION", Person.THU, "INSPECTION");
    Person other = Person.THAO.as(Person.HOA.role());
    held(vectors, "actor", "auditor", Person.HOA, "AUDIT", other, "AUDIT");
    held(vectors, "purpose", "auditor", null, "AUDIT", Person.HOA, "INSPECTION");
    held(vectors, "officer", "auditor", null, "INSPECTION", Person.LAN, "INSPECTION");
    breaks(
        vectors,
        Rule.GRANT_NOT_HELD,
        "over",
        story -> {
          AccessStory access = access(story);
          access.granted();
          story.later(DAY.plus(MINUTE));
          access.exported(Person.HOA, "AUDIT", GRANT);
        });
    breaks(
        vectors,
        Rule.GRANT_NOT_HELD,
        "revoked",
        story -> {
          AccessStory access = access(story);
          access.granted();
          access.revoked(GRANT);
          access.viewed(Person.HOA, "AUDIT", GRANT);
        });
    breaks(
        vectors,
        Rule.GRANT_NOT_HELD,
        "revoked-again",
        story -> {
          AccessStory access = access(story);
          access.granted();
          access.revoked(GRANT);
          access.revoked(GRANT);
        });
  }

  private static void held(
      ConductVectors vectors,
      String way,
      String to,
      @Nullable Person person,
      String purpose,
      Person who,
      String said) {
    breaks(
        vectors,
        Rule.GRANT_NOT_HELD,
        way,
        story -> {
          AccessStory access = access(story);
          access.granted(GRANT, to, person, purpose, story.now().plus(DAY));
          access.viewed(who, said, GRANT);
        });
  }

  private static void terms(ConductVectors vectors) {
    breaks(
        vectors,
        Rule.GRANT_TERMS,
        null,
        story -> {
          Instant longer = story.now().plus(Duration.ofDays(367));
          access(story).granted(GRANT, "auditor", null, "AUDIT", longer);
        });
    breaks(
        vectors,
        Rule.GRANT_TERMS,
        "over",
        story -> {
          AccessStory access = access(story);
          access.granted(GRANT, "auditor", null, "AUDIT", story.now().minus(MINUTE));
        });
    breaks(
        vectors,
        Rule.GRANT_TERMS,
        "purpose",
        story -> {
          Instant until = story.now().plus(DAY);
          access(story).granted(GRANT, "supervisor", null, "AUDIT", until);
        });
    breaks(
        vectors,
        Rule.GRANT_TERMS,
        "id",
        story -> {
          AccessStory access = access(story);
          access.granted();
          access.granted();
        });
    breaks(
        vectors,
        Rule.ROLE_NOT_ALLOWED,
        "grant",
        story -> {
          Instant until = story.now().plus(DAY);
          String terms = AccessStory.terms(GRANT, "auditor", null, "AUDIT", until);
          access(story).add(Person.LAN, "disclosure.granted.v1", terms);
        });
  }

  private static void erasures(ConductVectors vectors) {
    breaks(
        vectors,
        Rule.ERASURE_OPEN,
        null,
        story -> {
          UUID policy = adopted(story, 0);
          access(story).erased(policy);
        });
    breaks(
        vectors,
        Rule.ERASURE_OPEN,
        "correction",
        story -> {
          UUID policy = adopted(story, 0);
          RequestStory request = closed(story);
          request.prepare("correction", Payloads.correction(request.recording(), null));
          AccessStory.of(request).erased(policy);
        });
    breaks(
        vectors,
        Rule.ERASURE_EARLY,
        null,
        story -> {
          UUID policy = adopted(story, 2);
          RequestStory request = closed(story);
          story.later(Duration.ofDays(2).minusSeconds(2));
          AccessStory.of(request).erased(policy);
        });
    breaks(
        vectors,
        Rule.ERASED_AGAIN,
        null,
        story -> {
          UUID policy = adopted(story, 0);
          AccessStory access = AccessStory.of(closed(story));
          access.erased(policy);
          access.erased(policy);
        });
  }

  private static void rules(ConductVectors vectors) {
    breaks(
        vectors,
        Rule.ERASURE_RULE,
        null,
        story -> {
          UUID policy = adopted(story, 0);
          AccessStory.of(closed(story)).erased(policy, "other");
        });
    breaks(
        vectors,
        Rule.ERASURE_RULE,
        "adopted-before",
        story -> {
          UUID policy = adopted(story, 0);
          adopted(story, 0);
          AccessStory.of(closed(story)).erased(policy);
        });
    breaks(
        vectors,
        Rule.ERASURE_RULE,
        "not-in-force",
        story -> {
          UUID policy =
              adopted(story, AccessStory.row("default", "2025-01-01", "2026-01-04", 0, null));
          AccessStory.of(closed(story)).erased(policy);
        });
    breaks(
        vectors,
        Rule.ERASURE_RULE,
        "case",
        story -> {
          String row = AccessStory.row("default", "2026-01-01", null, 0, AccessStory.CRIMINAL);
          UUID policy = adopted(story, row);
          RequestStory request = closed(story);
          String changes = Payloads.object("caseType", Payloads.text("CIVIL"), "items", "[]");
          String data = Payloads.correction(request.recording(), changes);
          request.decide("correction", "returned", request.prepare("correction", data));
          AccessStory.of(request).erased(policy);
        });
  }

  private static void afterwards(ConductVectors vectors) {
    breaks(
        vectors,
        Rule.EVENT_AFTER_ERASURE,
        null,
        story -> {
          UUID policy = adopted(story, 0);
          RequestStory request = closed(story);
          AccessStory.of(request).erased(policy);
          request.reopened(1);
        });
    breaks(
        vectors,
        Rule.EVENT_AFTER_ERASURE,
        "view",
        story -> {
          UUID policy = adopted(story, 0);
          AccessStory access = AccessStory.of(closed(story));
          access.erased(policy);
          access.viewed(Person.LAN, "ANSWERING", null);
        });
    breaks(
        vectors,
        Rule.EVENT_AFTER_ERASURE,
        "grant",
        story -> {
          UUID policy = adopted(story, 0);
          AccessStory access = AccessStory.of(closed(story));
          access.erased(policy);
          access.granted();
        });
  }
}
