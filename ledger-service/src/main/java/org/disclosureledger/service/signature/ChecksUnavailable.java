package org.disclosureledger.service.signature;

import java.io.IOException;
import java.io.Serial;

/**
 * No check can be made now, whatever the document: all are busy, or the service is not set up for
 * it. Nothing is known of the signatures then, and the same may be asked again.
 */
public final class ChecksUnavailable extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  public ChecksUnavailable(String why) {
    super(why);
  }

  ChecksUnavailable(String why, Throwable cause) {
    super(why, cause);
  }
}
