package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.AccessStory.DAY;
import static org.disclosureledger.verifier.conduct.AccessStory.MINUTE;
import static org.disclosureledger.verifier.conduct.AccessStory.adopted;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.disclosureledger.verifier.report.Rule;
import org.jspecify.annotations.Nullable;

/** Personal data seen or granted by who may not, or when nobody may. */
final class AccessBreaches {
  private static final UUID GRANT = AccessStory.grant(1);

  private AccessBreaches() {}

  static void tell(ConductVectors vectors) {
    vectors.keeps("seen-by-grant", AccessBreaches::seen);
    views(vectors);
    grants(vectors);
    terms(vectors);
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

  static void breaks(
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

  static AccessStory access(Story story) {
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
          UUID granted = access.granted();
          Instant until = story.now().plus(DAY);
          String terms = AccessStory.terms(granted, "auditor", null, "AUDIT", until);
          access.add(Person.MINH, "disclosure.granted.v1", terms);
        });
    breaks(
        vectors,
        Rule.ROLE_NOT_ALLOWED,
        "grant",
        story -> {
          Instant until = story.now().plus(DAY);
          String terms = AccessStory.terms(GRANT, "auditor", null, "AUDIT", until);
          AccessStory access = access(story);
          story.naming(GRANT);
          access.add(Person.LAN, "disclosure.granted.v1", terms);
        });
  }
}
