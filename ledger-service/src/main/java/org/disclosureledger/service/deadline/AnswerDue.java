package org.disclosureledger.service.deadline;

import java.time.Instant;
import java.util.List;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.jspecify.annotations.Nullable;

/**
 * What a due time is asked for.
 *
 * @param items kinds of the request's items, in the order of their ordinals from 1
 * @param dueStated the agency's own deadline, if it gave one
 */
public record AnswerDue(
    Instant receivedAt, boolean emergency, List<ItemKind> items, @Nullable Instant dueStated) {
  public AnswerDue {
    items = List.copyOf(items);
  }
}
