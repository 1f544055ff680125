package org.disclosureledger.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.POST;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.disclosureledger.service.agency.AgencyCode;
import org.disclosureledger.service.agency.AgencyRule;
import org.disclosureledger.service.agency.command.AgencyCommand;
import org.disclosureledger.service.agency.command.AmendAgency;
import org.disclosureledger.service.agency.command.RegisterAgency;
import org.disclosureledger.service.agency.command.RegisterOfficer;
import org.disclosureledger.service.agency.command.RetireContact;
import org.disclosureledger.service.agency.command.RetireOfficer;
import org.disclosureledger.service.agency.command.SucceedAgency;
import org.disclosureledger.service.agency.command.VerifyContact;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.LedgerCommand;
import org.disclosureledger.service.envelope.RefusalRule;
import org.disclosureledger.service.erasure.RetentionRule;
import org.disclosureledger.service.form.FormRule;
import org.disclosureledger.service.grant.GrantRule;
import org.disclosureledger.service.oversight.OversightRule;
import org.disclosureledger.service.oversight.command.ApproveOversightCorrection;
import org.disclosureledger.service.oversight.command.ForwardNotice;
import org.disclosureledger.service.oversight.command.OversightCommand;
import org.disclosureledger.service.oversight.command.PrepareOversightCorrection;
import org.disclosureledger.service.oversight.command.RecordDrill;
import org.disclosureledger.service.oversight.command.RecordInspection;
import org.disclosureledger.service.oversight.command.RecordNotice;
import org.disclosureledger.service.oversight.command.ReturnOversightCorrection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands on agencies, inspections, drills and voluntary reports. */
@ExtendWith(OutputCaptureExtension.class)
class RegisterCommandsHttpTest extends HttpTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String LEDGER = "/api/v1/ledgers/demo";
  private static final String AGENCY = LEDGER + "/agencies/cqdt-vi-du-01";
  private static final String ID = "01990b10-4d30-7e33-8f40-8c9d0e1f2031";

  record Row(String user, String operation, String path, Class<? extends LedgerCommand> command) {
    @Override
    public String toString() {
      return operation;
    }
  }

  static Stream<Row> rows() {
    return Stream.of(
        new Row("admin", "registerAgency", LEDGER + "/agencies", RegisterAgency.class),
        new Row("admin", "amendAgency", AGENCY + "/amend", AmendAgency.class),
        new Row("admin", "succeedAgency", AGENCY + "/succeed", SucceedAgency.class),
        new Row("admin", "verifyContact", AGENCY + "/verify-contact", VerifyContact.class),
        new Row("admin", "retireContact", AGENCY + "/retire-contact", RetireContact.class),
        new Row("admin", "registerOfficer", AGENCY + "/register-officer", RegisterOfficer.class),
        new Row("admin", "retireOfficer", AGENCY + "/retire-officer", RetireOfficer.class),
        new Row("supervisor", "recordInspection", LEDGER + "/inspections", RecordInspection.class),
        correction("auditor", "prepareInspectionCorrection", "inspections/prepare"),
        decision("supervisor", "approve", "Inspection", ApproveOversightCorrection.class),
        decision("auditor", "return", "Inspection", ReturnOversightCorrection.class),
        new Row("supervisor", "recordDrill", LEDGER + "/drills", RecordDrill.class),
        correction("supervisor", "prepareDrillCorrection", "drills/prepare"),
        decision("supervisor", "approve", "Drill", ApproveOversightCorrection.class),
        decision("supervisor", "return", "Drill", ReturnOversightCorrection.class),
        new Row("legal", "recordNotice", LEDGER + "/notices", RecordNotice.class),
        correction("legal", "prepareNoticeCorrection", "notices/prepare"),
        decision("approver", "approve", "Notice", ApproveOversightCorrection.class),
        decision("approver", "return", "Notice", ReturnOversightCorrection.class),
        new Row("legal", "forwardNotice", at("notices/forward"), ForwardNotice.class));
  }

  private static Row correction(String user, String operation, String path) {
    return new Row(user, operation, at(path + "-correction"), PrepareOversightCorrection.class);
  }

  private static Row decision(
      String user, String decision, String kind, Class<? extends LedgerCommand> command) {
    String path = at(kind.toLowerCase(Locale.ROOT) + "s/" + decision + "-correction");
    return new Row(user, decision + kind + "Correction", path, command);
  }

  private static String at(String path) {
    return LEDGER + "/" + path.replace("/", "/" + ID + "/");
  }

  private MockHttpServletResponse send(Row row, @Nullable String key, @Nullable String version)
      throws Exception {
    var builder =
        as(row.user(), POST, row.path())
            .contentType("application/json")
            .content(example(row.operation() + ".request.json"));
    if (key != null) {
      builder.header("Idempotency-Key", key);
    }
    if (version != null) {
      builder.header("If-Match", version);
    }
    return mvc.perform(builder).andReturn().getResponse();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void eachExampleBecomesItsCommandAndIsAnsweredWithItsPlaceInTheLog(Row row) throws Exception {
    MockHttpServletResponse response = send(row, null, null);

    boolean begins = row.operation().startsWith("re") && !row.path().contains("/" + ID);
    boolean created = begins && !row.path().startsWith(AGENCY);
    assertThat(response.getStatus())
        .as(response.getContentAsString())
        .isEqualTo(created ? 201 : 200);
    assertThat(response.getHeader("ETag")).isEqualTo("\"7\"");
    LedgerCommand command = dispatcher.all.getFirst();
    assertThat(command).isInstanceOf(row.command());
    JsonNode answer = JSON.readTree(response.getContentAsByteArray());
    assertThat(answer.path("stream").asString()).isEqualTo(command.stream().value());
    assertThat(answer.path("receipt").asString()).isEqualTo("/ledgers/demo/receipts/41");
    assertThat(new TreeSet<>(answer.propertyNames()))
        .isEqualTo(
            new TreeSet<>(
                JSON.readTree(example(row.operation() + ".response.json")).propertyNames()));
    if (command instanceof AgencyCommand agency) {
      assertThat(agency.agency()).isEqualTo(new AgencyCode("CQDT-VI-DU-01"));
    } else if (command instanceof OversightCommand oversight) {
      assertThat(row.path().contains(ID)).isEqualTo(oversight.id().toString().equals(ID));
      assertThat(oversight.id().version()).isEqualTo(7);
      assertThat(row.path()).startsWith(LEDGER + "/" + oversight.stream().value().split("/")[0]);
    }
    assertThat(dispatcher.callers.getFirst().role().code()).isEqualTo(row.user());
  }

  @Test
  void everyCommandHasAPath() {
    assertThat(rows().map(Row::command).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(AgencyCommand.class, OversightCommand.class)
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                .<Class<? extends LedgerCommand>>map(c -> c.asSubclass(LedgerCommand.class))
                .toList());
  }

  @Test
  void whatBeganIsFoundWhereTheAnswerSays() throws Exception {
    for (Row row : rows().toList()) {
      String location = send(row, null, null).getHeader("Location");
      switch (row.operation()) {
        case "registerAgency" -> assertThat(location).isEqualTo(LEDGER + "/agencies/CQDT-VI-DU-01");
        case "recordInspection", "recordDrill", "recordNotice" ->
            assertThat(location).matches(row.path() + "/[0-9a-f-]{36}");
        default -> assertThat(location).isNull();
      }
    }
  }

  @Test
  void aRepetitionNamesWhatTheFirstBegan() throws Exception {
    Row drill = rows().filter(row -> row.operation().equals("recordDrill")).findFirst().get();
    MockHttpServletResponse first = send(drill, "key-1", null);
    MockHttpServletResponse second = send(drill, "key-1", null);
    assertThat(second.getHeader("Idempotency-Replayed")).isEqualTo("true");
    assertThat(second.getHeader("Location")).isEqualTo(first.getHeader("Location"));
    assertThat(second.getContentAsString()).isEqualTo(first.getContentAsString());
    assertThat(dispatcher.all).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theVersionSeenIsPassedOn(Row row) throws Exception {
    assertThat(send(row, null, "\"6\"").getStatus()).isIn(200, 201);
    assertThat(send(row, null, "\"5\"").getStatus()).isEqualTo(412);
  }

  @Test
  void aCodeWithASlashIsWrittenWithATilde() throws Exception {
    String body = example("registerAgency.request.json").replace("CQDT-VI-DU-01", "ca/vi-du");
    MockHttpServletResponse response =
        mvc.perform(
                as("admin", POST, LEDGER + "/agencies")
                    .contentType("application/json")
                    .content(body))
            .andReturn()
            .getResponse();
    assertThat(response.getHeader("Location")).isEqualTo(LEDGER + "/agencies/CA~VI-DU");
    Row amend =
        new Row("admin", "amendAgency", LEDGER + "/agencies/ca~vi-du/amend", AmendAgency.class);
    assertThat(send(amend, null, null).getStatus()).isEqualTo(200);
    assertThat(dispatcher.all.get(0).stream()).isEqualTo(dispatcher.all.get(1).stream());
  }

  @ParameterizedTest
  @ValueSource(strings = {"registerAgency", "amendAgency"})
  void aProvinceIsTwoDigitsAndMayBeAbsent(String operation) throws Exception {
    Row row = rows().filter(each -> each.operation().equals(operation)).findFirst().orElseThrow();
    String body = example(operation + ".request.json");
    assertThat(post(row, body).getStatus()).isIn(200, 201);
    assertThat(post(row, body.replace("\"province\": \"24\",", "")).getStatus()).isIn(200, 201);
    assertThat(dispatcher.all)
        .extracting(RegisterCommandsHttpTest::province)
        .containsExactly("24", null);
    for (String wrong : List.of("\"Hue\"", "\"1\"", "\"001\"", "\"٢٤\"", "\"\"")) {
      MockHttpServletResponse refused = post(row, body.replace("\"24\"", wrong));
      assertThat(refused.getStatus()).as(wrong).isEqualTo(400);
      assertThat(refused.getContentAsString()).contains("/problems/member-invalid");
    }
  }

  private static @Nullable String province(LedgerCommand command) {
    return switch (command) {
      case RegisterAgency register -> register.province();
      case AmendAgency amend -> amend.province();
      default -> throw new AssertionError("no such command");
    };
  }

  private MockHttpServletResponse post(Row row, String body) throws Exception {
    return mvc.perform(
            as(row.user(), POST, row.path()).contentType("application/json").content(body))
        .andReturn()
        .getResponse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a%20b", "-", "~", "C%C4%90", "A..B"})
  void aPathThatIsNoCodeIsRefused(String code) throws Exception {
    Row row =
        new Row("admin", "amendAgency", LEDGER + "/agencies/" + code + "/amend", AmendAgency.class);
    MockHttpServletResponse response = send(row, null, null);
    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(response.getContentAsString()).contains("/problems/member-invalid");
    assertThat(dispatcher.all).isEmpty();
  }

  @Test
  void everyRefusalHasItsProblemTypeAndBothTitles() throws Exception {
    Row row = rows().findFirst().orElseThrow();
    Stream<RefusalRule> rules =
        Stream.<RefusalRule[]>of(
                AgencyRule.values(),
                OversightRule.values(),
                FormRule.values(),
                GrantRule.values(),
                RetentionRule.values())
            .flatMap(Arrays::stream);
    for (RefusalRule rule : rules.toList()) {
      dispatcher.failure = new CommandRefused(rule, "why");
      JsonNode problem = JSON.readTree(send(row, null, null).getContentAsByteArray());
      assertThat(problem.path("status").asInt()).isEqualTo(rule.status());
      assertThat(problem.path("type").asString()).endsWith("/problems/" + rule.code());
      assertThat(problem.path("title").asString()).isEqualTo(rule.titleVi()).isNotBlank();
      assertThat(problem.path("titleEn").asString()).isEqualTo(rule.titleEn()).isNotBlank();
    }
  }

  @Test
  void noStarredValueStandsInALogOrAnAnswer(CapturedOutput output) throws Exception {
    Set<String> secrets =
        Set.of("0900000001", "Nguyễn Văn Thí Dụ", "Trần Thị Ví Dụ", "Đạt yêu cầu");
    for (Row row : rows().toList()) {
      dispatcher.failure = null;
      String accepted = text(send(row, null, null));
      dispatcher.failure = new IllegalStateException("as " + dispatcher.all.getLast());
      assertThat(accepted + text(send(row, null, null))).doesNotContain(secrets);
    }
    assertThat(output.getAll()).contains("IllegalStateException").doesNotContain(secrets);
  }

  private static String text(MockHttpServletResponse response) {
    return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
