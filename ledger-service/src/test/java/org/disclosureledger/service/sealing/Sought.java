package org.disclosureledger.service.sealing;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.SearchTerm;
import org.disclosureledger.service.envelope.Searchable;

/** An event of the tests' own that is found again: one item, its targets, a document number. */
record Sought(Committed<String> documentNumber, List<Target> targets) implements Searchable {
  static final EventBinding BINDING = EventBinding.of("test.sought", 1, Sought.class);

  /** The same as a correction would say it, typed as one. */
  record Proposed(Committed<String> documentNumber, List<Target> targets) implements Searchable {
    static final EventBinding BINDING = EventBinding.of("correction.prepared", 99, Proposed.class);

    static Proposed of(String documentNumber, String... identifiers) {
      Sought sought = Sought.of(documentNumber, identifiers);
      return new Proposed(sought.documentNumber(), sought.targets());
    }

    @Override
    public List<SearchTerm> searchTerms() {
      return new Sought(documentNumber, targets).searchTerms();
    }
  }

  /** A correction's continuation, typed as one. */
  record Listed(List<Target> targets) implements Searchable {
    static final EventBinding BINDING = EventBinding.of("correction.listed", 99, Listed.class);

    static Listed of(String... identifiers) {
      return new Listed(Sought.of("", identifiers).targets());
    }

    @Override
    public List<SearchTerm> searchTerms() {
      return new Sought(Committed.of(null), targets).searchTerms();
    }
  }

  record Approved(String by) {
    static final EventBinding BINDING = EventBinding.of("correction.approved", 99, Approved.class);
  }

  record Returned(String by) {
    static final EventBinding BINDING = EventBinding.of("correction.returned", 99, Returned.class);
  }

  record Target(Committed<String> identifier) {}

  static Sought of(String documentNumber, String... identifiers) {
    return new Sought(
        Committed.of(documentNumber),
        Stream.of(identifiers).map(each -> new Target(Committed.of(each))).toList());
  }

  @Override
  public List<SearchTerm> searchTerms() {
    return Stream.concat(
            SearchTerm.documentNumber(documentNumber).stream(),
            IntStream.range(0, targets.size())
                .boxed()
                .flatMap(i -> SearchTerm.target(targets.get(i).identifier(), 1, i + 1).stream()))
        .toList();
  }
}
