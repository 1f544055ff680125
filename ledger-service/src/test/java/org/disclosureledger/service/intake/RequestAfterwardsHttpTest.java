package org.disclosureledger.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;
import static org.springframework.http.HttpMethod.GET;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.disclosure.ActorRegistry;
import org.disclosureledger.service.disclosure.DisclosureVault;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.register.RegisterQuery;
import org.disclosureledger.service.request.command.ApproveAct;
import org.disclosureledger.service.request.command.CloseRequest;
import org.disclosureledger.service.request.command.PrepareAcceptance;
import org.disclosureledger.service.request.command.PrepareCorrection;
import org.disclosureledger.service.request.command.PrepareDelivery;
import org.disclosureledger.service.request.command.RecordReceipt;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.command.ReopenRequest;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.command.VerifyAuthority;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.Changes;
import org.disclosureledger.service.request.content.CorrectedItem;
import org.disclosureledger.service.request.content.Handover;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.request.content.RequestedTarget;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.vocabulary.CaseType;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.Priority;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.disclosureledger.service.vocabulary.Urgency;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a front end reads of a request for figures once more comes to light than was known. */
class RequestAfterwardsHttpTest extends HttpTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final UUID ID = UUID.fromString("01990a3c-5b7e-7d21-9c44-0a1b2c3d4e70");
  private static final Instant START = Instant.parse("2026-11-03T02:00:00Z");

  @Autowired EntryStore store;
  @Autowired DisclosureVault vault;
  @Autowired RegisterQuery register;
  @Autowired ActorRegistry actors;

  private final ToldStream told = new ToldStream(ID, START, Set.of());

  @BeforeEach
  void aRequestForFigures() {
    when(store.stream("demo", RequestStream.of(ID))).thenAnswer(call -> told.events);
    when(vault.open(eq("demo"), anyLong()))
        .thenAnswer(call -> told.disclosures.get(call.<Long>getArgument(1)));
    RequestedItem figures =
        new RequestedItem(ItemKind.FIGURES, List.of(), List.of(DataField.FIGURE), null, 2L);
    legal(
        new RecordRequest(
            ID,
            START,
            Channel.OFFICIAL_LETTER,
            null,
            "CQDT-VI-DU-01",
            AgencyKind.INVESTIGATION_AGENCY,
            null,
            null,
            "Nguyễn Văn Mẫu",
            "0001/CV-MAU",
            null,
            "Số liệu (ví dụ)",
            null,
            CaseType.CRIMINAL,
            Priority.ROUTINE,
            false,
            Urgency.NORMAL,
            Secrecy.NORMAL,
            null,
            List.of(figures),
            List.of()));
  }

  @AfterEach
  void forgetAnswers() {
    reset(store, vault, register);
  }

  private UUID legal(RequestCommand command) {
    return told.does(actor("legal"), ActorRole.LEGAL, command);
  }

  private UUID approve(ActKind act, UUID prepared) {
    return told.does(
        actor("approver"), ActorRole.APPROVER, new ApproveAct(ID, act, prepared, null));
  }

  private Actor actor(String user) {
    return actors.actorFor("demo", user);
  }

  private JsonNode view() throws Exception {
    MockHttpServletResponse response =
        mvc.perform(as("legal", GET, "/api/v1/ledgers/demo/requests/" + ID))
            .andReturn()
            .getResponse();
    assertThat(response.getStatus()).isEqualTo(200);
    return JSON.readTree(response.getContentAsString(StandardCharsets.UTF_8));
  }

  private static JsonNode action(JsonNode view, String command) {
    return view.path("actions")
        .valueStream()
        .filter(action -> action.path("command").asString().equals(command))
        .findFirst()
        .orElseThrow();
  }

  /** The delivery's event id. */
  private UUID closed() {
    legal(
        new VerifyAuthority(
            ID,
            VerificationMethod.SEAL_OR_DOCUMENT,
            null,
            VerificationOutcome.VERIFIED,
            null,
            null));
    ItemScope scope = new ItemScope(1, List.of(), List.of(DataField.FIGURE), null, 2L);
    approve(ActKind.ACCEPTANCE, legal(new PrepareAcceptance(ID, List.of(scope), null)));
    Handover all = new Handover(1, true, List.of(), List.of(DataField.FIGURE), null, 1, null, null);
    UUID prepared = legal(new PrepareDelivery(ID, Channel.PORTAL, null, List.of(all), null));
    UUID delivery = approve(ActKind.DELIVERY, prepared);
    legal(new CloseRequest(ID, null, null));
    return delivery;
  }

  @Test
  void aLongCorrectionIsShownWhole() throws Exception {
    RequestedItem crowd =
        new RequestedItem(
            ItemKind.SUBSCRIBER_DATA,
            Collections.nCopies(900, new RequestedTarget("0900000001")),
            List.of(DataField.SUBSCRIBER_NAME),
            null,
            null);
    RequestedItem more =
        new RequestedItem(ItemKind.DOCUMENT, List.of(), List.of(DataField.DOCUMENT_COPY), null, 1L);
    Changes changes =
        Changes.of(draft -> {
          draft.receivingAgency = "CQDT-VI-DU-02";
          draft.items = List.of(new CorrectedItem(1, crowd), new CorrectedItem(2, more));
        });
    UUID recorded = told.events.getFirst().header().id();
    UUID prepared =
        legal(
            new PrepareCorrection(
                ID, recorded, null, ErrorSeverity.RECORDABLE, "Nhầm (ví dụ)", null, changes, null));
    assertThat(told.events).as("one entry has no room for it").hasSize(5);
    approve(ActKind.CORRECTION, prepared);

    JsonNode correction = view().at("/corrections/0");
    assertThat(view().path("corrections")).hasSize(1);
    assertThat(correction.path("outcome").asString()).isEqualTo("APPROVED");
    assertThat(correction.path("changes").valueStream().map(c -> c.path("member").asString()))
        .containsExactly("receivingAgency", "items/1", "items/2");
    JsonNode targets = correction.at("/changes/1/corrected/targets");
    assertThat(targets).hasSize(900);
    for (int i = 0; i < targets.size(); i++) {
      assertThat(targets.path(i).path("ordinal").asInt()).isEqualTo(i + 1);
      assertThat(targets.path(i).path("identifier").asString()).isEqualTo("0900000001");
    }
    assertThat(view().at("/items/0/asked/targets")).hasSize(900);
    MockHttpServletResponse response =
        mvc.perform(as("legal", GET, "/api/v1/ledgers/demo/requests/" + ID + "/events"))
            .andReturn()
            .getResponse();
    JsonNode events = JSON.readTree(response.getContentAsString(StandardCharsets.UTF_8));
    assertThat(events.valueStream().map(event -> event.path("corrects").asString("")))
        .as("each entry of it says what it corrects")
        .filteredOn(recorded.toString()::equals)
        .hasSize(4);
  }

  @Test
  void aDeliveryThatFailedAfterClosingShowsAndAsksForTheReopening() throws Exception {
    UUID delivery = closed();
    JsonNode before = view();
    assertThat(before.has("undelivered")).isFalse();
    assertThat(action(before, "record-receipt").path("allowed").asBoolean()).isTrue();
    legal(new RecordReceipt(ID, delivery, ReceiptOutcome.FAILED, null, null, null));

    JsonNode view = view();
    assertThat(view.path("state").asString()).isEqualTo("CLOSED");
    assertThat(view.path("undelivered").toString()).isEqualTo("[1]");
    assertThat(view.has("answeredAt")).isFalse();
    assertThat(view.at("/items/0/state").asString()).isEqualTo("APPROVED");
    for (String command : List.of("close", "prepare-delivery", "verify-authority")) {
      assertThat(action(view, command).path("rule").asString()).isEqualTo("reopening-first");
    }
    assertThat(action(view, "close").path("reasonVi").asString()).contains("mở lại");
    assertThat(action(view, "reopen").path("allowed").asBoolean()).isTrue();

    legal(new ReopenRequest(ID, List.of(1), "Không đến nơi (ví dụ)", null, null));
    JsonNode reopened = view();
    assertThat(reopened.has("undelivered")).isFalse();
    assertThat(reopened.at("/items/0/state").asString()).isEqualTo("RECEIVED");
  }
}
