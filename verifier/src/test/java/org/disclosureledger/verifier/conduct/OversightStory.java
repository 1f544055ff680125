package org.disclosureledger.verifier.conduct;

import java.util.UUID;

/** The stream of one inspection, drill or voluntary report. */
final class OversightStory {
  private static final String CORRECTION = "oversight.correction.";

  final Story story;
  final String kind;
  final String subject;

  /**
   * @param kind inspection, drill or notice
   */
  OversightStory(Story story, String kind) {
    this.story = story;
    this.kind = kind;
    this.subject = kind + "/" + new UUID(0x7000L, 0x8000_0000_0000_0001L);
  }

  UUID recorded(Person who) {
    return story.add(subject, who, kind + ".recorded.v1", content());
  }

  String content() {
    return kind.equals("notice") ? OversightPayloads.notice(story.now()) : OversightPayloads.days();
  }

  UUID prepared(Person who, UUID corrects) {
    return prepared(who, corrects, kind, content());
  }

  UUID prepared(Person who, UUID corrects, String of, String content) {
    String data = OversightPayloads.oversight(corrects, of, content);
    return story.add(subject, who, CORRECTION + "prepared.v1", data);
  }

  /** A voluntary report, to the agency of this code. */
  UUID forwarded(String agency) {
    return story.add(
        subject, Person.LAN, "notice.forwarded.v1", OversightPayloads.forwarded(agency));
  }

  UUID approved(Person who, UUID prepared) {
    return story.add(subject, who, CORRECTION + "approved.v1", Payloads.prepared(prepared));
  }

  UUID returned(Person who, UUID prepared) {
    return story.add(subject, who, CORRECTION + "returned.v1", Payloads.returned(prepared));
  }
}
