package org.disclosureledger.verifier.conduct;

import org.disclosureledger.verifier.report.Rule;
import org.jspecify.annotations.Nullable;

/** Takes what was found. */
@FunctionalInterface
public interface Breaches {
  void add(Place place, Rule rule, @Nullable String expected, @Nullable String found);
}
