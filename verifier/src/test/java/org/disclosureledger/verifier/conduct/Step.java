package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.verifier.ledger.TestLedger;

/** One entry that is to be, with everything that its data may be referred to by. */
record Step(UUID id, String subject, Person who, String type, Instant recorded, String data) {

  Step by(Person other) {
    return new Step(id, subject, other, type, recorded, data);
  }

  Step saying(String other) {
    return new Step(id, subject, who, type, recorded, other);
  }

  boolean is(String name) {
    return type.startsWith(name + ".v");
  }

  /** The ledger in which just these were done. */
  static TestLedger ledger(List<Step> steps) {
    TestLedger ledger = TestLedger.opened();
    for (Step step : steps) {
      ledger.append(
          step.subject(),
          draft -> {
            draft.type("org.disclosureledger." + step.type()).data(step.data());
            draft.id = step.id();
            draft.recordedTime = step.recorded();
            draft.actor = step.who().actor();
            draft.role = step.who().role();
          });
    }
    return ledger;
  }
}
