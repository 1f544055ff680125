package org.disclosureledger.service.paper;

import java.util.List;
import org.disclosureledger.service.vocabulary.Labelled;

/** What a page is written in. */
enum Language {
  VI("vi"),
  EN("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** As in {@code xml:lang}. */
  String tag() {
    return tag;
  }

  String say(String vi, String en) {
    return this == VI ? vi : en;
  }

  String say(Labelled labelled) {
    return say(labelled.vi(), labelled.en());
  }

  static List<Language> of(ReportPaper.Languages languages) {
    return switch (languages) {
      case VI -> List.of(VI);
      case EN -> List.of(EN);
      case BOTH -> List.of(VI, EN);
    };
  }
}
