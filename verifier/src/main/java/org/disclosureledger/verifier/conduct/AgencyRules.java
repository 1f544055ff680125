package org.disclosureledger.verifier.conduct;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;

/** The register of agencies: only as much order as looking something up in it needs. */
final class AgencyRules {
  private AgencyRules() {}

  static void apply(AgencyState agency, Event event, Context context) {
    EventData data = event.data();
    switch (event.type()) {
      case AGENCY_REGISTERED -> {
        streamOfCode(event, data.text("code"), context);
        agency.code = data.text("code").toUpperCase(Locale.ROOT);
        period(agency, data);
      }
      case AGENCY_AMENDED -> period(agency, data);
      case AGENCY_SUCCEEDED -> succeeded(agency, event, context);
      case CONTACT_VERIFIED ->
          agency.contacts.put(
              data.uuid("contact"),
              new AgencyState.Contact(context.shared(data.text("channel")), event.time()));
      case CONTACT_RETIRED ->
          retired(agency.contacts.keySet(), data.uuid("contact"), event, context);
      case OFFICER_REGISTERED -> {
        UUID officer = data.uuid("officer");
        if (!agency.officers.add(officer)) {
          context.breach(event, Rule.REGISTER_ORDER, "an officer not registered yet", officer + "");
        }
      }
      case OFFICER_RETIRED -> retired(agency.officers, data.uuid("officer"), event, context);
      default -> throw new IllegalStateException(event.type().code());
    }
  }

  private static void period(AgencyState agency, EventData data) {
    agency.validFrom = data.date("validFrom");
    agency.validUntil = data.optionalDate("validUntil");
  }

  private static void streamOfCode(Event event, String code, Context context) {
    String subject = AgencyRegister.subject(code);
    if (!event.subject().equals(subject)) {
      context.breach(event, Rule.AGENCY_STREAM, subject, event.subject());
    }
  }

  private static void succeeded(AgencyState agency, Event event, Context context) {
    String successor = event.data().text("successor").toUpperCase(Locale.ROOT);
    LocalDate from = event.data().date("from");
    // A second one corrects the first.
    if (successor.equals(agency.code)) {
      context.breach(event, Rule.AGENCY_SUCCESSOR, "another agency", successor);
    } else {
      agency.successor = successor;
      agency.successorFrom = from;
    }
  }

  private static void retired(Set<UUID> current, UUID id, Event event, Context context) {
    if (!current.remove(id)) {
      context.breach(event, Rule.REGISTER_ORDER, "a current entry of the register", id.toString());
    }
  }
}
