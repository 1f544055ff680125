package org.disclosureledger.service.oversight;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.oversight.command.ForwardNotice;
import org.disclosureledger.service.oversight.command.OversightCommand;
import org.disclosureledger.service.oversight.command.RecordDrill;
import org.disclosureledger.service.oversight.command.RecordInspection;
import org.disclosureledger.service.oversight.command.RecordNotice;
import org.disclosureledger.service.oversight.event.DrillRecorded;
import org.disclosureledger.service.oversight.event.InspectionRecorded;
import org.disclosureledger.service.oversight.event.NoticeForwarded;
import org.disclosureledger.service.oversight.event.NoticeRecorded;
import org.disclosureledger.service.oversight.event.OversightEvent;

/**
 * Decides commands about one inspection, drill or voluntary report: pure, the same answer for the
 * same arguments. What was recorded in error is recorded again in the same stream; readers show the
 * last, and the earlier ones as its history.
 */
public final class Oversight {
  private Oversight() {}

  /**
   * The events that a command amounts to in this state.
   *
   * @throws CommandRefused with an {@link OversightRule}; nothing happened then
   */
  static List<ProposedEvent<OversightEvent>> decide(
      OversightState state, OversightCommand command, CommandContext context) {
    require(
        mayDo(command).contains(context.role()),
        OversightRule.ROLE_NOT_ALLOWED,
        context.role().code());
    OversightEvent event =
        switch (command) {
          case RecordInspection c -> {
            begins(state, c.correction());
            hasEnded(c.to(), context);
            yield new InspectionRecorded(
                c.inspector(),
                c.from(),
                c.to(),
                Committed.of(c.subject()),
                Committed.of(c.findings()));
          }
          case RecordDrill c -> {
            begins(state, c.correction());
            hasEnded(c.to(), context);
            yield new DrillRecorded(
                c.from(), c.to(), Committed.of(c.subject()), Committed.of(c.findings()));
          }
          case RecordNotice c -> {
            begins(state, c.correction());
            require(
                !c.receivedAt().isAfter(context.now().plus(FormatLimits.CLAIMED_TIME_LEAD)),
                OversightRule.RECEIVED_IN_FUTURE,
                "more than 60 s ahead");
            yield new NoticeRecorded(
                c.receivedAt(),
                c.channel(),
                c.by(),
                Committed.of(c.subject()),
                Committed.of(c.informant()));
          }
          case ForwardNotice c -> {
            begins(state, true);
            require(
                !state.forwardedTo().contains(c.agency()),
                OversightRule.ALREADY_FORWARDED,
                c.agency());
            yield new NoticeForwarded(c.agency(), Committed.of(c.document()));
          }
        };
    return List.of(new ProposedEvent<>(context.newId(), context.now(), event));
  }

  private static Set<ActorRole> mayDo(OversightCommand command) {
    return switch (command) {
      case RecordInspection unused -> Set.of(ActorRole.SUPERVISOR, ActorRole.AUDITOR);
      case RecordDrill unused -> Set.of(ActorRole.SUPERVISOR);
      case RecordNotice unused -> Set.of(ActorRole.LEGAL, ActorRole.APPROVER);
      case ForwardNotice unused -> Set.of(ActorRole.LEGAL, ActorRole.APPROVER);
    };
  }

  private static void begins(OversightState state, boolean begun) {
    require(!begun || state.exists(), OversightRule.OVERSIGHT_NOT_FOUND, "it has no events");
    require(begun || !state.exists(), OversightRule.OVERSIGHT_EXISTS, "it has events");
  }

  private static void hasEnded(LocalDate last, CommandContext context) {
    require(
        !last.isAfter(LocalDate.ofInstant(context.now(), LedgerZone.ID)),
        OversightRule.PERIOD_IN_FUTURE,
        "the last day lies in the future");
  }

  private static void require(boolean holds, OversightRule rule, String detail) {
    if (!holds) {
      throw new CommandRefused(rule, detail);
    }
  }
}
