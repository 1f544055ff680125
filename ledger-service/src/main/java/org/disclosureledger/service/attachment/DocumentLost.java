package org.disclosureledger.service.attachment;

import java.io.Serial;

/** The store has no such object, though the key of its stream is there: nobody erased it. */
public final class DocumentLost extends IllegalStateException {
  @Serial private static final long serialVersionUID = 1L;

  DocumentLost(ObjectName name) {
    super("the store has no object " + name.key());
  }
}
