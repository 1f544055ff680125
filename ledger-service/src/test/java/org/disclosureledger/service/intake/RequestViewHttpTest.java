package org.disclosureledger.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;
import static org.springframework.http.HttpMethod.GET;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.disclosure.ActorRegistry;
import org.disclosureledger.service.disclosure.DisclosureVault;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.register.RegisterLink;
import org.disclosureledger.service.register.RegisterLinks;
import org.disclosureledger.service.register.RegisterQuery;
import org.disclosureledger.service.request.command.ApproveAct;
import org.disclosureledger.service.request.command.AskClarification;
import org.disclosureledger.service.request.command.AttachDocument;
import org.disclosureledger.service.request.command.CancelRequest;
import org.disclosureledger.service.request.command.ConfirmInWriting;
import org.disclosureledger.service.request.command.IssueReminder;
import org.disclosureledger.service.request.command.LinkRequest;
import org.disclosureledger.service.request.command.MissWriting;
import org.disclosureledger.service.request.command.PrepareCorrection;
import org.disclosureledger.service.request.command.PrepareEmergency;
import org.disclosureledger.service.request.command.PrepareExtension;
import org.disclosureledger.service.request.command.PrepareMeasure;
import org.disclosureledger.service.request.command.ReceiveClarification;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.command.ReopenRequest;
import org.disclosureledger.service.request.command.ReportObstacle;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.command.VerifyAuthority;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.Changes;
import org.disclosureledger.service.request.content.CheckedSignature;
import org.disclosureledger.service.request.content.CorrectedItem;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.request.content.RequestedTarget;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.request.event.AcceptanceApproved;
import org.disclosureledger.service.request.event.ReminderIssued;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.vocabulary.CaseType;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.ClarificationOutcome;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.DocumentPurpose;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.LinkRelation;
import org.disclosureledger.service.vocabulary.Measure;
import org.disclosureledger.service.vocabulary.Priority;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.disclosureledger.service.vocabulary.SignatureChain;
import org.disclosureledger.service.vocabulary.SignatureFormat;
import org.disclosureledger.service.vocabulary.SignatureOutcome;
import org.disclosureledger.service.vocabulary.Urgency;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a front end reads of one request, over streams that the domain decided. */
class RequestViewHttpTest extends HttpTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final UUID ID = UUID.fromString("01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f");
  private static final UUID OTHER = UUID.fromString("01990a3c-5b7e-7d21-9c44-0a1b2c3d4e60");
  private static final Instant START = Instant.parse("2026-11-03T02:00:00Z");
  private static final String HEX = "ab".repeat(32);

  @Autowired EntryStore store;
  @Autowired DisclosureVault vault;
  @Autowired RegisterQuery register;
  @Autowired ActorRegistry actors;

  private final ToldStream told = new ToldStream(ID, START, Set.of(OTHER));

  @BeforeEach
  void anEmergencyByPhone() {
    when(store.stream("demo", RequestStream.of(ID))).thenAnswer(call -> told.events);
    when(vault.open(eq("demo"), anyLong()))
        .thenAnswer(call -> told.disclosures.get(call.<Long>getArgument(1)));
    when(register.linkedFrom(any(), eq(ID)))
        .thenReturn(new RegisterLinks(List.of(new RegisterLink(OTHER, LinkRelation.RELATED)), 130));
    legal(
        new RecordRequest(
            ID,
            START,
            Channel.TELEPHONE,
            null,
            "CQDT-VI-DU-01",
            AgencyKind.INVESTIGATION_AGENCY,
            null,
            null,
            "Nguyễn Văn Mẫu",
            null,
            null,
            "Tìm người (ví dụ)",
            null,
            CaseType.MISSING_PERSON,
            Priority.ROUTINE,
            true,
            Urgency.EXPRESS,
            Secrecy.NORMAL,
            null,
            List.of(item(ItemKind.SUBSCRIBER_DATA, "0900000001"), item(ItemKind.SUSPENSION, "x")),
            List.of()));
  }

  @AfterEach
  void forgetAnswers() {
    reset(store, vault, register);
  }

  private static RequestedItem item(ItemKind kind, String identifier) {
    return new RequestedItem(
        kind,
        List.of(new RequestedTarget(identifier)),
        List.of(DataField.SUBSCRIBER_NAME),
        null,
        2L);
  }

  private UUID legal(RequestCommand command) {
    return told.does(actor("legal"), ActorRole.LEGAL, command);
  }

  private void approve(ActKind act, UUID prepared) {
    told.does(actor("approver"), ActorRole.APPROVER, new ApproveAct(ID, act, prepared, null));
  }

  private Actor actor(String user) {
    return actors.actorFor("demo", user);
  }

  private UUID correction() {
    Changes changes =
        new Changes(
            START.minusSeconds(600),
            null,
            null,
            null,
            "Trần Thị Mẫu",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(new CorrectedItem(1, item(ItemKind.SUBSCRIBER_DATA, "0900000002"))));
    return legal(
        new PrepareCorrection(
            ID,
            told.events.getFirst().header().id(),
            null,
            ErrorSeverity.RECORDABLE,
            "Ghi nhầm (ví dụ)",
            null,
            changes,
            null));
  }

  private JsonNode view(String user) throws Exception {
    MockHttpServletResponse response = get(user, "");
    assertThat(response.getStatus()).isEqualTo(200);
    return JSON.readTree(response.getContentAsString(StandardCharsets.UTF_8));
  }

  private MockHttpServletResponse get(String user, String rest) throws Exception {
    return mvc.perform(as(user, GET, "/api/v1/ledgers/demo/requests/" + ID + rest))
        .andReturn()
        .getResponse();
  }

  private static Map<String, String> actions(JsonNode view) {
    Map<String, String> actions = new HashMap<>();
    for (JsonNode action : view.path("actions")) {
      boolean allowed = action.path("allowed").asBoolean();
      assertThat(action.has("reasonVi")).isEqualTo(!allowed);
      actions.put(action.path("command").asString(), allowed ? "" : action.path("rule").asString());
    }
    return actions;
  }

  @Test
  void aCorrectionStandsBesideTheOriginalAlsoWhileItWaitsAndAfterAnother() throws Exception {
    UUID first = correction();
    assertThat(view("legal").at("/corrections/0/outcome").asString()).isEqualTo("OPEN");
    assertThat(view("legal").at("/recorded/correctedBy").isMissingNode()).isTrue();
    approve(ActKind.CORRECTION, first);
    correction();
    JsonNode view = view("legal");
    assertThat(view.path("receivedAt").asString()).isEqualTo("2026-11-03T02:00:00Z");
    assertThat(view.path("correctedReceivedAt").asString()).isEqualTo("2026-11-03T01:50:00Z");
    assertThat(view.at("/recorded/correctedBy")).hasSize(1);
    assertThat(view.at("/recorded/disclosures/~1officer").asString()).isEqualTo("Nguyễn Văn Mẫu");
    assertThat(view.at("/corrections/1/changes")).hasSize(3);
    assertThat(change(view, "receivedAt").path("before").asString())
        .isEqualTo("2026-11-03T01:50:00.000Z");
    JsonNode officer = change(view, "officer");
    assertThat(officer.path("original").asString()).isEqualTo("Nguyễn Văn Mẫu");
    assertThat(officer.path("before").asString()).isEqualTo("Trần Thị Mẫu");
    assertThat(officer.path("corrected").asString()).isEqualTo("Trần Thị Mẫu");
    JsonNode item = change(view, "items/1");
    assertThat(item.at("/original/targets/0/identifier").asString()).isEqualTo("0900000001");
    assertThat(item.at("/corrected/targets/0/identifier").asString()).isEqualTo("0900000002");
    String seen = view("supervisor").toString();
    assertThat(seen)
        .contains("withheld")
        .doesNotContain("Mẫu", "0900000001", "0900000002", "Ghi nhầm");
  }

  /** Of the second correction. */
  private static JsonNode change(JsonNode view, String member) {
    return view.at("/corrections/1/changes")
        .valueStream()
        .filter(change -> change.path("member").asString().equals(member))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRequestWhoseEntriesContradictEachOtherIsShownAsItStoodBeforeAndTakesNothing()
      throws Exception {
    int sound = told.events.size();
    told.force(new AcceptanceApproved(OTHER));
    told.force(new ReminderIssued(Committed.of("Đôn đốc"), null));

    JsonNode view = view("legal");
    assertThat(view.path("unreadableFrom").asInt()).isEqualTo(sound);
    assertThat(view.path("sequence").asInt()).isEqualTo(sound + 1);
    assertThat(view.path("state").asString()).isEqualTo("RECEIVED");
    assertThat(view.path("reminders")).isEmpty();
    assertThat(view.path("actions")).isEmpty();
    assertThat(get("legal", "/events").getStatus()).isEqualTo(200);
  }

  @Test
  void aConfirmationDatedBackBeforeTheTimerNoticedIsLateAndShowsBothTimes() throws Exception {
    Instant by = java.util.Objects.requireNonNull(told.state.confirmation().confirmBy());
    told.wait(Duration.between(told.now(), by));
    Instant claimed = by.minusSeconds(60);
    legal(new ConfirmInWriting(ID, "0001/CV-MAU", null, null, claimed));

    JsonNode view = view("legal").path("confirmation");
    assertThat(view.path("state").asString()).isEqualTo("LATE");
    assertThat(view.path("confirmedAt").asString()).isEqualTo(claimed.toString());
    assertThat(view.path("recordedAt").asString()).isEqualTo(told.now().toString());
    assertThat(view.has("missedAt")).isFalse();
  }

  @Test
  void bothClocksAndTheMissedPaperAreShown() throws Exception {
    UUID asked = legal(new AskClarification(ID, "Kỳ nào? (ví dụ)", null));
    assertThat(view("legal").at("/serviceClock/openQuestion").asString())
        .isEqualTo(asked.toString());
    legal(new ReceiveClarification(ID, asked, ClarificationOutcome.ANSWERED, "Tháng 10", null));
    Instant due = java.util.Objects.requireNonNull(told.state.clock().due());
    UUID extension =
        legal(new PrepareExtension(ID, due.plusSeconds(3600), "Bảo trì (ví dụ)", true, null));
    approve(ActKind.EXTENSION, extension);
    told.wait(Duration.ofHours(30));
    UUID deadline = java.util.Objects.requireNonNull(told.state.confirmation().deadline());
    told.does(Actor.SYSTEM, ActorRole.SYSTEM, new MissWriting(ID, deadline));
    assertThat(view("legal").at("/confirmation/state").asString()).isEqualTo("MISSED");
    legal(new ConfirmInWriting(ID, "0001/CV-MAU", null, null, null));

    JsonNode view = view("legal");
    assertThat(view.at("/serviceClock/paused").asBoolean()).isFalse();
    assertThat(view.at("/serviceClock/pauses/0/answer").asString()).isEqualTo("Tháng 10");
    assertThat(view.at("/serviceClock/pauses/0/ended").asString()).isEqualTo("ANSWERED");
    assertThat(view.path("originalDue").asString()).isEqualTo(due.toString());
    assertThat(view.at("/deadline/basis").asString()).isEqualTo("EXTENSION");
    assertThat(view.path("deadlines")).hasSize(2);
    assertThat(view.at("/confirmation/state").asString()).isEqualTo("LATE");
    assertThat(view.at("/confirmation/documentNumber").asString()).isEqualTo("0001/CV-MAU");
    assertThat(view("supervisor").at("/confirmation/documentNumber").asString())
        .isEqualTo("withheld");
  }

  @Test
  void measuresDocumentsRemarksAndEndsAreShown() throws Exception {
    verifyAndAccept();
    UUID measure =
        legal(
            new PrepareMeasure(
                ID, Measure.SUSPEND, 2, List.of(1), "Lệnh mẫu", null, START, null, null));
    approve(ActKind.MEASURE, measure);
    legal(
        new AttachDocument(
            ID,
            OTHER,
            DocumentPurpose.ORDER,
            "application/pdf",
            HEX,
            HEX,
            48_213,
            "lenh-mau.p7s",
            ID,
            List.of(
                new CheckedSignature(
                    SignatureFormat.PADES,
                    SignatureOutcome.VALID,
                    SignatureChain.TRUSTED,
                    null,
                    true,
                    "CN=Mẫu",
                    null)),
            null));
    legal(new ReportObstacle(ID, List.of(), "Bảo trì (ví dụ)", null, null));
    legal(new LinkRequest(ID, LinkRelation.DUPLICATE_OF, OTHER, null));
    told.does(
        actor("supervisor"), ActorRole.SUPERVISOR, new IssueReminder(ID, "Đôn đốc", null, null));
    UUID lapsing = correction();
    legal(new CancelRequest(ID, "Thôi (ví dụ)", null, null));
    legal(new ReopenRequest(ID, List.of(1), "Lại (ví dụ)", null, null));

    JsonNode view = view("legal");
    assertThat(view.at("/measures/0/outcome").asString()).isEqualTo("APPROVED");
    assertThat(view.at("/measures/0/order").asString()).isEqualTo("Lệnh mẫu");
    assertThat(view.at("/items/1/state").asString()).isEqualTo("IN_FORCE");
    assertThat(view.at("/documents/0/name").asString()).isEqualTo("lenh-mau.p7s");
    assertThat(view.at("/documents/0/signatures/0/signs").asString()).isEqualTo(ID.toString());
    assertThat(view.at("/documents/0/size").asLong()).isEqualTo(48_213);
    assertThat(view.at("/documents/0/signatures/0/signer").asString()).isEqualTo("CN=Mẫu");
    assertThat(view.at("/obstacles/0/items")).hasSize(1);
    assertThat(view.at("/links/0/relationVi").asString()).isEqualTo("trùng với");
    assertThat(view.at("/linkedFrom/0/relation").asString()).isEqualTo("RELATED");
    assertThat(view.path("linkedFromTotal").asInt()).isEqualTo(130);
    assertThat(view.at("/reminders/0/entry/actorRole").asString()).isEqualTo("supervisor");
    assertThat(view.at("/corrections/0/prepared/id").asString()).isEqualTo(lapsing.toString());
    assertThat(view.at("/corrections/0/outcome").asString()).isEqualTo("LAPSED");
    assertThat(view.at("/cancellations/0/reason").asString()).isEqualTo("Thôi (ví dụ)");
    assertThat(view.at("/reopenings/0/items/0").asInt()).isEqualTo(1);
    assertThat(view("supervisor").at("/documents/0").has("size")).isFalse();
  }

  private void verifyAndAccept() {
    legal(
        new VerifyAuthority(
            ID,
            VerificationMethod.CALL_BACK,
            ToldStream.CONTACT,
            VerificationOutcome.VERIFIED,
            null,
            null));
    List<ItemScope> scopes =
        List.of(
            new ItemScope(1, List.of(1), List.of(DataField.SUBSCRIBER_NAME), null, 2L),
            new ItemScope(2, List.of(1), List.of(DataField.SUBSCRIBER_NAME), null, 2L));
    approve(ActKind.EMERGENCY, legal(new PrepareEmergency(ID, scopes, null)));
  }

  @Test
  void actionsSayWhatEachRoleMayDoAndWhyNot() throws Exception {
    Map<String, String> before = actions(view("legal"));
    assertThat(before)
        .containsEntry("verify-authority", "")
        .containsEntry("prepare-emergency", "authority-not-verified")
        .containsEntry("prepare-refusal", "")
        .containsEntry("receive-clarification", "clarification-not-open")
        .containsEntry("reopen", "item-not-answered")
        .containsEntry("issue-reminder", "role-not-allowed")
        .containsEntry("documents", "")
        .doesNotContainKey("approve-emergency");
    assertThat(actions(view("supervisor")))
        .containsEntry("issue-reminder", "")
        .containsEntry("documents", "role-not-allowed")
        .containsEntry("cancel", "role-not-allowed");
    verifyAndAccept();
    assertThat(actions(view("legal")))
        .containsEntry("prepare-delivery", "")
        .containsEntry("prepare-measure", "")
        .containsEntry("prepare-no-data", "")
        .containsEntry("prepare-emergency", "item-not-pending");
    correction();
    assertThat(actions(view("legal")))
        .containsEntry("prepare-delivery", "act-open")
        .containsEntry("approve-correction", "role-not-allowed");
    assertThat(actions(view("approver"))).containsEntry("approve-correction", "");
    assertThat(told.events).as("asking appends nothing").hasSize(7);
    assertThat(dispatcher.all).isEmpty();
  }

  @Test
  void entriesComeInPagesAndSayWhatTheyCorrect() throws Exception {
    UUID prepared = correction();
    approve(ActKind.CORRECTION, prepared);
    MockHttpServletResponse first = get("auditor", "/events?limit=3");
    JsonNode page = JSON.readTree(first.getContentAsString(StandardCharsets.UTF_8));
    assertThat(page).hasSize(3);
    assertThat(page.at("/0/correctedBy")).hasSize(1);
    assertThat(first.getHeader("Link"))
        .isEqualTo(
            "</api/v1/ledgers/demo/requests/" + ID + "/events?after=2&limit=3>; rel=\"next\"");
    MockHttpServletResponse second = get("auditor", "/events?after=2&limit=3");
    JsonNode rest = JSON.readTree(second.getContentAsString(StandardCharsets.UTF_8));
    assertThat(rest).hasSize(2);
    assertThat(second.getHeader("Link")).isNull();
    for (JsonNode correcting : rest) {
      assertThat(correcting.path("corrects")).isEqualTo(page.at("/0/id"));
    }
    assertThat(rest.at("/1/id")).isEqualTo(page.at("/0/correctedBy/0"));
  }
}
