package org.disclosureledger.service.viewing;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.vocabulary.ViewPurpose;
import org.disclosureledger.service.vocabulary.ViewedPart;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The way to every answer that opens starred values: the purpose, and of who is no officer a grant,
 * is asked for before anything is opened, and the look recorded before the answer is given. What
 * does not exist leaves no trace; nor does what an officer sees of an erased request, which opens
 * nothing.
 */
@Component
public class Views {
  private final Trace trace;
  private final Access access;

  Views(Trace trace, Access access) {
    this.trace = trace;
    this.access = access;
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
   * @throws org.disclosureledger.service.envelope.CommandRefused with a {@link ViewingRule} or a
   *     {@link org.disclosureledger.service.grant.GrantRule}
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
    if (opensNothing(ledger, viewer, opened.record())) {
      return answer.get();
    }
    Access.Basis basis = access.of(ledger, viewer, opened.record());
    T made = answer.get();
    if (holds.test(made)) {
      trace.viewed(
          ledger,
          viewer.caller(),
          opened.record(),
          new RecordViewed(basis.purpose(), opened.what(), opened.document(), basis.grant()),
          access.permission(ledger, viewer, opened.record(), basis));
    }
    return made;
  }

  /**
   * What no grant is given of: a role opens it or does not.
   *
   * @param record its own stream
   * @param roles those that open it
   */
  public record OfRoles(StreamId record, Set<ActorRole> roles) {}

  /**
   * The answer, with starred values for whom they are opened and else without.
   *
   * @param answer makes it, told whether to open
   * @param holds of which parts starred values stand in it, each recorded by itself
   * @throws org.disclosureledger.service.envelope.CommandRefused with a {@link ViewingRule}
   */
  public <T> T openByRole(
      LedgerDescription ledger,
      Viewer viewer,
      OfRoles kept,
      Function<Boolean, ? extends T> answer,
      Function<? super T, Set<ViewedPart>> holds) {
    if (!kept.roles().contains(viewer.caller().role()) || !viewer.asksToOpen()) {
      return answer.apply(false);
    }
    ViewPurpose purpose = viewer.purpose();
    T made = answer.apply(true);
    List<RecordViewed> events =
        holds.apply(made).stream()
            .map(part -> new RecordViewed(purpose, part, null, null))
            .toList();
    trace.viewed(ledger, viewer.caller(), kept.record(), events);
    return made;
  }

  /**
   * What {@link #open} asks for, before what is costly to make.
   *
   * @throws org.disclosureledger.service.envelope.CommandRefused as {@link #open} does
   */
  public void require(LedgerDescription ledger, Viewer viewer, UUID record) {
    if (!opensNothing(ledger, viewer, record)) {
      access.of(ledger, viewer, record);
    }
  }

  /** An erased request has clear members alone, and those an officer reads for no purpose. */
  private boolean opensNothing(LedgerDescription ledger, Viewer viewer, UUID record) {
    return viewer.isOfficer() && access.erased(ledger, record);
  }
}
