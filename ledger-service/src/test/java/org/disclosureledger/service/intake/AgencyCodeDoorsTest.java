package org.disclosureledger.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.disclosureledger.service.agency.AgencyCode;
import org.disclosureledger.service.agency.command.AgencyCommand;
import org.disclosureledger.service.agency.command.SucceedAgency;
import org.disclosureledger.service.agencyregister.AgencyQuery;
import org.disclosureledger.service.agencyregister.PredecessorQuery;
import org.disclosureledger.service.envelope.LedgerCommand;
import org.disclosureledger.service.oversight.command.ForwardNotice;
import org.disclosureledger.service.oversight.command.PrepareOversightCorrection;
import org.disclosureledger.service.oversight.command.RecordInspection;
import org.disclosureledger.service.oversight.content.InspectionContent;
import org.disclosureledger.service.reconciliation.command.RecordReconciliation;
import org.disclosureledger.service.reconciliationregister.ReconciliationQuery;
import org.disclosureledger.service.register.RegisterQuery;
import org.disclosureledger.service.request.AgencyStanding;
import org.disclosureledger.service.request.command.PrepareCorrection;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.sealing.EntryStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/** Every door by which an agency's code comes in, tried with one in lower case and with space. */
class AgencyCodeDoorsTest extends HttpTest {
  private static final String LEDGER = "/api/v1/ledgers/demo";
  private static final String TYPED = " toa-Mau/1 ";
  private static final String CODE = "TOA-MAU/1";
  private static final String IN_PATH = "%20toa-Mau~1%20";
  private static final String ID = "01990b10-4d30-7e33-8f40-8c9d0e1f2031";

  @Autowired RegisterQuery register;
  @Autowired ReconciliationQuery reconciliations;
  @Autowired PredecessorQuery predecessors;
  @Autowired AgencyQuery agencies;
  @Autowired EntryStore store;

  @AfterEach
  void forgetAnswers() {
    reset(register, reconciliations, predecessors, agencies, store);
  }

  record Door(
      String user, String path, String body, Function<LedgerCommand, @Nullable String> code) {
    @Override
    public String toString() {
      return path;
    }
  }

  private static Door path(String operation, String last) {
    return new Door(
        "admin",
        "/agencies/" + IN_PATH + "/" + last,
        example(operation + ".request.json"),
        command -> ((AgencyCommand) command).agency().value());
  }

  /** The example with one code, as typed, in the place of every value of the member. */
  private static String typed(String operation, String member) {
    String body = example(operation + ".request.json");
    String changed =
        body.replaceAll(
            "\"" + member + "\"\\s*:\\s*\"[^\"]*\"", "\"" + member + "\":\"" + TYPED + '"');
    assertThat(changed).as("%s has %s", operation, member).isNotEqualTo(body);
    return changed;
  }

  static Stream<Door> doors() {
    String agency = "\"requestingAgency\":{\"code\":\"" + TYPED + "\",\"kind\":\"COURT\"}";
    String request =
        example("recordRequest.request.json")
            .replaceFirst("\"requestingAgency\"\\s*:\\s*\\{[^}]*}", agency);
    String receiving = request.replaceFirst("\\{", "{\"receivingAgency\":\"" + TYPED + "\",");
    String correction =
        "{\"corrects\":\""
            + ID
            + "\",\"severity\":\"RECORDABLE\",\"reason\":\"nhầm\",\"statement\":\"đúng\","
            + "\"changes\":{"
            + agency
            + "}}";
    return Stream.of(
        new Door(
            "admin",
            "/agencies",
            typed("registerAgency", "code"),
            command -> ((AgencyCommand) command).agency().value()),
        path("amendAgency", "amend"),
        path("succeedAgency", "succeed"),
        path("verifyContact", "verify-contact"),
        path("retireContact", "retire-contact"),
        path("registerOfficer", "register-officer"),
        path("retireOfficer", "retire-officer"),
        new Door(
            "admin",
            "/agencies/CA-1/succeed",
            typed("succeedAgency", "successor"),
            command -> ((SucceedAgency) command).successor().value()),
        new Door(
            "legal", "/requests", request, command -> ((RecordRequest) command).requestingAgency()),
        new Door(
            "approver",
            "/requests",
            receiving,
            command -> ((RecordRequest) command).receivingAgency()),
        new Door(
            "legal",
            "/requests/" + ID + "/prepare-correction",
            correction,
            command ->
                command instanceof PrepareCorrection prepared
                        && prepared.changes() != null
                        && prepared.changes().requestingAgency() != null
                    ? prepared.changes().requestingAgency().code()
                    : null),
        new Door(
            "supervisor",
            "/inspections",
            typed("recordInspection", "inspector"),
            command -> ((RecordInspection) command).content().inspector()),
        new Door(
            "auditor",
            "/inspections/" + ID + "/prepare-correction",
            typed("prepareInspectionCorrection", "inspector"),
            command ->
                command instanceof PrepareOversightCorrection prepared
                        && prepared.content() instanceof InspectionContent content
                    ? content.inspector()
                    : null),
        new Door(
            "legal",
            "/notices/" + ID + "/forward",
            typed("forwardNotice", "agency"),
            command -> ((ForwardNotice) command).agency()));
  }

