package org.disclosureledger.service.reconciliation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.reconciliation.command.ReconciliationCommand;
import org.disclosureledger.service.reconciliation.command.RecordReconciliation;
import org.disclosureledger.service.reconciliation.event.ReconciliationEvent;
import org.disclosureledger.service.reconciliation.event.ReconciliationRecorded;

/** Decides commands about one reconciliation: pure, the same answer for the same arguments. */
public final class Reconciliation {
  private static final Set<ActorRole> OFFICERS = Set.of(ActorRole.LEGAL, ActorRole.APPROVER);

  private Reconciliation() {}

  /**
   * The events that a command amounts to in this state.
   *
   * @throws CommandRefused with a {@link ReconciliationRule}; nothing happened then
   */
  static List<ProposedEvent<ReconciliationEvent>> decide(
      ReconciliationState state, ReconciliationCommand command, CommandContext context) {
    require(
        OFFICERS.contains(context.role()),
        ReconciliationRule.ROLE_NOT_ALLOWED,
        context.role().code());
    ReconciliationEvent event =
        switch (command) {
          case RecordReconciliation c -> {
            require(!state.recorded(), ReconciliationRule.RECONCILIATION_EXISTS, "it has events");
            require(
                !c.period().to().isAfter(LocalDate.ofInstant(context.now(), LedgerZone.ID)),
                ReconciliationRule.PERIOD_IN_FUTURE,
                "the last day lies in the future");
            yield recorded(c);
          }
        };
    return List.of(new ProposedEvent<>(context.newId(), context.now(), event));
  }

  private static ReconciliationRecorded recorded(RecordReconciliation command) {
    Comparison found = command.comparison();
    return new ReconciliationRecorded(
        command.agency(),
        command.predecessors(),
        command.period().from(),
        command.period().to(),
        (int) ListComparison.TOLERANCE.toMinutes(),
        found.listed(),
        found.registered(),
        found.matched(),
        found.differing(),
        found.theirsOnly(),
        found.oursOnly(),
        found.unmatchableTheirs(),
        found.unmatchableOurs(),
        Committed.of(command.digest()),
        Committed.of(command.size()),
        DifferenceParts.of(found.differences()));
  }

  private static void require(boolean holds, ReconciliationRule rule, String detail) {
    if (!holds) {
      throw new CommandRefused(rule, detail);
    }
  }
}
