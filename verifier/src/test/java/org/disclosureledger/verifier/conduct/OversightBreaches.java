package org.disclosureledger.verifier.conduct;

import java.util.UUID;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.verifier.report.Rule;

/** Inspections, drills and voluntary reports that one person put right, or two wrongly. */
final class OversightBreaches {
  private static final String WAY = "oversight";
  private static final Person DUNG = Person.THAO.as(ActorRole.SUPERVISOR);

  private OversightBreaches() {}

  static void tell(ConductVectors vectors) {
    vectors.breaks(
        Rule.STREAM_BEGUN_AGAIN,
        WAY,
        story -> {
          drill(story).recorded(Person.THU);
          drill(story).recorded(Person.THU);
          return story.last();
        });
    vectors.breaks(
        Rule.OVERSIGHT_KIND,
        story -> {
          UUID recorded = drill(story).recorded(Person.THU);
          drill(story).prepared(Person.THU, recorded, "inspection", OversightPayloads.days());
          return story.last();
        });
    vectors.breaks(
        Rule.CORRECTION_CHANGES,
        WAY,
        story -> {
          UUID returned = prepared(story);
          drill(story).returned(DUNG, returned);
          drill(story).prepared(Person.THU, returned);
          return story.last();
        });
    vectors.breaks(
        Rule.NOTICE_FORWARDED_AGAIN,
        story -> {
          OversightStory notice = new OversightStory(story, "notice");
          notice.recorded(Person.LAN);
          notice.forwarded("CA-A");
          notice.forwarded("CA-A");
          return story.last();
        });
    people(vectors);
  }

  private static void people(ConductVectors vectors) {
    vectors.breaks(
        Rule.SAME_PERSON,
        WAY,
        story -> {
          drill(story).approved(Person.THU, prepared(story));
          return story.last();
        });
    vectors.breaks(
        Rule.APPROVER_MISSING,
        WAY,
        story -> {
          drill(story).approved(Person.HOA, prepared(story));
          return story.last();
        });
    vectors.breaks(
        Rule.ROLE_NOT_ALLOWED,
        WAY,
        story -> {
          UUID recorded = drill(story).recorded(Person.THU);
          drill(story).prepared(Person.LAN, recorded);
          return story.last();
        });
    vectors.breaks(
        Rule.ACT_OPEN,
        WAY,
        story -> {
          UUID recorded = drill(story).recorded(Person.THU);
          drill(story).prepared(Person.THU, recorded);
          drill(story).prepared(Person.THU, recorded);
          return story.last();
        });
    vectors.breaks(
        Rule.ACT_NOT_OPEN,
        WAY,
        story -> {
          UUID prepared = prepared(story);
          drill(story).returned(DUNG, prepared);
          drill(story).approved(DUNG, prepared);
          return story.last();
        });
  }

  /** Everybody who may, in each kind of stream. */
  static UUID corrected(Story story) {
    OversightStory inspection = new OversightStory(story, "inspection");
    UUID inspected = inspection.recorded(Person.HOA);
    inspection.returned(DUNG, inspection.prepared(Person.HOA, inspected));
    inspection.approved(DUNG, inspection.prepared(Person.HOA, inspected));
    drill(story).approved(DUNG, prepared(story));
    OversightStory notice = new OversightStory(story, "notice");
    UUID noticed = notice.recorded(Person.LAN);
    return notice.approved(Person.MINH, notice.prepared(Person.LAN, noticed));
  }

  private static UUID prepared(Story story) {
    return drill(story).prepared(Person.THU, drill(story).recorded(Person.THU));
  }

  private static OversightStory drill(Story story) {
    return new OversightStory(story, "drill");
  }
}
