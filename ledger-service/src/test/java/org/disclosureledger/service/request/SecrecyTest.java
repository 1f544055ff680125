package org.disclosureledger.service.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.disclosureledger.service.request.RequestDraft.ID;
import static org.disclosureledger.service.request.Story.LINH;
import static org.disclosureledger.service.request.Story.MINH;
import static org.disclosureledger.service.request.Story.TUAN;
import static org.disclosureledger.service.request.Story.by;
import static org.disclosureledger.service.request.Story.id;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.request.Story.Person;
import org.disclosureledger.service.request.Story.Step;
import org.disclosureledger.service.request.command.AskClarification;
import org.disclosureledger.service.request.command.CancelRequest;
import org.disclosureledger.service.request.command.CloseRequest;
import org.disclosureledger.service.request.command.ConfirmInWriting;
import org.disclosureledger.service.request.command.IssueReminder;
import org.disclosureledger.service.request.command.PrepareCorrection;
import org.disclosureledger.service.request.command.PrepareDelivery;
import org.disclosureledger.service.request.command.PrepareExtension;
import org.disclosureledger.service.request.command.PrepareMeasure;
import org.disclosureledger.service.request.command.PrepareNoData;
import org.disclosureledger.service.request.command.PrepareRefusal;
import org.disclosureledger.service.request.command.ReceiveClarification;
import org.disclosureledger.service.request.command.RecordError;
import org.disclosureledger.service.request.command.RecordReceipt;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.command.ReopenRequest;
import org.disclosureledger.service.request.command.ReportObstacle;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.command.ReturnAct;
import org.disclosureledger.service.request.command.VerifyAuthority;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.AgencyName;
import org.disclosureledger.service.request.content.Changes;
import org.disclosureledger.service.request.content.CorrectedItem;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.ReachedAgent;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.request.content.RequestedTarget;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.vocabulary.ClarificationOutcome;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.ErrorCause;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.Measure;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Above secrecy Thường no command takes a text, a file or what is guessable of one. */
class SecrecyTest {
  private static final String SAID = "Điều không được ghi";
  private static final String FILE = "ab".repeat(32);

  private static final Story NEW =
      LifeStories.recorded(draft -> {
        RequestDraft.keepSecret(draft);
        LifeStories.oral(draft);
        draft.items = List.of(secretItem(), secretMeasure());
      });
  private static final Story VERIFIED =
      NEW.then(
          by(
              LINH,
              new VerifyAuthority(
                  ID,
                  VerificationMethod.CALL_BACK,
                  TestCircumstances.CONTACT,
                  VerificationOutcome.VERIFIED,
                  null,
                  null)));
  private static final Story ACCEPTED =
      LifeStories.approved(
          VERIFIED.then(
              by(
                  LINH,
                  PlainCommands.emergency(
                      new ItemScope(1, List.of(1), List.of(DataField.SUBSCRIBER_NAME), null, 5L),
                      PlainCommands.services(2, 1)))),
          ActKind.EMERGENCY);
  private static final Story ASKED = VERIFIED.then(by(LINH, new AskClarification(ID, null, null)));
  private static final Story REFUSING = VERIFIED.then(refuse(null));
  private static final Story REFUSED = LifeStories.approved(REFUSING, ActKind.REFUSAL);

  record Line(Story given, Person by, RequestCommand command) {}

  /** Each text and file of each command, alone. */
  static Stream<Line> said() {
    return Stream.of(
        line(
            VERIFIED,
            new VerifyAuthority(
                ID,
                VerificationMethod.SEAL_OR_DOCUMENT,
                null,
                VerificationOutcome.REFUTED,
                SAID,
                null)),
        line(VERIFIED, new AskClarification(ID, SAID, null)),
        line(ASKED, new ReceiveClarification(ID, id(2), ClarificationOutcome.ANSWERED, SAID, null)),
        line(VERIFIED, new ConfirmInWriting(ID, "01", LocalDate.parse("2026-11-02"), FILE, null)),
        line(VERIFIED, refuse(SAID).command()),
        line(REFUSING, MINH, new ReturnAct(ID, ActKind.REFUSAL, id(2), SAID, null)),
        line(VERIFIED, new PrepareExtension(ID, Story.at(3_000), SAID, true, null)),
        line(VERIFIED, new ReportObstacle(ID, List.of(), SAID, null, null)),
        line(ACCEPTED, new PrepareNoData(ID, List.of(1), SAID, null)),
        line(ACCEPTED, measure(SAID, null)),
        line(ACCEPTED, measure(null, SAID)),
        line(VERIFIED, new CancelRequest(ID, SAID, null, null)),
        line(VERIFIED, new CancelRequest(ID, null, FILE, null)),
        line(REFUSED, new CloseRequest(ID, SAID, null)),
        line(REFUSED, new ReopenRequest(ID, List.of(1), SAID, null, null)),
        line(REFUSED, new ReopenRequest(ID, List.of(1), null, FILE, null)),
        line(
            VERIFIED,
            new RecordError(
                ID, id(0), List.of(1), ErrorCause.EXCESS, ErrorSeverity.RECORDABLE, SAID, null)),
        line(VERIFIED, TUAN, new IssueReminder(ID, SAID, null, null)),
        line(VERIFIED, PlainCommands.attach()),
        line(VERIFIED, correct(SAID, null, null)),
        line(VERIFIED, correct(null, SAID, null)),
        line(VERIFIED, correct(null, null, changes(SAID, null, null, List.of()))),
        line(VERIFIED, correct(null, null, changes(null, SAID, null, List.of()))),
        line(VERIFIED, correct(null, null, changes(null, null, SAID, List.of()))),
        line(
            VERIFIED,
            correct(
                null,
                null,
                changes(
                    null, null, null, List.of(new CorrectedItem(1, RequestDraft.SUBSCRIBERS))))),
        line(
            DecisionStories.NONE,
            RequestDraft.with(draft -> {
              RequestDraft.keepSecret(draft);
              draft.agent = new ReachedAgent(SAID, RequestDraft.T0);
            })));
  }

