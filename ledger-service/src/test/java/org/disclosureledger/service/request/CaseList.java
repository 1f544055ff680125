package org.disclosureledger.service.request;

import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.service.envelope.RefusalRule;
import org.disclosureledger.service.request.Story.Step;
import org.disclosureledger.service.request.event.RequestEvent;
import org.jspecify.annotations.Nullable;

/** Collects cases, one line each. */
final class CaseList {
  /** Either {@code events}, or the {@code refusal}. */
  record Case(
      String name,
      Story given,
      Step when,
      List<Class<? extends RequestEvent>> events,
      @Nullable RefusalRule refusal) {
    @Override
    public String toString() {
      return name;
    }
  }

  private final List<Case> cases = new ArrayList<>();

  List<Case> all() {
    return List.copyOf(cases);
  }

  @SafeVarargs
  final void accepted(
      String name, Story given, Step when, Class<? extends RequestEvent>... events) {
    cases.add(new Case(name, given, when, List.of(events), null));
  }

  void refused(String name, Story given, Step when, RefusalRule rule) {
    cases.add(new Case(name, given, when, List.of(), rule));
  }
}
