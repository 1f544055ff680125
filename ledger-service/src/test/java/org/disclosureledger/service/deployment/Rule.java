package org.disclosureledger.service.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** One rule that every overlay keeps. */
record Rule(String name, BiConsumer<Manifests, Findings> check) {

  /** What a rule finds. */
  static final class Findings {
    private final List<String> found = new ArrayList<>();

    void require(boolean kept, String what) {
      if (!kept) {
        found.add(what);
      }
    }
  }

  /** What breaks the rule there; empty if it is kept. */
  List<String> findings(Manifests manifests) {
    Findings findings = new Findings();
    try {
      check.accept(manifests, findings);
    } catch (AssertionError | NullPointerException e) {
      findings.require(false, "something that the rule needs is missing: " + e.getMessage());
    }
    return findings.found;
  }

  @Override
  public String toString() {
    return name;
  }
}
