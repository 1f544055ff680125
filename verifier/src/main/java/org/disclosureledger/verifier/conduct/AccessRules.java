package org.disclosureledger.verifier.conduct;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.verifier.report.Rule;
import org.jspecify.annotations.Nullable;

/** Looking at personal data, leave to do so, and its erasure (DOMAIN §1). */
final class AccessRules {
  private static final int SUBJECT = "access/".length();

  /** An agency's stream is named by the hash of its code, other records' by a UUID. */
  private static final Pattern AGENCY = Pattern.compile("[0-9a-f]{32}");

  /** A regular report's is named by its period, one out of turn by a UUID. */
  private static final Pattern REPORT = Pattern.compile("[0-9]{4}(?:-h[12])?");

  private static final Duration LONGEST = Duration.ofDays(366);

  private AccessRules() {}

  static void apply(AccessState state, Event event, Context context) {
    String about = event.subject().substring(SUBJECT);
    if (!AGENCY.matcher(about).matches() && !REPORT.matcher(about).matches()) {
      EventData.uuidOf(about);
    }
    switch (event.type()) {
      case RECORD_VIEWED -> {
        ViewedKind kind = event.data().code("what", ViewedPart.class).kind();
        looked(state, event, about, kind, context);
      }
      case RECORD_EXPORTED -> looked(state, event, about, ViewedKind.CASE, context);
      default -> ofRequest(state, event, about, context);
    }
  }

  private static void looked(
      AccessState state, Event event, String about, ViewedKind kind, Context context) {
    if (!kind.isIn(context, about)) {
      context.breach(event, Rule.ACCESS_SUBJECT, kind.words() + " of the ledger", about);
    }
    notErased(state, event, context);
    seen(state, event, kind, context);
  }

  /** Anything but a request can be looked at, but neither granted nor erased. */
  private static void ofRequest(AccessState state, Event event, String about, Context context) {
    if (!context.has("request", about)) {
      context.breach(event, Rule.ACCESS_SUBJECT, "a request of the ledger", about);
    }
    switch (event.type()) {
      case DISCLOSURE_GRANTED -> {
        notErased(state, event, context);
        granted(state, event, context);
      }
      case DISCLOSURE_REVOKED -> revoked(state, event, context);
      case PERSONAL_DATA_ERASED -> {
        if (!AGENCY.matcher(about).matches() && !REPORT.matcher(about).matches()) {
          ErasureRules.erased(state, event, EventData.uuidOf(about), context);
        }
      }
      default -> throw new IllegalStateException(event.type().code());
    }
  }

  private static void notErased(AccessState state, Event event, Context context) {
    if (state.erased) {
      context.breach(event, Rule.EVENT_AFTER_ERASURE, "nothing more", event.type().code());
    }
  }

  private static void seen(AccessState state, Event event, ViewedKind kind, Context context) {
    ActorRole role = event.payload().actorRole();
    ViewPurpose purpose = event.data().code("purpose", ViewPurpose.class);
    UUID named = event.data().optionalUuid("grant");
    if (!event.type().doer(event.subject()).includes(role)) {
      // That is found already, and says it all.
      return;
    }
    if (!kind.isFor(role)) {
      String who = role.code() + " " + event.actor();
      context.breach(event, Rule.ROLE_NOT_ALLOWED, "who may see " + kind.words(), who);
      return;
    }
    if (!purpose.isOf(role)) {
      context.breach(
          event, Rule.PURPOSE_OF_ROLE, "a purpose of role " + role.code(), purpose.toString());
    }
    if (named == null) {
      if (kind.needsGrant(role)) {
        context.breach(event, Rule.GRANT_MISSING, "a grant", "none");
      }
    } else if (!kind.needsGrant(role)) {
      String expected = "no grant, which role " + role.code() + " does not need";
      context.breach(event, Rule.GRANT_NOT_HELD, expected, named.toString());
    } else {
      held(state, event, named, purpose, context);
    }
  }

  private static void held(
      AccessState state, Event event, UUID named, ViewPurpose purpose, Context context) {
    AccessState.Grant grant = find(state, named, context);
    boolean held =
        grant != null
            && grant.to() == event.payload().actorRole()
            && (grant.actor() == null || grant.actor().equals(event.actor()))
            && grant.purpose() == purpose
            && !grant.isOver(decided(event));
    if (!held && (grant != null || !state.mayBeForgotten(named))) {
      String found = event.payload().actorRole().code() + " " + event.actor() + " for " + purpose;
      notHeld(event, grant, named + ", " + found, context);
    }
  }

  /** Counts it as not checked if nobody can say. */
  private static AccessState.@Nullable Grant find(AccessState state, UUID id, Context context) {
    AccessState.Grant grant = state.find(id);
    if (grant == null && state.mayBeForgotten(id)) {
      context.tally.grants++;
    }
    return grant;
  }

  private static void notHeld(
      Event event, AccessState.@Nullable Grant grant, String found, Context context) {
    String expected = grant == null ? "a grant that stands" : grant.toString();
    context.breach(event, Rule.GRANT_NOT_HELD, expected, found);
  }

  /** It may have been decided a little before it was recorded. */
  private static Instant decided(Event event) {
    return event.recordedTime().minus(DeadlineRules.APPENDING);
  }

  private static void granted(AccessState state, Event event, Context context) {
    UUID id = event.data().uuid("grant");
    UUID actor = event.data().optionalUuid("actor");
    AccessState.Grant grant =
        new AccessState.Grant(
            id,
            event.data().role("to"),
            actor == null ? null : context.shared(actor.toString()),
            event.data().code("purpose", ViewPurpose.class),
            event.data().time("until"));
    Instant latest = event.recordedTime().plus(LONGEST);
    if (!id.equals(event.id())) {
      // What names another entry grants nothing.
      context.breach(event, Rule.GRANT_TERMS, "the id of its entry, " + event.id(), id.toString());
      return;
    }
    if (!ViewPurpose.needsGrant(grant.to())) {
      context.breach(event, Rule.GRANT_TERMS, "supervisor or auditor", grant.to().code());
    } else if (!grant.purpose().isOf(grant.to())) {
      String expected = "a purpose of role " + grant.to().code();
      context.breach(event, Rule.GRANT_TERMS, expected, grant.purpose().toString());
    } else if (!grant.until().isAfter(decided(event)) || grant.until().isAfter(latest)) {
      String expected =
          "after " + Shown.time(event.recordedTime()) + ", at most " + Shown.time(latest);
      context.breach(event, Rule.GRANT_TERMS, expected, Shown.time(grant.until()));
    }
    state.grant(grant, decided(event));
  }

  private static void revoked(AccessState state, Event event, Context context) {
    UUID id = event.data().uuid("grant");
    AccessState.Grant grant = find(state, id, context);
    if (grant == null) {
      if (!state.mayBeForgotten(id)) {
        notHeld(event, null, id.toString(), context);
      }
      return;
    }
    if (grant.isOver(decided(event))) {
      notHeld(event, grant, id + " at " + Shown.time(event.recordedTime()), context);
    }
    state.revoke(grant);
  }
}
