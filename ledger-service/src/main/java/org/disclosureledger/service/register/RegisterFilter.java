package org.disclosureledger.service.register;

import java.time.Instant;
import org.disclosureledger.service.request.RequestStatus;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.RequestRoute;
import org.jspecify.annotations.Nullable;

/**
 * Which requests to list; an absent member does not restrict.
 *
 * @param agency the requesting agency's code, in upper case
 * @param number register number: {@code 12} or {@code 12/2026}
 * @param dueBefore excluded; requests without a due time are left out
 * @param dueAfter included; requests without a due time are left out
 * @param receivedFrom included
 * @param receivedTo excluded
 */
public record RegisterFilter(
    @Nullable RequestStatus state,
    @Nullable String agency,
    @Nullable ItemKind itemKind,
    @Nullable Boolean emergency,
    @Nullable RegisterNumber number,
    @Nullable Instant dueBefore,
    @Nullable Instant dueAfter,
    @Nullable Instant receivedFrom,
    @Nullable Instant receivedTo,
    Marked marked) {

  public static final RegisterFilter ALL =
      new RegisterFilter(null, null, null, null, null, null, null, null, null, Marked.ANY);

  /**
   * By what happened beside the plain path; a flag that is given holds or holds not.
   *
   * @param duplicate said to repeat another request
   * @param errors with an error, or an approved correction of one, by which something was disclosed
   * @param overdueAt due before this instant and not answered by it: never stored, a view of the
   *     clock
   */
  public record Marked(
      @Nullable WritingState confirmation,
      @Nullable RequestRoute route,
      @Nullable Boolean clarificationOpen,
      @Nullable Boolean extended,
      @Nullable Boolean reopened,
      @Nullable Boolean corrected,
      @Nullable Boolean duplicate,
      @Nullable Boolean errors,
      @Nullable Instant overdueAt) {

    public static final Marked ANY =
        new Marked(null, null, null, null, null, null, null, null, null);
  }
}
