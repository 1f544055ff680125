package org.disclosureledger.service.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.EventHeader;
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
import org.disclosureledger.service.oversight.content.OversightContent;
import org.disclosureledger.service.oversight.content.OversightKind;
import org.disclosureledger.service.oversight.event.OversightEvent;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.InformantKind;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;

/** Commands about one inspection, drill or report, who gives them, and what becomes of them. */
final class OversightSteps {
  /** 00:30 of 4 November in Ho Chi Minh City. */
  static final Instant NOW = Instant.parse("2026-11-03T17:30:00Z");

  static final LocalDate TODAY = LocalDate.parse("2026-11-04");
  static final UUID ID = new UUID(0x01980000_0000_7000L, 0x8000_0000_0000_00EEL);
  static final String SUBJECT = "Lưu trữ thông tin thuê bao";
  static final String FINDINGS = "Thiếu biên bản";
  static final String INFORMANT = "Trần Thị Mẫu";

  static final String REASON = "Ghi nhầm ngày";

  static InspectionContent inspected(LocalDate to) {
    return new InspectionContent("ttra-vi-du", to.minusDays(1), to, SUBJECT, FINDINGS);
  }

  static DrillContent drilled(LocalDate to) {
    return new DrillContent(to, to, SUBJECT, null);
  }

  static NoticeContent noticed(Instant receivedAt) {
    return new NoticeContent(receivedAt, Channel.EMAIL, InformantKind.CITIZEN, SUBJECT, INFORMANT);
  }

  static RecordInspection inspection(LocalDate to) {
    return new RecordInspection(ID, inspected(to));
  }

  static RecordDrill drill(LocalDate to) {
    return new RecordDrill(ID, drilled(to));
  }

  static RecordNotice notice(Instant receivedAt) {
    return new RecordNotice(ID, noticed(receivedAt));
  }

  static ForwardNotice forward(String agency) {
    return new ForwardNotice(ID, agency, "ab".repeat(32));
  }

  /** Of what the first command of the stream recorded. */
  static PrepareOversightCorrection correct(OversightContent content) {
    return new PrepareOversightCorrection(ID, event(0), REASON, content);
  }

  /** Of what the stream's command number {@code step}, from 0, prepared. */
  static ApproveOversightCorrection approve(OversightKind kind, int step) {
    return new ApproveOversightCorrection(kind, ID, event(step));
  }

  static ReturnOversightCorrection giveBack(OversightKind kind, int step) {
    return new ReturnOversightCorrection(kind, ID, event(step), REASON);
  }

  static Actor actor(int person) {
    return Actor.of(new UUID(0x4000L, (1L << 63) + person));
  }

  static UUID event(int step) {
    return new UUID(0x01980000_0000_7000L, (1L << 63) + step);
  }

  private OversightSteps() {}

  static OversightCommand command(OversightKind kind, String name) {
    return switch (name) {
      case "record" ->
          switch (kind) {
            case INSPECTION -> inspection(TODAY);
            case DRILL -> drill(TODAY);
            case NOTICE -> notice(NOW);
          };
      case "prepare" ->
          correct(
              switch (kind) {
                case INSPECTION -> inspected(TODAY.minusDays(2));
                case DRILL -> drilled(TODAY.minusDays(2));
                case NOTICE -> noticed(NOW.minusSeconds(60));
              });
      case "approve" -> approve(kind, 1);
      case "return" -> giveBack(kind, 1);
      case "forward" -> forward("ca-vi-du");
      default -> throw new AssertionError(name);
    };
  }

  /** Somebody to whom it is open; of a correction's two people, two roles where there are two. */
  static ActorRole by(OversightCommand command) {
    return switch (command) {
      case RecordInspection unused -> ActorRole.AUDITOR;
      case RecordDrill unused -> ActorRole.SUPERVISOR;
      case RecordNotice unused -> ActorRole.LEGAL;
      case ForwardNotice unused -> ActorRole.APPROVER;
      case PrepareOversightCorrection c ->
          switch (c.kind()) {
            case INSPECTION -> ActorRole.AUDITOR;
            case DRILL -> ActorRole.SUPERVISOR;
            case NOTICE -> ActorRole.LEGAL;
          };
      case ApproveOversightCorrection c -> second(c.kind());
      case ReturnOversightCorrection c -> second(c.kind());
    };
  }

  private static ActorRole second(OversightKind kind) {
    return kind == OversightKind.NOTICE ? ActorRole.APPROVER : ActorRole.SUPERVISOR;
  }

  static OversightMessage message(int step, ActorRole role, OversightCommand command) {
    return OversightMessage.of(command, context(step, role, command), null);
  }

  /** Whoever decides on a correction is not who does the rest. */
  static CommandContext context(int step, ActorRole role, OversightCommand command) {
    boolean decides =
        command instanceof ApproveOversightCorrection
            || command instanceof ReturnOversightCorrection;
    return context(step, role, decides ? 2 : 1);
  }

  static CommandContext context(int step, ActorRole role, int person) {
    return new CommandContext(
        "demo",
        role == ActorRole.SYSTEM ? Actor.SYSTEM : actor(person),
        role,
        NOW,
        () -> event(step),
        null);
  }

  static EventHeader header(int step, OversightCommand command) {
    return new EventHeader(
        event(step),
        "demo",
        command.stream(),
        "of no concern here",
        NOW,
        NOW,
        actor(1),
        by(command),
        null,
        step,
        EventHeader.UNSEALED,
        EventHeader.UNSEALED);
  }

  record Case(
      String name,
      ActorRole role,
      List<OversightCommand> given,
      OversightCommand when,
      @Nullable Class<? extends OversightEvent> event,
      @Nullable OversightRule refusal) {
    @Override
    public String toString() {
      return name + " (" + role + ")";
    }
  }

  static void decide(Case theCase) {
    var fixture = new AggregateTestFixture<>(OversightAggregate.class);
    List<OversightMessage> given = new ArrayList<>();
    theCase.given().forEach(command -> given.add(message(given.size(), by(command), command)));
    var when =
        (given.isEmpty() ? fixture.givenNoPriorActivity() : fixture.givenCommands(given))
            .when(message(given.size(), theCase.role(), theCase.when()));
    if (theCase.refusal() == null) {
      when.expectSuccessfulHandlerExecution()
          .expectEventsMatching(
              Matchers.exactSequenceOf(
                  Matchers.messageWithPayload(org.hamcrest.Matchers.instanceOf(theCase.event()))));
    } else {
      when.expectNoEvents().expectException(refusedBy(theCase.refusal()));
    }
  }

  static Matcher<CommandRefused> refusedBy(OversightRule rule) {
    return org.hamcrest.Matchers.hasProperty(
        "message", org.hamcrest.Matchers.startsWith(rule.code() + ":"));
  }
}
