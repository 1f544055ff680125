package org.disclosureledger.verifier.conduct;

import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;

/** Documents that come to a request, and what their signatures are worth. */
final class DocumentRules {
  private DocumentRules() {}

  private enum Outcome {
    VALID,
    INVALID,
    INDETERMINATE
  }

  private enum Chain {
    TRUSTED,
    UNTRUSTED,
    NOT_CHECKED
  }

  /** Minutes and letters of ours prove nothing of the agency. */
  private enum Purpose {
    DEMAND(true),
    CONFIRMATION(true),
    ORDER(true),
    MINUTES(false),
    CANCELLATION(false),
    CORRESPONDENCE(false),
    OTHER(false);

    private final boolean proves;

    Purpose(boolean proves) {
      this.proves = proves;
    }
  }

  static void attached(RequestState state, Event event, Context context) {
    state.document = event.data().uuid("document");
    state.attachments++;
    if (!state.documents.add(state.document)) {
      context.breach(
          event, Rule.DOCUMENT_REPEATED, "a document of its own", state.document.toString());
    }
    boolean proves = event.data().code("purpose", Purpose.class).proves;
    state.paper = proves ? state.document : null;
    if (proves) {
      state.papers.add(state.document);
    }
    if (state.secret) {
      context.breach(event, Rule.SECRECY_CONTENT, "number and date only", "a document");
    }
  }

  /** signature.checked: in the append that attaches the document; what it signs came before. */
  static void signed(RequestState state, Event event, Context context) {
    UUID document = event.data().uuid("document");
    Outcome outcome = event.data().code("outcome", Outcome.class);
    Chain chain = event.data().code("chain", Chain.class);
    if (!document.equals(state.document)) {
      String expected =
          state.document == null ? "a document just attached" : "document " + state.document;
      context.breach(event, Rule.SIGNATURE_DOCUMENT, expected, document.toString());
      return;
    }
    UUID signs = event.data().optionalUuid("signs");
    if (signs != null && (signs.equals(document) || !state.documents.contains(signs))) {
      context.breach(
          event, Rule.SIGNATURE_DOCUMENT, "an earlier document of the stream", signs.toString());
      return;
    }
    if (signs != null) {
      // The file of a signature is no paper itself.
      state.papers.remove(document);
    }
    boolean ofPaper =
        document.equals(state.paper) && (signs == null || state.papers.contains(signs));
    state.signed |= outcome == Outcome.VALID && chain == Chain.TRUSTED && ofPaper;
  }

  /**
   * An emergency that rests on a signature needs one found good; for anything else somebody may
   * have looked at it elsewhere.
   */
  static void mustBeSigned(RequestState state, Objections objections) {
    if (state.restsOnSignature && !state.signed) {
      objections.breach(
          Rule.SIGNATURE_NOT_CHECKED,
          "signature.checked VALID and TRUSTED before it",
          "none on a paper of the agency");
    }
  }
}
