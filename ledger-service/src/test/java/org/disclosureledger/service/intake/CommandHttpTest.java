package org.disclosureledger.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.POST;

import java.util.stream.Stream;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.request.command.ApproveAct;
import org.disclosureledger.service.request.command.CloseRequest;
import org.disclosureledger.service.request.command.PrepareAcceptance;
import org.disclosureledger.service.request.command.PrepareDelivery;
import org.disclosureledger.service.request.command.PrepareRefusal;
import org.disclosureledger.service.request.command.RecordReceipt;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.command.ReturnAct;
import org.disclosureledger.service.request.command.VerifyAuthority;
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
        Arguments.of("prepare-acceptance", "prepareAcceptance", PrepareAcceptance.class),
        Arguments.of("approve-acceptance", "approveAcceptance", ApproveAct.class),
        Arguments.of("return-acceptance", "returnAcceptance", ReturnAct.class),
        Arguments.of("prepare-refusal", "prepareRefusal", PrepareRefusal.class),
        Arguments.of("approve-refusal", "approveRefusal", ApproveAct.class),
        Arguments.of("return-refusal", "returnRefusal", ReturnAct.class),
        Arguments.of("prepare-delivery", "prepareDelivery", PrepareDelivery.class),
        Arguments.of("approve-delivery", "approveDelivery", ApproveAct.class),
        Arguments.of("return-delivery", "returnDelivery", ReturnAct.class),
        Arguments.of("record-receipt", "recordReceipt", RecordReceipt.class),
        Arguments.of("close", "closeRequest", CloseRequest.class));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void eachExampleBecomesItsCommand(
      String path, String operation, Class<? extends RequestCommand> command) throws Exception {
    MockHttpServletResponse response =
        send(REQUESTS + "/" + ID + "/" + path, example(operation + ".request.json"), null);

    assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(200);
    assertThat(response.getHeader("ETag")).isEqualTo("\"7\"");
    assertThat(dispatcher.commands).hasSize(1);
    assertThat(dispatcher.commands.getFirst()).isInstanceOf(command);
    assertThat(dispatcher.commands.getFirst().requestId()).hasToString(ID);
    assertThat(dispatcher.callers.getFirst().role()).isEqualTo(ActorRole.LEGAL);
  }

  @Test
  void everyCommandOfTheDomainHasAPath() {
    assertThat(RequestCommand.class.getPermittedSubclasses())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of(RecordRequest.class), commands().map(c -> (Class<?>) c.get()[2]))
                .toList());
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
    String approve = example("approveAcceptance.request.json");
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
