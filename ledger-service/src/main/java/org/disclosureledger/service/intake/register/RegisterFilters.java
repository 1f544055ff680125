package org.disclosureledger.service.intake.register;

import java.time.Instant;
import java.util.Set;
import org.disclosureledger.service.register.RegisterFilter;
import org.disclosureledger.service.register.RegisterNumber;
import org.disclosureledger.service.register.WritingState;
import org.disclosureledger.service.request.RequestStatus;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.RequestRoute;
import org.disclosureledger.service.wire.QueryParameters;
import org.jspecify.annotations.Nullable;

/** The register's filters as they stand in a query string. */
final class RegisterFilters {
  static final Set<String> PARAMETERS =
      Set.of(
          "state",
          "agency",
          "itemKind",
          "emergency",
          "number",
          "dueBefore",
          "dueAfter",
          "receivedFrom",
          "receivedTo",
          "confirmation",
          "route",
          "clarificationOpen",
          "extended",
          "reopened",
          "corrected",
          "duplicate",
          "errors",
          "overdue",
          "asOf");

  private RegisterFilters() {}

  /**
   * @param now when overdue is asked for without {@code asOf}
   */
  static RegisterFilter of(QueryParameters query, Instant now) {
    return new RegisterFilter(
        query.code("state", RequestStatus.class),
        query.agency("agency"),
        query.code("itemKind", ItemKind.class),
        query.flag("emergency"),
        number(query.text("number")),
        query.moment("dueBefore"),
        query.moment("dueAfter"),
        query.moment("receivedFrom"),
        query.moment("receivedTo"),
        marked(query, now));
  }

  private static RegisterFilter.Marked marked(QueryParameters query, Instant now) {
    Boolean overdue = query.flag("overdue");
    Instant asOf = query.moment("asOf");
    if (Boolean.FALSE.equals(overdue) || (overdue == null && asOf != null)) {
      throw QueryParameters.refused("overdue", "is true or left out, and asOf goes with it");
    }
    return new RegisterFilter.Marked(
        query.code("confirmation", WritingState.class),
        query.code("route", RequestRoute.class),
        query.flag("clarificationOpen"),
        query.flag("extended"),
        query.flag("reopened"),
        query.flag("corrected"),
        query.flag("duplicate"),
        query.flag("errors"),
        overdue == null ? null : asOf == null ? now : asOf);
  }

  private static @Nullable RegisterNumber number(@Nullable String text) {
    return text == null
        ? null
        : RegisterNumber.parse(text)
            .orElseThrow(() -> QueryParameters.refused("number", "reads like 12 or 12/2026"));
  }
}
