package org.disclosureledger.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;
import static org.springframework.http.HttpMethod.GET;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.disclosure.ActorRegistry;
import org.disclosureledger.service.disclosure.DisclosureVault;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.register.RegisterLink;
import org.disclosureledger.service.register.RegisterLinks;
import org.disclosureledger.service.register.RegisterQuery;
import org.disclosureledger.service.request.command.ApproveAct;
import org.disclosureledger.service.request.command.PrepareCorrection;
import org.disclosureledger.service.request.command.PrepareEmergency;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.command.VerifyAuthority;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.Changes;
import org.disclosureledger.service.request.content.CorrectedItem;
import org.disclosureledger.service.request.content.ItemScope;
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
import org.disclosureledger.service.vocabulary.LinkRelation;
import org.disclosureledger.service.vocabulary.Priority;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.disclosureledger.service.vocabulary.Urgency;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request by phone in an emergency, told as the domain decided it, behind the HTTP door. */
abstract class ToldRequestHttpTest extends HttpTest {
  static final JsonMapper JSON = JsonMapper.builder().build();
  static final UUID ID = UUID.fromString("01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f");
  static final UUID OTHER = UUID.fromString("01990a3c-5b7e-7d21-9c44-0a1b2c3d4e60");
  static final Instant START = Instant.parse("2026-11-03T02:00:00Z");
  static final String HEX = "ab".repeat(32);

  @Autowired EntryStore store;
  @Autowired DisclosureVault vault;
  @Autowired RegisterQuery register;
  @Autowired ActorRegistry actors;

  final ToldStream told = new ToldStream(ID, START, Set.of(OTHER));

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

  static RequestedItem item(ItemKind kind, String identifier) {
    return new RequestedItem(
        kind,
        List.of(new RequestedTarget(identifier)),
        List.of(DataField.SUBSCRIBER_NAME),
        null,
        2L);
  }

  final UUID legal(RequestCommand command) {
    return told.does(actor("legal"), ActorRole.LEGAL, command);
  }

  final void approve(ActKind act, UUID prepared) {
    told.does(actor("approver"), ActorRole.APPROVER, new ApproveAct(ID, act, prepared, null));
  }

  final Actor actor(String user) {
    return actors.actorFor("demo", user);
  }

  final UUID correction() {
    Changes changes =
        Changes.of(draft -> {
          draft.receivedAt = START.minusSeconds(600);
          draft.officer = "Trần Thị Mẫu";
          draft.items = List.of(new CorrectedItem(1, item(ItemKind.SUBSCRIBER_DATA, "0900000002")));
        });
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

  final JsonNode view(String user) throws Exception {
    MockHttpServletResponse response = get(user, "");
    assertThat(response.getStatus()).isEqualTo(200);
    return JSON.readTree(response.getContentAsString(StandardCharsets.UTF_8));
  }

  final MockHttpServletResponse get(String user, String rest) throws Exception {
    return mvc.perform(as(user, GET, "/api/v1/ledgers/demo/requests/" + ID + rest))
        .andReturn()
        .getResponse();
  }

  /** By the number of our own register. */
  static VerifyAuthority verified() {
    return new VerifyAuthority(
        ID,
        VerificationMethod.CALL_BACK,
        ToldStream.CONTACT,
        VerificationOutcome.VERIFIED,
        null,
        null);
  }

  final void verifyAndAccept() {
    legal(verified());
    List<ItemScope> scopes =
        List.of(
            new ItemScope(1, List.of(1), List.of(DataField.SUBSCRIBER_NAME), null, 2L),
            new ItemScope(2, List.of(1), List.of(DataField.SUBSCRIBER_NAME), null, 2L));
    approve(ActKind.EMERGENCY, legal(new PrepareEmergency(ID, scopes, null)));
  }
}
