package org.disclosureledger.service.intake.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.disclosureledger.service.request.command.AskClarification;
import org.disclosureledger.service.request.command.ConfirmInWriting;
import org.disclosureledger.service.request.command.ReceiveClarification;
import org.disclosureledger.service.request.command.VerifyAuthority;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.vocabulary.ClarificationOutcome;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.disclosureledger.service.wire.CommandBody;
import org.jspecify.annotations.Nullable;

/** Who asks, and what is meant: bodies. {@code happenedAt} absent means now. */
final class InquiryBodies {
  private InquiryBodies() {}

  record VerifyAuthorityBody(
      VerificationMethod method,
      @Nullable UUID contact,
      VerificationOutcome outcome,
      @Nullable String note,
      @Nullable Instant happenedAt)
      implements CommandBody {
    VerifyAuthority toCommand(UUID id) {
      return new VerifyAuthority(id, method, contact, outcome, note, happenedAt);
    }

    @Override
    public String toString() {
      return "VerifyAuthorityBody";
    }
  }

  record AskClarificationBody(@Nullable String question, @Nullable Instant happenedAt)
      implements CommandBody {
    AskClarification toCommand(UUID id) {
      return new AskClarification(id, question, happenedAt);
    }

    @Override
    public String toString() {
      return "AskClarificationBody";
    }
  }

  /**
   * What the agency said.
   *
   * @param asked event id of the {@code clarification.asked}
   */
  record ReceiveClarificationBody(
      UUID asked,
      ClarificationOutcome outcome,
      @Nullable String answer,
      @Nullable Instant happenedAt)
      implements CommandBody {
    ReceiveClarification toCommand(UUID id) {
      return new ReceiveClarification(id, asked, outcome, answer, happenedAt);
    }

    @Override
    public String toString() {
      return "ReceiveClarificationBody";
    }
  }

  /**
   * The paper behind an oral emergency.
   *
   * @param digest SHA-256 of it, 64 hexadecimal digits
   */
  record ConfirmInWritingBody(
      @Nullable String documentNumber,
      @Nullable LocalDate documentDate,
      @Nullable String digest,
      @Nullable Instant happenedAt)
      implements CommandBody {
    ConfirmInWriting toCommand(UUID id) {
      return new ConfirmInWriting(id, documentNumber, documentDate, digest, happenedAt);
    }

    @Override
    public String toString() {
      return "ConfirmInWritingBody";
    }
  }
}
