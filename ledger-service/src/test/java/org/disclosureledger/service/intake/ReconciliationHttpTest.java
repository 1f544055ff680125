package org.disclosureledger.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.agencyregister.AgencyQuery;
import org.disclosureledger.service.agencyregister.PredecessorQuery;
import org.disclosureledger.service.disclosure.DisclosureVault;
import org.disclosureledger.service.disclosure.DocumentNumberIndex;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.projection.TestEntries;
import org.disclosureledger.service.reconciliation.command.RecordReconciliation;
import org.disclosureledger.service.reconciliation.event.DifferencePart;
import org.disclosureledger.service.reconciliation.event.ReconciliationRecorded;
import org.disclosureledger.service.reconciliationregister.ReconciliationQuery;
import org.disclosureledger.service.request.AgencyStanding;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerSealing;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.sealing.UnsealedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/** Lists in, counts and differences out. */
class ReconciliationHttpTest extends HttpTest {
  private static final String PATH = "/api/v1/ledgers/demo/reconciliations";
  private static final String NOVEMBER = PATH + "?agency=toa-mau&from=2026-11-01&to=2026-11-20";
  private static final UUID ID = UUID.fromString("01990b10-4d30-7e33-8f40-8c9d0e1f2031");
  private static final UUID REQUEST = UUID.fromString("01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f");
  private static final StreamId STREAM = new StreamId("reconciliation/" + ID);
  private static final String LIST =
      "số;ngày;ngày nhận\n0001/CV-MẪU;02/11/2026;03/11/2026\n=2+5;;04/11/2026\n";

  @Autowired EntryStore store;
  @Autowired DisclosureVault vault;
  @Autowired AgencyQuery agencies;
  @Autowired PredecessorQuery predecessors;
  @Autowired ReconciliationQuery register;
  @Autowired DocumentNumberIndex numbers;
  @Autowired LedgerSealing sealing;

  @BeforeEach
  void oneRequest() {
    when(agencies.standing(anyString(), anyString())).thenReturn(AgencyStanding.UNREGISTERED);
    when(predecessors.of(any(), anyString())).thenReturn(List.of("TOA-CU"));
    when(register.known(any(), any())).thenReturn(true);
    when(register.received(any(), any(), any(), any()))
        .thenReturn(
            List.of(
                new ReconciliationQuery.Request(
                    REQUEST,
                    2026,
                    7,
                    LocalDate.parse("2026-11-02"),
                    Instant.parse("2026-11-03T02:00:00Z"),
                    "TOA-CU",
                    LocalDate.parse("2026-11-02"),
                    Instant.parse("2026-11-03T02:00:00Z"),
                    false)));
    when(numbers.key(any(), anyString())).thenAnswer(call -> "key of " + call.getArgument(1));
    when(numbers.keys(any(), any()))
        .thenReturn(
            Map.of(
                new StreamId("request/" + REQUEST),
                new DocumentNumberIndex.Named("key of 0001/CV-MẪU", false)));
  }

  @AfterEach
  void forgetAnswers() {
    reset(store, vault, agencies, predecessors, register, numbers);
  }

  private MockHttpServletResponse send(String path, String type, byte[] list) throws Exception {
    return mvc.perform(
            as("legal", POST, path)
                .contentType(type)
                .header("Idempotency-Key", "doi-chieu-1")
                .content(list))
        .andReturn()
        .getResponse();
  }

