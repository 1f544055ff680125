package org.disclosureledger.service.disclosure;

import org.jspecify.annotations.Nullable;

/** A stored ciphertext is not what was stored: not a byte of it is shown. */
public final class DocumentAltered extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public DocumentAltered(DocumentPlace place, String how) {
    this(place, how, null);
  }

  DocumentAltered(DocumentPlace place, String how, @Nullable Throwable cause) {
    super("document " + place.document() + " of " + place.stream() + " " + how, cause);
  }
}
