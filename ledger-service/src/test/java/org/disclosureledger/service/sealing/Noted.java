package org.disclosureledger.service.sealing;

import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.EventBinding;

/** An event of the tests' own: something clear and something committed. */
record Noted(String text, Committed<String> secret) {
  static final EventBinding BINDING = EventBinding.of("test.noted", 1, Noted.class);
}
