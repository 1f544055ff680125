package org.disclosureledger.verifier.conduct;

import java.util.HashMap;
import java.util.Map;
import org.disclosureledger.verifier.report.Rule;
import org.jspecify.annotations.Nullable;

/** What rules need beside the request itself. */
final class Context {
  private final Breaches breaches;
  final Policies policies = new Policies();
  final AgencyRegister agencies;
  final Tally tally = new Tally();
  private final Map<String, String> shared = new HashMap<>();

  Context(Breaches breaches, AgencyRegister agencies) {
    this.breaches = breaches;
    this.agencies = agencies;
  }

  /** The same string for the same text: many requests name few agencies. */
  String shared(String text) {
    return shared.computeIfAbsent(text, same -> same);
  }

  void breach(Place place, Rule rule, @Nullable String expected, @Nullable String found) {
    breaches.add(place, rule, expected, found);
  }

  void breach(Event event, Rule rule, @Nullable String expected, @Nullable String found) {
    breaches.add(event.place(), rule, expected, found);
  }
}
