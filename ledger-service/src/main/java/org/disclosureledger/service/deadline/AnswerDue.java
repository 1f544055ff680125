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
 * @param pauses of the service clock that have ended, in their order
 */
public record AnswerDue(
    Instant receivedAt,
    boolean emergency,
    List<ItemKind> items,
    @Nullable Instant dueStated,
    List<Pause> pauses) {
  public AnswerDue {
    items = List.copyOf(items);
    pauses = List.copyOf(pauses);
  }

  /** Before anything was asked back. */
  public AnswerDue(
      Instant receivedAt, boolean emergency, List<ItemKind> items, @Nullable Instant dueStated) {
    this(receivedAt, emergency, items, dueStated, List.of());
  }
}
