package org.disclosureledger.service.request.event;

import java.util.List;
import java.util.stream.Stream;
import org.disclosureledger.service.envelope.SearchTerm;
import org.disclosureledger.service.request.content.Period;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.jspecify.annotations.Nullable;

/**
 * One thing asked for, as recorded.
 *
 * @param ordinal from 1, in the order of the request
 * @param maximumRecords absent when the agency set no maximum
 */
public record RecordedItem(
    int ordinal,
    ItemKind kind,
    List<RecordedTarget> targets,
    List<DataField> fields,
    @Nullable Period period,
    @Nullable Long maximumRecords) {

  public RecordedItem withTargets(List<RecordedTarget> some) {
    return new RecordedItem(ordinal, kind, List.copyOf(some), fields, period, maximumRecords);
  }

  /** By what the items' targets are found again. */
  static Stream<SearchTerm> searchTerms(List<RecordedItem> items) {
    return items.stream()
        .flatMap(item ->
            item.targets().stream()
                .flatMap(target ->
                    SearchTerm.target(target.identifier(), item.ordinal(), target.ordinal())
                        .stream()));
  }
}
