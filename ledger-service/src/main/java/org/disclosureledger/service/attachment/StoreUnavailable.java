package org.disclosureledger.service.attachment;

import java.io.IOException;
import java.io.Serial;

/** The store, or the disk that documents pass on their way, fails now; it says nothing of them. */
public final class StoreUnavailable extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  public StoreUnavailable(String what, Throwable cause) {
    super(what, cause);
  }
}
