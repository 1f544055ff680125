package org.disclosureledger.service.intake.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.vocabulary.DocumentPurpose;
import org.disclosureledger.service.wire.InputRefused;
import org.disclosureledger.service.wire.QueryParameters;
import org.disclosureledger.service.wire.StrictValues;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * What a sender says of a document beside its bytes.
 *
 * @param name of the file, without the folders of the sender's machine; at most 255 characters
 * @param of the document that this one's detached signature signs
 */
record SentDocument(DocumentPurpose purpose, @Nullable String name, @Nullable UUID of) {
  private static final int MAX_NAME = 255;

  /**
   * @param dispositions every {@code Content-Disposition} of the request; none: it has no name
   * @throws InputRefused of type invalid-parameter or unknown-code
   */
  static SentDocument of(QueryParameters query, List<String> dispositions) {
    DocumentPurpose purpose = query.code("purpose", DocumentPurpose.class);
    if (purpose == null) {
      throw QueryParameters.refused("purpose", "is missing");
    }
    return new SentDocument(purpose, name(filename(dispositions)), id(query.text("of")));
  }

  private static @Nullable String filename(List<String> dispositions) {
    if (dispositions.isEmpty()) {
      return null;
    }
    if (dispositions.size() > 1) {
      throw QueryParameters.refused(HttpHeaders.CONTENT_DISPOSITION, "is given twice");
    }
    try {
      ContentDisposition disposition = ContentDisposition.parse(dispositions.getFirst());
      if (disposition.isAttachment()) {
        return disposition.getFilename();
      }
    } catch (IllegalArgumentException e) {
      throw malformed(); // without its message, which quotes the name
    }
    throw malformed();
  }

  private static InputRefused malformed() {
    return QueryParameters.refused(
        HttpHeaders.CONTENT_DISPOSITION, "is attachment; filename*=UTF-8''… (RFC 6266)");
  }

  private static @Nullable String name(@Nullable String given) {
    String name = Form.text("filename", given);
    if (name == null) {
      return null;
    }
    if (name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
      throw QueryParameters.refused("filename", "is one line of at most 255 characters");
    }
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return Form.text("filename", last);
  }

  private static @Nullable UUID id(@Nullable String given) {
    if (given == null) {
      return null;
    }
    try {
      return StrictValues.uuid(given);
    } catch (InputRefused e) {
      throw QueryParameters.refused("of", e.detail());
    }
  }

  /** What a repetition repeats: the bytes went by, so that their digest stands for them. */
  byte[] commandBytes(String digest) {
    return "%s\n%s\n%s\n%s"
        .formatted(digest, purpose, of == null ? "" : of, name == null ? "" : name)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Without the name, which may be a person's. */
  @Override
  public String toString() {
    return "SentDocument[" + purpose + "]";
  }
}
