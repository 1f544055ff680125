package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.disclosureledger.service.request.event.DocumentAttached;
import org.disclosureledger.service.request.event.SignatureChecked;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.jspecify.annotations.Nullable;

/**
 * The last check of the request's authority, and what it can rest on.
 *
 * @param at when it was checked, or became unchecked again, as claimed, UTC; absent at first
 * @param voidedAt when a check last lost its force or was refuted, as claimed, UTC: one that is
 *     said to be older would bring it back
 * @param paper the document attached last, if an authority can rest on it
 * @param papers all such documents attached since, but for files that are signatures of others
 * @param signed whether such a paper, attached since, bears a signature that was found valid, of a
 *     configured anchor
 */
public record AuthorityCheck(
    Authority outcome,
    @Nullable Instant at,
    @Nullable VerificationMethod method,
    @Nullable Instant voidedAt,
    @Nullable UUID paper,
    List<UUID> papers,
    boolean signed) {

  static final AuthorityCheck NONE =
      new AuthorityCheck(Authority.UNVERIFIED, null, null, null, null, List.of(), false);

  /** What was checked before no longer counts, nor what it rested on. */
  AuthorityCheck voided(Instant time) {
    return new AuthorityCheck(
        Authority.UNVERIFIED, time, null, later(time), null, List.of(), false);
  }

  AuthorityCheck verified(VerificationMethod by, Instant time) {
    return new AuthorityCheck(Authority.VERIFIED, time, by, voidedAt, paper, papers, signed);
  }

  AuthorityCheck refuted(VerificationMethod by, Instant time) {
    return new AuthorityCheck(Authority.REFUTED, time, by, later(time), paper, papers, signed);
  }

  /** Minutes or letters of ours prove nothing of the agency. */
  AuthorityCheck attached(DocumentAttached document) {
    boolean bears =
        switch (document.purpose()) {
          case DEMAND, CONFIRMATION, ORDER -> true;
          case MINUTES, CANCELLATION, CORRESPONDENCE, OTHER -> false;
        };
    UUID next = bears ? document.document() : null;
    List<UUID> all =
        bears ? Stream.concat(papers.stream(), Stream.of(document.document())).toList() : papers;
    return new AuthorityCheck(outcome, at, method, voidedAt, next, all, signed);
  }

  /** In a file of its own it is worth what it signs, and is no paper itself. */
  AuthorityCheck signed(SignatureChecked signature) {
    UUID signs = signature.signs();
    List<UUID> left =
        signs == null
            ? papers
            : papers.stream().filter(each -> !each.equals(signature.document())).toList();
    boolean ofPaper = signature.document().equals(paper) && (signs == null || left.contains(signs));
    boolean holds = signature.holds() && ofPaper;
    return new AuthorityCheck(outcome, at, method, voidedAt, paper, left, signed || holds);
  }

  private Instant later(Instant time) {
    return voidedAt == null || time.isAfter(voidedAt) ? time : voidedAt;
  }

  /**
   * Whether it rests on our own register or on a signature that the ledger checked, and not on what
   * the caller showed; what was only said bears no signature.
   */
  boolean holdsForAnEmergency(boolean oral) {
    return outcome == Authority.VERIFIED
        && (method == VerificationMethod.CALL_BACK
            || (!oral && signed && method == VerificationMethod.DIGITAL_SIGNATURE));
  }
}
