package org.disclosureledger.verifier.conduct;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.verifier.conduct.RequestState.Authority;
import org.disclosureledger.verifier.report.Rule;
import org.jspecify.annotations.Nullable;

/** No answer without verified authority, and no verification by a stranger's telephone number. */
final class AuthorityRules {
  private AuthorityRules() {}

  private enum Method {
    CALL_BACK,
    DIGITAL_SIGNATURE,
    SEAL_OR_DOCUMENT,
    LETTER_OF_INTRODUCTION
  }

  private static final String TELEPHONE = "TELEPHONE";

  static void verified(RequestState state, Event event, Context context) {
    Method method = event.data().code("method", Method.class);
    UUID contact = event.data().optionalUuid("contact");
    checked(state, event, context);
    state.authority = Authority.VERIFIED;
    state.restsOnSignature = method == Method.DIGITAL_SIGNATURE;
    state.byCall = method == Method.CALL_BACK && contact != null;
    if (method == Method.CALL_BACK) {
      calledBack(state, event, contact, context);
    }
    agencyValid(state, event, context);
    if (context.agencies.isUnchecked(state.agency)) {
      context.tally.verifications++;
    }
  }

  static void refuted(RequestState state, Event event, Context context) {
    checked(state, event, context);
    boolean signed = state.signed;
    UUID paper = state.paper;
    Set<UUID> papers = state.papers;
    state.unverified(event.time());
    state.authority = Authority.REFUTED;
    // What was signed stays signed, for the next check to weigh.
    state.signed = signed;
    state.paper = paper;
    state.papers = papers;
  }

  /** A check is not older than what made the one before void. */
  private static void checked(RequestState state, Event event, Context context) {
    TimeRules.notBefore(event, state.voidedAt, context);
    state.authorityAt = event.time();
  }

  static void mustBeVerified(RequestState state, Objections objections) {
    if (state.authority != Authority.VERIFIED) {
      objections.breach(
          Rule.AUTHORITY_NOT_VERIFIED, "verified authority", state.authority.toString());
      return;
    }
    objections.notBefore(state.authorityAt);
  }

  private static void calledBack(
      RequestState state, Event event, @Nullable UUID contact, Context context) {
    if (contact == null) {
      context.breach(event, Rule.CALL_BACK_WITHOUT_CONTACT, "a contact of our register", null);
    } else if (context.agencies.hasContact(state.agency, contact, TELEPHONE, event.time())
        == AgencyRegister.Held.NO) {
      context.breach(
          event,
          Rule.CONTACT_NOT_REGISTERED,
          "a current telephone number of " + state.agency,
          contact.toString());
    }
  }

  private static void agencyValid(RequestState state, Event event, Context context) {
    AgencyState agency = context.agencies.registered(state.agency);
    LocalDate day = state.dayOfReceipt();
    if (agency != null && !agency.isValidOn(day)) {
      context.breach(
          event, Rule.AGENCY_NOT_VALID, "an agency valid on " + day, String.valueOf(agency.code));
    }
  }
}
