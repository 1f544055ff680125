package org.disclosureledger.service.request;

import org.disclosureledger.service.envelope.EventHeader;

/**
 * An entry that cannot follow what stands before it in its stream, as no command of ours appends
 * it. The stream stops here rather than guess; the message holds places and no content.
 */
public final class StreamUnreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StreamUnreadable(EventHeader header, RuntimeException contradiction) {
    super(
        header.subject() + " cannot be read on from sequence " + header.sequence(), contradiction);
  }
}