  private MockHttpServletResponse send(String path, String list) throws Exception {
    return send(path, "text/csv", list.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(MockHttpServletResponse response) {
    return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  @Test
  void aListIsComparedAndRecorded() throws Exception {
    MockHttpServletResponse response = send(NOVEMBER, LIST);
    assertThat(response.getStatus()).as(text(response)).isEqualTo(201);
    assertThat(response.getHeader("Location")).startsWith(PATH + "/");
    RecordReconciliation command = (RecordReconciliation) dispatcher.all.getFirst();
    assertThat(command.agency()).isEqualTo("TOA-MAU");
    assertThat(command.predecessors()).containsExactly("TOA-CU");
    assertThat(command.comparison().matched()).isEqualTo(1);
    assertThat(command.comparison().theirsOnly()).isEqualTo(1);
    assertThat(command.size()).isEqualTo(LIST.getBytes(StandardCharsets.UTF_8).length);
  }

  @Test
  void theSameListOfAnotherPeriodIsNoRepetition() throws Exception {
    assertThat(send(NOVEMBER, LIST).getStatus()).isEqualTo(201);
    assertThat(send(NOVEMBER, LIST).getHeader("Idempotency-Replayed")).isEqualTo("true");
    assertThat(text(send(NOVEMBER.replace("-20", "-19"), LIST))).contains("idempotency-key-reused");
  }

  /** The register may have moved, or lag behind, since: the first answer stands. */
  @Test
  void aRepetitionIsNotComparedAgain() throws Exception {
    assertThat(send(NOVEMBER, LIST).getStatus()).isEqualTo(201);
    reset(register);
    when(register.known(any(), any())).thenThrow(new IllegalStateException("compared again"));
    MockHttpServletResponse again = send(NOVEMBER, LIST);
    assertThat(again.getStatus()).as(text(again)).isEqualTo(201);
    assertThat(again.getHeader("Idempotency-Replayed")).isEqualTo("true");
    assertThat(dispatcher.all).hasSize(1);
  }

  @Test
  void whatIsNoListOrNoPeriodIsRefusedWithoutAnEcho() throws Exception {
    String secret = "number,date,received\n0001/BI-MAT,,2026-11-33\n";
    assertThat(text(send(NOVEMBER, secret)))
        .contains("list-row-invalid", "row 2")
        .doesNotContain("BI-MAT");
    assertThat(text(send(PATH + "?agency=toa-mau&from=2026-11-01", LIST)))
        .contains("invalid-parameter");
    assertThat(text(send(NOVEMBER.replace("toa-mau", "toa%20mau"), LIST)))
        .contains("member-invalid");
    assertThat(text(send(NOVEMBER + "&all=true", LIST))).contains("invalid-parameter");
    assertThat(text(send(NOVEMBER, "application/json", new byte[] {'{', '}'})))
        .contains("unsupported-media-type");
    assertThat(text(send(NOVEMBER, "text/csv;charset=windows-1258", new byte[] {'a'})))
        .contains("unsupported-media-type");
    assertThat(dispatcher.all).isEmpty();
  }

  @Test
  void anAgencyThatNobodyKnowsIsRefused() throws Exception {
    when(register.known(any(), any())).thenReturn(false);
    assertThat(text(send(NOVEMBER, LIST))).contains("agency-unknown");
  }

  @Test
  void aListOfTenMebibytesIsReadAndOneByteMoreIsNot() throws Exception {
    byte[] blank = new byte[10 * 1024 * 1024 + 1];
    java.util.Arrays.fill(blank, (byte) ' ');
    assertThat(send(NOVEMBER, "text/csv", blank).getStatus()).isEqualTo(413);
    assertThat(text(send(NOVEMBER, "text/csv", java.util.Arrays.copyOf(blank, blank.length - 1))))
        .contains("list-header-unknown");
  }

  private void recorded(Map<String, String> opened) {
    EventHeader header =
        new EventHeader(
            new UUID(0x7000L, 1L << 63),
            "demo",
            STREAM,
            "org.disclosureledger.reconciliation.recorded.v1",
            HttpTestApplication.NOW,
            HttpTestApplication.NOW,
            Actor.of(new UUID(0x4000L, 1L << 63)),
            ActorRole.LEGAL,
            null,
            0,
            42,
            42);
    ReconciliationRecorded event =
        new ReconciliationRecorded(
            "TOA-MAU",
            List.of(),
            LocalDate.parse("2026-11-01"),
            LocalDate.parse("2026-11-20"),
            1440,
            2,
            1,
            1,
            0,
            1,
            0,
            0,
            0,
            Committed.of(null),
            Committed.of(null),
            List.of(new DifferencePart(Committed.of(null))));
    when(store.stream("demo", STREAM))
        .thenReturn(List.of(new StoredEvent(header, TestEntries.of(header, "{}"), event)));
    when(vault.open("demo", 42)).thenReturn(opened);
  }

  private MockHttpServletResponse get(String user, String path) throws Exception {
    return mvc.perform(as(user, GET, PATH + path)).andReturn().getResponse();
  }

  @Test
  void supervisorsSeeCountsAndOfficersTheList() throws Exception {
    recorded(
        Map.of(
            "/differences/0/rows",
            """
            [["THEIRS_ONLY",[],3,"=2+5","2026-11-02","2026-11-04",null,null,null,null],
             ["DIFFERING",["RECEIVED"],4,"0002/CV, MẪU","2026-11-02","2026-11-04","%s","7/2026",
              "2026-11-02","2026-11-10T02:00:00.000Z"]]\
            """
                .formatted(REQUEST)));
    for (String user : List.of("supervisor", "legal")) {
      MockHttpServletResponse counts = get(user, "/" + ID);
      assertThat(counts.getStatus()).isEqualTo(200);
      assertThat(text(counts)).contains("\"theirsOnly\":1").doesNotContain("2+5");
    }
    assertThat(get("supervisor", "/" + ID + "/differences.csv").getStatus()).isEqualTo(403);
    MockHttpServletResponse csv = get("approver", "/" + ID + "/differences.csv");
    assertThat(csv.getStatus()).as(text(csv)).isEqualTo(200);
    assertThat(csv.getHeader("Content-Disposition")).startsWith("attachment");
    assertThat(csv.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(text(csv))
        .startsWith("\uFEFFkind,")
        .contains("THEIRS_ONLY,chỉ có ở cơ quan,,,3,'=2+5,2026-11-02,2026-11-04,,,,\r\n")
        .contains("RECEIVED,thời điểm nhận,4,\"0002/CV, MẪU\",2026-11-02,2026-11-04,7/2026,")
        .contains(",2026-11-10T02:00:00Z\r\n");
  }

  @Test
  void whoOpensTheListSaysWhyAndIsRecordedBesideTheReconciliation() throws Exception {
    recorded(
        Map.of(
            "/differences/0/rows",
            "[[\"THEIRS_ONLY\",[],3,\"3/VD\",null,null,null,null,null,null]]"));
    reset(sealing);
    String list = PATH + "/" + ID + "/differences.csv";
    MockHttpServletResponse silent =
        mvc.perform(withoutPurpose("legal", GET, list)).andReturn().getResponse();
    assertThat(silent.getStatus()).isEqualTo(400);
    assertThat(text(silent)).contains("/problems/purpose-required").doesNotContain("3/VD");
    verifyNoInteractions(sealing);

    MockHttpServletResponse csv =
        mvc.perform(withoutPurpose("legal", GET, list).header("Purpose", "COMPLAINT"))
            .andReturn()
            .getResponse();
    assertThat(text(csv)).contains("3/VD");
    ArgumentCaptor<List<UnsealedEvent>> recorded = ArgumentCaptor.captor();
    verify(sealing).append(any(), recorded.capture(), any(), any());
    UnsealedEvent view = recorded.getValue().getFirst();
    assertThat(view.header().subject()).isEqualTo(new StreamId("access/" + ID));
    assertThat(view.event().toString()).contains("COMPLAINT", "DIFFERENCES");
  }

  @Test
  void anErasedListIsGoneAndAnUnknownOneIsNotFound() throws Exception {
    recorded(Map.of());
    assertThat(get("legal", "/" + ID + "/differences.csv").getStatus()).isEqualTo(410);
    assertThat(get("legal", "/" + ID).getStatus()).isEqualTo(200);
    assertThat(text(get("legal", "/" + REQUEST))).contains("reconciliation-not-found");
  }
}
