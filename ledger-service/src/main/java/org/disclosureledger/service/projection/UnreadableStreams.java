package org.disclosureledger.service.projection;

import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.request.StreamUnreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The alarm of projections that go on without a stream; it names places and no content. */
public final class UnreadableStreams {
  private static final Logger log = LoggerFactory.getLogger(UnreadableStreams.class);

  private UnreadableStreams() {}

  /** An entry that cannot follow what stands before it. */
  public static void alarm(String projection, EventHeader header, StreamUnreadable why) {
    Throwable cause = why.getCause();
    log.error(
        "ALARM, ledger {}: {}; {} goes on without it: {}",
        header.ledger(),
        why.getMessage(),
        projection,
        cause == null ? "" : cause.getClass().getName());
  }

  /** Entries of a request before, or without, the one that records it. */
  public static void alarmUnrecorded(String projection, EventHeader header) {
    log.error(
        "ALARM, ledger {}: {} does not begin with its recording; {} goes on without sequence {}",
        header.ledger(),
        header.subject(),
        projection,
        header.sequence());
  }
}