  @ParameterizedTest
  @MethodSource("doors")
  void aCodeIsTakenInUpperCase(Door door) throws Exception {
    MockHttpServletResponse response =
        mvc.perform(
                as(door.user(), POST, LEDGER + door.path())
                    .contentType("application/json")
                    .content(door.body()))
            .andReturn()
            .getResponse();
    assertThat(response.getStatus()).as(response.getContentAsString()).isIn(200, 201);
    assertThat(door.code().apply(dispatcher.all.getFirst())).isEqualTo(CODE);
  }

  private String get(String path) throws Exception {
    return mvc.perform(as("legal", GET, LEDGER + path)).andReturn().getResponse().toString();
  }

  @Test
  void anAgencyIsFoundByItsCodeInLowerCase() throws Exception {
    when(agencies.agency(any(), any())).thenReturn(Optional.empty());
    when(store.stream(any(), any())).thenReturn(List.of());
    get("/agencies/" + IN_PATH);
    verify(agencies).agency("demo", new AgencyCode(CODE));
    get("/agencies/" + IN_PATH + "/events");
    verify(store).stream("demo", new AgencyCode(CODE).stream());
  }

  @Test
  void filtersCompareCodesInUpperCase() throws Exception {
    when(register.page(any(), any(), any(), any(), anyInt())).thenReturn(Optional.empty());
    when(register.numbered(any(), any(), any())).thenReturn(List.of());
    when(reconciliations.page(any(), any(), any(), anyInt())).thenReturn(Optional.empty());
    String filter = "?agency=%20" + CODE.toLowerCase(Locale.ROOT);
    get("/requests" + filter);
    verify(register)
        .page(
            any(),
            org.mockito.ArgumentMatchers.argThat(f -> CODE.equals(f.agency())),
            any(),
            any(),
            anyInt());
    get("/register.csv" + filter);
    verify(register)
        .numbered(any(), org.mockito.ArgumentMatchers.argThat(f -> CODE.equals(f.agency())), any());
    get("/reconciliations" + filter);
    verify(reconciliations).page(any(), eq(CODE), any(), anyInt());
  }

  @Test
  void aListIsReconciledUnderTheCodeInUpperCase() throws Exception {
    when(predecessors.of(any(), any())).thenReturn(List.of());
    when(agencies.standing(anyString(), any()))
        .thenReturn(new AgencyStanding(true, null, null, List.of()));
    when(store.headPosition()).thenReturn(0L);
    when(reconciliations.received(any(), any(), any(), any())).thenReturn(List.of());
    mvc.perform(
            as(
                    "legal",
                    POST,
                    LEDGER
                        + "/reconciliations?from=2026-11-01&to=2026-11-02&agency="
                        + CODE.toLowerCase(Locale.ROOT))
                .contentType("text/csv")
                .content("number,date,received\n"))
        .andReturn();
    assertThat(dispatcher.all).hasSize(1);
    assertThat(((RecordReconciliation) dispatcher.all.getFirst()).agency()).isEqualTo(CODE);
    ArgumentCaptor<List<String>> codes = ArgumentCaptor.captor();
    verify(reconciliations).received(any(), codes.capture(), any(), any());
    assertThat(codes.getValue()).containsExactly(CODE);
  }
}
