package org.disclosureledger.verifier.conduct;

import java.time.Instant;

/** From a question to the agency to its end, as claimed; the service clock stands still in it. */
record Pause(Instant from, Instant to) {}
