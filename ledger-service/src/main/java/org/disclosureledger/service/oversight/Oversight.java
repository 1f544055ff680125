package org.disclosureledger.service.oversight;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.oversight.command.ApproveOversightCorrection;
import org.disclosureledger.service.oversight.command.ForwardNotice;
import org.disclosureledger.service.oversight.command.OversightCommand;
import org.disclosureledger.service.oversight.command.PrepareOversightCorrection;
import org.disclosureledger.service.oversight.command.RecordDrill;
import org.disclosureledger.service.oversight.command.RecordInspection;
import org.disclosureledger.service.oversight.command.RecordNotice;
import org.disclosureledger.service.oversight.command.ReturnOversightCorrection;
import org.disclosureledger.service.oversight.content.DrillContent;
import org.disclosureledger.service.oversight.content.InspectionContent;
import org.disclosureledger.service.oversight.content.NoticeContent;
import org.disclosureledger.service.oversight.content.OversightKind;
import org.disclosureledger.service.oversight.event.DrillRecorded;
import org.disclosureledger.service.oversight.event.InspectionRecorded;
import org.disclosureledger.service.oversight.event.NoticeForwarded;
import org.disclosureledger.service.oversight.event.NoticeRecorded;
import org.disclosureledger.service.oversight.event.OversightCorrectionApproved;
import org.disclosureledger.service.oversight.event.OversightCorrectionPrepared;
import org.disclosureledger.service.oversight.event.OversightCorrectionReturned;
import org.disclosureledger.service.oversight.event.OversightEvent;

/**
 * Decides commands about one inspection, drill or voluntary report: pure, the same answer for the
 * same arguments. It is recorded once; what was recorded in error is put right by two people, and
 * the original stays.
 */
public final class Oversight {
  private static final Set<ActorRole> OFFICERS = Set.of(ActorRole.LEGAL, ActorRole.APPROVER);

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
    switch (command) {
      case RecordInspection unused -> begins(state);
      case RecordDrill unused -> begins(state);
      case RecordNotice unused -> begins(state);
      default -> require(state.exists(), OversightRule.OVERSIGHT_NOT_FOUND, "it has no events");
    }
    OversightEvent event =
        switch (command) {
          case RecordInspection c -> event(c.content(), context);
          case RecordDrill c -> event(c.content(), context);
          case RecordNotice c -> event(c.content(), context);
          case ForwardNotice c -> {
            require(
                !state.forwardedTo().contains(c.agency()),
                OversightRule.ALREADY_FORWARDED,
                c.agency());
            yield new NoticeForwarded(c.agency(), Committed.of(c.document()));
          }
          case PrepareOversightCorrection c -> prepare(state, c, context);
          case ApproveOversightCorrection c -> {
            second(state, c.prepared(), context);
            yield new OversightCorrectionApproved(c.prepared());
          }
          case ReturnOversightCorrection c -> {
            second(state, c.prepared(), context);
            yield new OversightCorrectionReturned(c.prepared(), Committed.of(c.reason()));
          }
        };
    return List.of(new ProposedEvent<>(context.newId(), context.now(), event));
  }

  private static Set<ActorRole> mayDo(OversightCommand command) {
    return switch (command) {
      case RecordInspection c -> mayRecord(c.kind());
      case RecordDrill c -> mayRecord(c.kind());
      case RecordNotice c -> mayRecord(c.kind());
      case ForwardNotice unused -> OFFICERS;
      case PrepareOversightCorrection c -> mayRecord(c.kind());
      case ApproveOversightCorrection c -> mayApprove(c.kind());
      case ReturnOversightCorrection c -> mayApprove(c.kind());
    };
  }

  private static Set<ActorRole> mayRecord(OversightKind kind) {
    return switch (kind) {
      case INSPECTION -> Set.of(ActorRole.SUPERVISOR, ActorRole.AUDITOR);
      case DRILL -> Set.of(ActorRole.SUPERVISOR);
      case NOTICE -> OFFICERS;
    };
  }

  /** As of a request, only an approver decides on a report; else, whoever may record. */
  private static Set<ActorRole> mayApprove(OversightKind kind) {
    return kind == OversightKind.NOTICE ? Set.of(ActorRole.APPROVER) : mayRecord(kind);
  }

  private static void begins(OversightState state) {
    require(!state.exists(), OversightRule.OVERSIGHT_EXISTS, "it has events");
  }

  private static OversightCorrectionPrepared prepare(
      OversightState state, PrepareOversightCorrection command, CommandContext context) {
    OversightState.Open open = state.open();
    require(
        open == null,
        OversightRule.CORRECTION_OPEN,
        "prepared " + (open == null ? "" : open.prepared()));
    require(
        command.corrects().equals(state.recorded()),
        OversightRule.ENTRY_UNKNOWN,
        "entry " + command.corrects());
    UUID corrects = command.corrects();
    Committed<String> reason = Committed.of(command.reason());
    return switch (command.content()) {
      case InspectionContent c ->
          new OversightCorrectionPrepared(corrects, reason, event(c, context), null, null);
      case DrillContent c ->
          new OversightCorrectionPrepared(corrects, reason, null, event(c, context), null);
      case NoticeContent c ->
          new OversightCorrectionPrepared(corrects, reason, null, null, event(c, context));
    };
  }

  private static void second(OversightState state, UUID prepared, CommandContext context) {
    OversightState.Open open = state.open();
    if (open == null || !open.prepared().equals(prepared)) {
      throw new CommandRefused(OversightRule.CORRECTION_NOT_OPEN, "prepared " + prepared);
    }
    require(
        !context.actor().equals(open.preparer()),
        OversightRule.SAME_PERSON,
        "prepared " + prepared);
  }

  private static InspectionRecorded event(InspectionContent content, CommandContext context) {
    hasEnded(content.to(), context);
    return new InspectionRecorded(
        content.inspector(),
        content.from(),
        content.to(),
        Committed.of(content.subject()),
        Committed.of(content.findings()));
  }

  private static DrillRecorded event(DrillContent content, CommandContext context) {
    hasEnded(content.to(), context);
    return new DrillRecorded(
        content.from(),
        content.to(),
        Committed.of(content.subject()),
        Committed.of(content.findings()));
  }

  private static NoticeRecorded event(NoticeContent content, CommandContext context) {
    require(
        !content.receivedAt().isAfter(context.now().plus(FormatLimits.CLAIMED_TIME_LEAD)),
        OversightRule.RECEIVED_IN_FUTURE,
        "more than 60 s ahead");
    return new NoticeRecorded(
        content.receivedAt(),
        content.channel(),
        content.by(),
        Committed.of(content.subject()),
        Committed.of(content.informant()));
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
