package org.disclosureledger.service.paper;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.disclosureledger.service.figures.Slice;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.Labelled;
import org.disclosureledger.service.vocabulary.RefusalGround;

/** What the keys of rows are called; one that nobody knows stands for itself. */
record KeyLabels(Map<String, ReportPaper.AgencyName> agencies) {
  private static final Map<String, Labelled> AGENCY_KINDS = byName(AgencyKind.values());
  private static final Map<String, Labelled> ITEM_KINDS = byName(ItemKind.values());
  private static final Map<String, Labelled> GROUNDS = byName(RefusalGround.values());

  String say(Language language, Slice slice, String key) {
    return switch (slice) {
      case ALL -> language.say(slice);
      case AGENCY -> agency(language, key);
      case AGENCY_KIND -> coded(language, AGENCY_KINDS, key);
      case ITEM_KIND -> coded(language, ITEM_KINDS, key);
      case REFUSAL_GROUND -> coded(language, GROUNDS, key);
      case EMERGENCY -> language.say("Khẩn cấp", "Emergencies");
      case MONTH -> new Wording(language).month(key);
      case PROVINCE -> key;
    };
  }

  String agency(Language language, String code) {
    ReportPaper.AgencyName name = agencies.get(code);
    if (name == null) {
      return code;
    }
    String said = language.say(name.vi(), name.en());
    return said.isBlank() ? code : said;
  }

  private static String coded(Language language, Map<String, Labelled> labels, String key) {
    Labelled label = labels.get(key);
    if (label == null) {
      return key;
    }
    String said = language.say(label);
    return said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
  }

  private static Map<String, Labelled> byName(Labelled[] values) {
    Map<String, Labelled> names = new HashMap<>();
    Arrays.stream(values).forEach(value -> names.put(value.name(), value));
    return Map.copyOf(names);
  }
}