  /** The same commands without it, which are taken. */
  static Stream<Line> unsaid() {
    return Stream.of(
        line(VERIFIED, new AskClarification(ID, null, null)),
        line(ASKED, new ReceiveClarification(ID, id(2), ClarificationOutcome.ANSWERED, null, null)),
        line(VERIFIED, new ConfirmInWriting(ID, "01", LocalDate.parse("2026-11-02"), null, null)),
        line(VERIFIED, refuse(null).command()),
        line(REFUSING, MINH, new ReturnAct(ID, ActKind.REFUSAL, id(2), null, null)),
        line(VERIFIED, new PrepareExtension(ID, Story.at(3_000), null, true, null)),
        line(VERIFIED, new ReportObstacle(ID, List.of(), null, null, null)),
        line(ACCEPTED, new PrepareNoData(ID, List.of(1), null, null)),
        line(ACCEPTED, measure(null, null)),
        line(VERIFIED, new CancelRequest(ID, null, null, null)),
        line(REFUSED, new CloseRequest(ID, null, null)),
        line(REFUSED, new ReopenRequest(ID, List.of(1), null, null, null)),
        line(
            VERIFIED,
            new RecordError(
                ID, id(0), List.of(1), ErrorCause.EXCESS, ErrorSeverity.RECORDABLE, null, null)),
        line(VERIFIED, TUAN, new IssueReminder(ID, null, null, null)),
        line(VERIFIED, correct(null, null, null)),
        line(
            VERIFIED,
            correct(
                null,
                null,
                changes(null, null, null, List.of(new CorrectedItem(1, secretItem()))))));
  }

  @ParameterizedTest
  @MethodSource("said")
  void aTextOrFileOfASecretRequestIsRefused(Line line) {
    CommandRefused refused = catchThrowableOfType(CommandRefused.class, () -> decide(line));
    assertThat(refused).as("refused").isNotNull();
    assertThat(refused.rule()).isEqualTo(RequestRule.SECRECY_FORBIDS_CONTENT);
  }

  @ParameterizedTest
  @MethodSource("unsaid")
  void withoutItTheCommandIsTaken(Line line) {
    assertThat(decide(line)).isNotEmpty();
  }

  /** Fails when a command gets a text and no line here. */
  @Test
  void everyCommandWithATextHasALine() {
    Set<Class<?>> lines = new HashSet<>();
    said().forEach(line -> lines.add(line.command().getClass()));
    // These have lines of their own in DeliveryCases.
    lines.addAll(Set.of(PrepareDelivery.class, RecordReceipt.class, RecordRequest.class));
    for (Class<?> command : RequestCommand.class.getPermittedSubclasses()) {
      boolean text =
          Stream.of(command.getRecordComponents())
              .anyMatch(member -> member.getType() == String.class);
      assertThat(!text || lines.contains(command)).as(command.getSimpleName()).isTrue();
    }
  }

  private static List<?> decide(Line line) {
    return DataRequest.decide(
        Playback.after(line.given()),
        line.command(),
        Story.context(line.given().steps().size(), line.by()),
        TestCircumstances.WORLD);
  }

  private static Line line(Story given, RequestCommand command) {
    return new Line(given, LINH, command);
  }

  private static Line line(Story given, Person by, RequestCommand command) {
    return new Line(given, by, command);
  }

  private static Step refuse(@Nullable String reason) {
    return by(LINH, new PrepareRefusal(ID, List.of(), List.of(RefusalGround.OTHER), reason, null));
  }

  private static PrepareMeasure measure(@Nullable String order, @Nullable String scope) {
    return new PrepareMeasure(
        ID, Measure.SUSPEND, 2, List.of(1), order, scope, Story.at(9), null, null);
  }

  private static PrepareCorrection correct(
      @Nullable String reason, @Nullable String statement, @Nullable Changes changes) {
    return new PrepareCorrection(
        ID, id(0), null, ErrorSeverity.RECORDABLE, reason, statement, changes, null);
  }

  private static Changes changes(
      @Nullable String officer,
      @Nullable String subject,
      @Nullable String unit,
      List<CorrectedItem> items) {
    return Changes.of(draft -> {
      draft.requestingAgency =
          unit == null ? null : new AgencyName(RequestDraft.AGENCY, AgencyKind.COURT, unit);
      draft.officer = officer;
      draft.documentNumber = "0009/CV-MAU";
      draft.subject = subject;
      draft.items = items;
    });
  }

  private static RequestedItem secretItem() {
    return new RequestedItem(
        ItemKind.SUBSCRIBER_DATA,
        List.of(new RequestedTarget(null)),
        List.of(DataField.SUBSCRIBER_NAME),
        null,
        null);
  }

  private static RequestedItem secretMeasure() {
    return new RequestedItem(
        ItemKind.SUSPENSION,
        List.of(new RequestedTarget(null)),
        List.of(DataField.CONFIRMATION),
        null,
        null);
  }
}
