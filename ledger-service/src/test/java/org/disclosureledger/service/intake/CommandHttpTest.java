package org.disclosureledger.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.POST;

import java.util.stream.Stream;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.request.command.ApproveAct;
import org.disclosureledger.service.request.command.AskClarification;
import org.disclosureledger.service.request.command.AttachDocument;
import org.disclosureledger.service.request.command.CancelRequest;
import org.disclosureledger.service.request.command.CloseRequest;
import org.disclosureledger.service.request.command.ConfirmInWriting;
import org.disclosureledger.service.request.command.IssueReminder;
import org.disclosureledger.service.request.command.LinkRequest;
import org.disclosureledger.service.request.command.MissWriting;
import org.disclosureledger.service.request.command.PrepareAcceptance;
import org.disclosureledger.service.request.command.PrepareCorrection;
import org.disclosureledger.service.request.command.PrepareDelivery;
import org.disclosureledger.service.request.command.PrepareEmergency;
import org.disclosureledger.service.request.command.PrepareExtension;
import org.disclosureledger.service.request.command.PrepareMeasure;
import org.disclosureledger.service.request.command.PrepareNoData;
import org.disclosureledger.service.request.command.PrepareRefusal;
import org.disclosureledger.service.request.command.ReceiveClarification;
import org.disclosureledger.service.request.command.RecomputeDeadline;
import org.disclosureledger.service.request.command.RecordError;
import org.disclosureledger.service.request.command.RecordReceipt;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.command.ReopenRequest;
import org.disclosureledger.service.request.command.ReportObstacle;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.command.ReturnAct;
import org.disclosureledger.service.request.command.VerifyAuthority;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.Changes;
import org.disclosureledger.service.vocabulary.Priority;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandHttpTest extends HttpTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String REQUESTS = "/api/v1/ledgers/demo/requests";
  private static final String ID = "01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f";
  private static final String RECORD = example("recordRequest.request.json");

  static Stream<Arguments> commands() {
    return Stream.of(
        Arguments.of("verify-authority", "verifyAuthority", VerifyAuthority.class),
        Arguments.of("ask-clarification", "askClarification", AskClarification.class),
        Arguments.of("receive-clarification", "receiveClarification", ReceiveClarification.class),
        Arguments.of("confirm-in-writing", "confirmInWriting", ConfirmInWriting.class),
        Arguments.of("prepare-acceptance", "prepareAcceptance", PrepareAcceptance.class),
        Arguments.of("prepare-emergency", "prepareEmergency", PrepareEmergency.class),
        Arguments.of("prepare-refusal", "prepareRefusal", PrepareRefusal.class),
        Arguments.of("prepare-extension", "prepareExtension", PrepareExtension.class),
        Arguments.of("prepare-delivery", "prepareDelivery", PrepareDelivery.class),
        Arguments.of("prepare-no-data", "prepareNoData", PrepareNoData.class),
        Arguments.of("prepare-measure", "prepareMeasure", PrepareMeasure.class),
        Arguments.of("prepare-correction", "prepareCorrection", PrepareCorrection.class),
        Arguments.of("approve-acceptance", "approveAct", ApproveAct.class),
        Arguments.of("return-acceptance", "returnAct", ReturnAct.class),
        Arguments.of("record-receipt", "recordReceipt", RecordReceipt.class),
        Arguments.of("cancel", "cancelRequest", CancelRequest.class),
        Arguments.of("close", "closeRequest", CloseRequest.class),
        Arguments.of("reopen", "reopenRequest", ReopenRequest.class),
        Arguments.of("report-obstacle", "reportObstacle", ReportObstacle.class),
        Arguments.of("link", "linkRequest", LinkRequest.class),
        Arguments.of("record-error", "recordError", RecordError.class),
        Arguments.of("issue-reminder", "issueReminder", IssueReminder.class));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void eachExampleBecomesItsCommand(
      String path, String operation, Class<? extends RequestCommand> command) throws Exception {
    boolean reminder = command == IssueReminder.class;
    MockHttpServletResponse response =
        mvc.perform(
                as(reminder ? "supervisor" : "legal", POST, REQUESTS + "/" + ID + "/" + path)
                    .contentType("application/json")
                    .content(example(operation + ".request.json")))
            .andReturn()
            .getResponse();

    assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(200);
    assertThat(response.getHeader("ETag")).isEqualTo("\"7\"");
    assertThat(dispatcher.commands).hasSize(1);
    assertThat(dispatcher.commands.getFirst()).isInstanceOf(command);
    assertThat(dispatcher.commands.getFirst().requestId()).hasToString(ID);
    assertThat(dispatcher.callers.getFirst().role())
        .isEqualTo(reminder ? ActorRole.SUPERVISOR : ActorRole.LEGAL);
  }

  @Test
  void everyCommandOfTheDomainHasAPath() {
    assertThat(RequestCommand.class.getPermittedSubclasses())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    // A document is uploaded; what was missed, and what is counted again, only the
                    // system records.
                    Stream.of(
                        RecordRequest.class,
                        AttachDocument.class,
                        MissWriting.class,
                        RecomputeDeadline.class),
                    commands().map(c -> (Class<?>) c.get()[2]))
                .toList());
  }

  @Test
  void everyActIsApprovedAndSentBackUnderItsName() throws Exception {
    for (ActKind act : ActKind.values()) {
      dispatcher.clear();
      String on = REQUESTS + "/" + ID;
      assertThat(send(on + "/approve-" + act.code(), example("approveAct.request.json"), null))
          .satisfies(response -> assertThat(response.getStatus()).isEqualTo(200));
      assertThat(send(on + "/return-" + act.code(), example("returnAct.request.json"), null))
          .satisfies(response -> assertThat(response.getStatus()).isEqualTo(200));
      assertThat(((ApproveAct) dispatcher.commands.get(0)).act()).isEqualTo(act);
      assertThat(((ReturnAct) dispatcher.commands.get(1)).act()).isEqualTo(act);
    }
  }

  @Test
  void aCorrectionCarriesWhatItChanges() throws Exception {
    send(
        REQUESTS + "/" + ID + "/prepare-correction",
        example("prepareCorrection.request.json"),
        null);
    PrepareCorrection correction = (PrepareCorrection) dispatcher.commands.getFirst();
    Changes changes = java.util.Objects.requireNonNull(correction.changes());
    assertThat(changes.receivedAt()).isEqualTo(java.time.Instant.parse("2026-11-03T01:55:00Z"));
    assertThat(changes.receivingAgency()).isEqualTo("CQDT-VI-DU-02");
    assertThat(changes.priority()).isEqualTo(Priority.HIGH);
    assertThat(changes.emergency()).isFalse();
    assertThat(changes.secrecy()).isEqualTo(Secrecy.NORMAL);
    assertThat(changes.dueStated()).isEqualTo(java.time.Instant.parse("2026-11-05T10:00:00Z"));
    assertThat(changes.items().getFirst().ordinal()).isEqualTo(1);
    assertThat(changes.items().getFirst().item().targets().getFirst().identifier())
        .isEqualTo("0900000002");
  }

  @Test
  void aRecordedRequestIsAnsweredWithItsPlaceInTheLog() throws Exception {
    MockHttpServletResponse response = send(REQUESTS, RECORD, null);

    assertThat(response.getStatus()).isEqualTo(201);
    JsonNode answer = JSON.readTree(response.getContentAsByteArray());
    String id = answer.path("requestId").asString();
    assertThat(response.getHeader("Location")).isEqualTo(REQUESTS + "/" + id);
    assertThat(answer.path("firstLeafIndex").asLong()).isEqualTo(41);
    assertThat(answer.path("entryCount").asInt()).isEqualTo(2);
    assertThat(answer.path("sequence").asLong()).isEqualTo(7);
    assertThat(answer.path("receipt").asString()).isEqualTo("/ledgers/demo/receipts/41");
    assertThat(dispatcher.commands.getFirst().requestId()).hasToString(id);
    assertThat(dispatcher.commands.getFirst().requestId().version()).isEqualTo(7);
    assertThat(response.getHeader("Idempotency-Replayed")).isNull();
  }

  @Test
  void theSameKeyAndBodyGetTheSameAnswer() throws Exception {
    MockHttpServletResponse first = send(REQUESTS, RECORD, "key-1");
    MockHttpServletResponse second = send(REQUESTS, RECORD, "key-1");

    assertThat(second.getStatus()).isEqualTo(201);
    assertThat(second.getHeader("Idempotency-Replayed")).isEqualTo("true");
    assertThat(second.getContentAsString()).isEqualTo(first.getContentAsString());
    assertThat(second.getHeader("Location")).isEqualTo(first.getHeader("Location"));
    assertThat(dispatcher.commands).hasSize(1);
  }

  @Test
  void theSameKeyWithAnotherBodyOrAnotherPathIsRefused() throws Exception {
    String approve = example("approveAct.request.json");
    send(REQUESTS + "/" + ID + "/approve-acceptance", approve, "key-1");

    assertThat(send(REQUESTS + "/" + ID + "/approve-acceptance", approve + " ", "key-1"))
        .satisfies(CommandHttpTest::isKeyReused);
    assertThat(send(REQUESTS + "/" + ID + "/approve-refusal", approve, "key-1"))
        .satisfies(CommandHttpTest::isKeyReused);
    assertThat(
            send(REQUESTS + "/" + ID.replace("5f", "60") + "/approve-acceptance", approve, "key-1"))
        .satisfies(CommandHttpTest::isKeyReused);
    assertThat(dispatcher.commands).hasSize(1);
  }

  @Test
  void aKeyBelongsToItsCaller() throws Exception {
    send(REQUESTS, RECORD, "key-1");
    MockHttpServletResponse other =
        mvc.perform(
                as("approver", POST, REQUESTS)
                    .contentType("application/json")
                    .content(RECORD)
                    .header("Idempotency-Key", "key-1"))
            .andReturn()
            .getResponse();
    assertThat(other.getStatus()).isEqualTo(201);
    assertThat(other.getHeader("Idempotency-Replayed")).isNull();
    assertThat(dispatcher.callers.get(0).actor()).isNotEqualTo(dispatcher.callers.get(1).actor());
  }

  @Test
  void withoutAKeyEachCallIsNew() throws Exception {
    send(REQUESTS, RECORD, null);
    send(REQUESTS, RECORD, null);
    assertThat(dispatcher.commands).hasSize(2);
  }

  @Test
  void theVersionSeenIsPassedOn() throws Exception {
    String path = REQUESTS + "/" + ID + "/close";
    String body = example("closeRequest.request.json");
    assertThat(mvc.perform(post(path, body).header("If-Match", "\"6\"")).andReturn().getResponse())
        .satisfies(response -> assertThat(response.getStatus()).isEqualTo(200));
    assertThat(mvc.perform(post(path, body).header("If-Match", "*")).andReturn().getResponse())
        .satisfies(response -> assertThat(response.getStatus()).isEqualTo(200));
    assertThat(mvc.perform(post(path, body).header("If-Match", "\"5\"")).andReturn().getResponse())
        .satisfies(response -> assertThat(response.getStatus()).isEqualTo(412));
  }

  @Test
  void textIsNormalisedAtInput() throws Exception {
    String decomposed = RECORD.replace("Nguyễn Văn Thí Dụ", "Nguye\u0302\u0303n");
    send(REQUESTS, decomposed, null);
    assertThat(((RecordRequest) dispatcher.commands.getFirst()).officer()).isEqualTo("Nguyễn");
  }

  private MockHttpServletResponse send(
      String path, String body, @org.jspecify.annotations.Nullable String key) throws Exception {
    var builder = post(path, body);
    if (key != null) {
      builder.header("Idempotency-Key", key);
    }
    return mvc.perform(builder).andReturn().getResponse();
  }

  private static void isKeyReused(MockHttpServletResponse response) {
    assertThat(response.getStatus()).isEqualTo(422);
    assertThat(
            new String(response.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("/problems/idempotency-key-reused");
  }
}
