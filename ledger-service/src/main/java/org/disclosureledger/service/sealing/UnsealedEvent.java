package org.disclosureledger.service.sealing;

import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.RecordedWithin;
import org.jspecify.annotations.Nullable;

/**
 * An event before it is sealed.
 *
 * @param header its {@code recordedTime}, sequence and places are ignored: sealing gives them
 * @param recordedWithin by when it has to be recorded, or {@code null}
 */
public record UnsealedEvent(
    EventHeader header, Object event, @Nullable RecordedWithin recordedWithin) {

  public UnsealedEvent(EventHeader header, Object event) {
    this(header, event, null);
  }
}
