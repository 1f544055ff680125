package org.disclosureledger.service.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.vocabulary.DocumentPurpose;
import org.disclosureledger.service.vocabulary.Measure;
import org.disclosureledger.service.vocabulary.SignatureChain;
import org.disclosureledger.service.vocabulary.SignatureFormat;
import org.disclosureledger.service.vocabulary.SignatureOutcome;
import org.jspecify.annotations.Nullable;

/** Measures taken and documents received. Times are UTC. */
public final class AnswerViews {
  private AnswerViews() {}

  /** What became of an act that takes two people. */
  enum ActOutcome {
    OPEN,
    APPROVED,
    RETURNED,
    /** Fell away when the request was cancelled. */
    LAPSED
  }

  /**
   * A measure, or, as RESTORE, its end.
   *
   * @param until when it ends by itself
   * @param decided the second person's entry
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MeasureView(
      EntryView prepared,
      Measure measure,
      String measureVi,
      String measureEn,
      int item,
      List<Integer> targets,
      @Nullable String order,
      @Nullable String scope,
      Instant from,
      @Nullable Instant until,
      ActOutcome outcome,
      @Nullable EntryView decided) {
    MeasureView decided(ActOutcome how, @Nullable EntryView by) {
      return new MeasureView(
          prepared, measure, measureVi, measureEn, item, targets, order, scope, from, until, how,
          by);
    }
  }

  /**
   * A document that was received.
   *
   * @param digest SHA-256 of it, 64 hexadecimal digits
   * @param size in bytes; absent for who may not know
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DocumentView(
      EntryView entry,
      UUID document,
      DocumentPurpose purpose,
      String mediaType,
      @Nullable String name,
      @Nullable String digest,
      @Nullable Long size,
      List<SignatureView> signatures) {
    DocumentView with(SignatureView signature) {
      List<SignatureView> all = new ArrayList<>(signatures);
      all.add(signature);
      return new DocumentView(
          entry, document, purpose, mediaType, name, digest, size, List.copyOf(all));
    }
  }

  /**
   * What a signature on a document says.
   *
   * @param signs the document that it signs, beside which it came; absent: the one that it came in
   * @param signedAt as the signature claims
   * @param certificate SHA-256 of it, 64 hexadecimal digits
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SignatureView(
      @Nullable UUID signs,
      SignatureFormat format,
      SignatureOutcome outcome,
      SignatureChain chain,
      @Nullable Instant signedAt,
      boolean timestamped,
      @Nullable String signer,
      @Nullable String certificate) {}
}
