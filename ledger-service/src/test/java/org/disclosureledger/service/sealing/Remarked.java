package org.disclosureledger.service.sealing;

import org.disclosureledger.service.envelope.EventBinding;

/** An event of the tests' own with nothing committed in it. */
record Remarked(String text) {
  static final EventBinding BINDING = EventBinding.of("test.remarked", 1, Remarked.class);
}
