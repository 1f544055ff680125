package org.disclosureledger.service.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.RefusalRule;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.jspecify.annotations.Nullable;

/** The gates that several commands pass through, so that no side path goes round one. */
final class Gate {
  private Gate() {}

  static void require(boolean holds, RefusalRule rule, String detail) {
    if (!holds) {
      throw new CommandRefused(rule, detail);
    }
  }

  static void notAhead(CommandContext context, Instant claimed, RequestRule rule) {
    require(
        !claimed.isAfter(context.now().plus(FormatLimits.CLAIMED_TIME_LEAD)),
        rule,
        "more than 60 s ahead");
  }

  /**
   * When something happened: as claimed, else now, but never before what it follows, whose claimed
   * time may itself lie a little ahead of now.
   */
  static Instant time(
      CommandContext context, @Nullable Instant claimed, @Nullable Instant... follows) {
    Instant earliest =
        Arrays.stream(follows).filter(Objects::nonNull).max(Instant::compareTo).orElse(Instant.MIN);
    if (claimed == null) {
      return earliest.isAfter(context.now()) ? earliest : context.now();
    }
    notAhead(context, claimed, RequestRule.HAPPENED_IN_FUTURE);
    require(!claimed.isBefore(earliest), RequestRule.HAPPENED_TOO_EARLY, "it follows " + earliest);
    return claimed;
  }

  static void notTomorrow(CommandContext context, @Nullable LocalDate documentDate) {
    require(
        documentDate == null
            || !documentDate.isAfter(LocalDate.ofInstant(context.now(), LedgerZone.ID)),
        RequestRule.DOCUMENT_DATE_IN_FUTURE,
        String.valueOf(documentDate));
  }

  static void noContentAboveNormal(Secrecy secrecy, @Nullable Object... contents) {
    if (secrecy.aboveNormal()) {
      for (Object content : contents) {
        require(content == null, RequestRule.SECRECY_FORBIDS_CONTENT, secrecy.name());
      }
    }
  }

  /** A reason is required, but above secrecy Thường it would be content. */
  static void reason(Secrecy secrecy, @Nullable String reason) {
    noContentAboveNormal(secrecy, reason);
    require(
        secrecy.aboveNormal() || reason != null, RequestRule.REASON_MISSING, "reason is absent");
  }

  static void authorityVerified(RequestState state) {
    require(
        state.authority() != Authority.REFUTED,
        RequestRule.AUTHORITY_REFUTED,
        "to be verified anew");
    require(
        state.authority() == Authority.VERIFIED,
        RequestRule.AUTHORITY_NOT_VERIFIED,
        "to be verified first");
  }

  /** While the agency has to say what it means, nothing is given on what it may have meant. */
  static void noQuestion(RequestState state) {
    require(
        !state.clock().paused(),
        RequestRule.CLARIFICATION_OPEN,
        "asked by " + state.clock().question());
  }

  /** An error is reportable if it went out, and only then; where nobody can tell, as they say. */
  static void severity(Set<ErrorSeverity> possible, ErrorSeverity severity) {
    require(
        possible.contains(severity),
        RequestRule.SEVERITY_MISMATCH,
        severity == ErrorSeverity.RECORDABLE ? "it went out" : "nothing went out by it");
  }

  static ItemProgress item(RequestState state, int ordinal) {
    return state
        .item(ordinal)
        .orElseThrow(() -> new CommandRefused(RequestRule.ITEM_UNKNOWN, "item " + ordinal));
  }

  /**
   * When the last of these items was changed, as claimed, or the request came in, as corrected:
   * what is done to them now is later.
   */
  static @Nullable Instant changed(RequestState state, List<Integer> items) {
    Stream<Instant> changes =
        items.stream()
            .flatMap(ordinal -> state.item(ordinal).stream())
            .map(ItemProgress::changedAt);
    return Stream.concat(Stream.ofNullable(state.notBefore()), changes)
        .max(Instant::compareTo)
        .orElse(null);
  }

  static void noneOpen(RequestState state) {
    OpenAct open = state.open();
    require(
        open == null, RequestRule.ACT_OPEN, "prepared " + (open == null ? "" : open.prepared()));
  }

  /** What a delivery that failed after closing left open goes on by reopening only. */
  static void notClosed(RequestState state) {
    require(
        !state.undelivered(), RequestRule.REOPENING_FIRST, "a delivery failed since it was closed");
    require(!state.closed(), RequestRule.REQUEST_CLOSED, "it was closed");
  }

  /** The first of two people. */
  static void first(RequestState state, CommandContext context) {
    require(!context.actor().isSystem(), RequestRule.SYSTEM_NOT_A_PERSON, "prepares");
    noneOpen(state);
  }
}
