package org.disclosureledger.verifier.conduct;

import java.util.function.Consumer;
import org.disclosureledger.verifier.report.Rule;

/** Looks at the agency register, inspections, drills and voluntary reports by who may not. */
final class LookBreaches {
  private static final String WAY = "register";

  private LookBreaches() {}

  static void tell(ConductVectors vectors) {
    vectors.keeps("register-and-oversight-seen", LookBreaches::seen);
    breaks(
        vectors,
        Rule.ACCESS_SUBJECT,
        WAY,
        story -> agency(story).opened(Person.LAN, "ANSWERING", "CONTACTS"));
    breaks(
        vectors,
        Rule.ACCESS_SUBJECT,
        "kind",
        story -> recorded(story, "drill").opened(Person.LAN, "ANSWERING", "INSPECTION"));
    breaks(
        vectors,
        Rule.ROLE_NOT_ALLOWED,
        WAY,
        story -> {
          RequestStory request = story.request().recorded();
          AccessStory.of(request).opened(Person.QUAN, "REGISTER", "DETAIL");
        });
    breaks(
        vectors,
        Rule.ROLE_NOT_ALLOWED,
        "notice-seen",
        story -> recorded(story, "notice").opened(Person.THU, "SUPERVISION", "NOTICE"));
    breaks(
        vectors,
        Rule.PURPOSE_OF_ROLE,
        WAY,
        story -> registered(story).opened(Person.LAN, "REGISTER", "OFFICERS"));
    breaks(
        vectors,
        Rule.GRANT_NOT_HELD,
        "inspection",
        story ->
            recorded(story, "inspection")
                .opened(Person.HOA, "AUDIT", "INSPECTION", AccessStory.grant(1)));
  }

  private static void seen(Story story) {
    AccessStory agency = registered(story);
    agency.opened(Person.QUAN, "REGISTER", "CONTACTS");
    agency.opened(Person.LAN, "ANSWERING", "CONTACTS");
    agency.opened(Person.MINH, "APPROVING", "OFFICERS");
    AccessStory inspection = recorded(story, "inspection");
    inspection.opened(Person.HOA, "AUDIT", "INSPECTION");
    inspection.opened(Person.THU, "INSPECTION", "INSPECTION");
    AccessStory.of(story.request().recorded()).opened(Person.LAN, "ANSWERING", "DETAIL");
  }

  private static void breaks(
      ConductVectors vectors, Rule rule, String way, Consumer<Story> teller) {
    vectors.breaks(
        rule,
        way,
        story -> {
          teller.accept(story);
          return story.last();
        });
  }

  private static AccessStory agency(Story story) {
    return AccessStory.beside(story, AgencyRegister.subject(Demand.AGENCY));
  }

  static AccessStory registered(Story story) {
    SoundStories.register(story);
    return agency(story);
  }

  /**
   * @param kind inspection, drill or notice
   */
  static AccessStory recorded(Story story, String kind) {
    OversightStory oversight = new OversightStory(story, kind);
    oversight.recorded(kind.equals("notice") ? Person.LAN : Person.THU);
    return AccessStory.beside(story, oversight.subject);
  }
}
