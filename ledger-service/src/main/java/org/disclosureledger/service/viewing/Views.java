package org.disclosureledger.service.viewing;

import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.vocabulary.ViewPurpose;
import org.disclosureledger.service.vocabulary.ViewedPart;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The way to every answer that opens starred values: the purpose is asked for before anything is
 * opened, and the look recorded before the answer is given. What does not exist leaves no trace.
 */
@Component
public class Views {
  private final Trace trace;

  Views(Trace trace) {
    this.trace = trace;
  }

  /**
   * What is opened of a record.
   *
   * @param document which one, when a document itself is opened
   */
  public record Opened(ViewedPart what, UUID record, @Nullable UUID document) {
    public Opened(ViewedPart what, UUID record) {
      this(what, record, null);
    }
  }

  /**
   * The answer, which opens starred values.
   *
   * @param answer made after the purpose is known; it may refuse
   * @throws CommandRefused with a {@link ViewingRule}
   */
  public <T> T open(
      LedgerDescription ledger, Viewer viewer, Opened opened, Supplier<? extends T> answer) {
    return open(ledger, viewer, opened, answer, _ -> true);
  }

  /**
   * The same of an answer that may turn out to hold nothing starred.
   *
   * @param holds whether it does
   */
  public <T> T open(
      LedgerDescription ledger,
      Viewer viewer,
      Opened opened,
      Supplier<? extends T> answer,
      Predicate<? super T> holds) {
    ViewPurpose purpose = viewer.purpose();
    T made = answer.get();
    if (holds.test(made)) {
      trace.viewed(
          ledger,
          viewer.caller(),
          opened.record(),
          new RecordViewed(purpose, opened.what(), opened.document(), null));
    }
    return made;
  }
}
