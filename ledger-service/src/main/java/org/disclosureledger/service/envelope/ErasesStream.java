package org.disclosureledger.service.envelope;

import org.disclosureledger.format.StreamId;

/**
 * An event by which the vault loses a stream: data key, disclosures and look-ups are deleted in the
 * very transaction that appends it, and nothing is appended to that stream any more.
 */
public interface ErasesStream {
  /**
   * @param subject the stream that the event stands in
   */
  StreamId erased(StreamId subject);
}
