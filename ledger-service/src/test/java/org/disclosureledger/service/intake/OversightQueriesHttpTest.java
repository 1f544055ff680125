package org.disclosureledger.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.http.HttpMethod.GET;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.disclosure.DisclosureVault;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.intake.oversight.OversightDetails;
import org.disclosureledger.service.oversight.content.OversightKind;
import org.disclosureledger.service.oversight.event.InspectionRecorded;
import org.disclosureledger.service.oversight.event.NoticeForwarded;
import org.disclosureledger.service.oversight.event.NoticeRecorded;
import org.disclosureledger.service.oversight.event.OversightCorrectionApproved;
import org.disclosureledger.service.oversight.event.OversightCorrectionPrepared;
import org.disclosureledger.service.oversight.event.OversightCorrectionReturned;
import org.disclosureledger.service.oversightregister.OversightFilter;
import org.disclosureledger.service.oversightregister.OversightPage;
import org.disclosureledger.service.oversightregister.OversightQuery;
import org.disclosureledger.service.projection.TestEntries;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.InformantKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads of inspections, drills and voluntary reports. */
class OversightQueriesHttpTest extends HttpTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private static final UUID ID = UUID.fromString("01990b10-4d30-7e33-8f40-8c9d0e1f2031");
  private static final String DIGEST = "x".repeat(42) + "w";
  private static final String OTHER = "y".repeat(42) + "w";

  @Autowired EntryStore store;
  @Autowired DisclosureVault vault;
  @Autowired OversightQuery oversight;

  @AfterEach
  void forgetAnswers() {
    reset(store, vault, oversight);
  }

  private MockHttpServletResponse get(String user, String path) throws Exception {
    return mvc.perform(as(user, GET, "/api/v1/ledgers/demo" + path)).andReturn().getResponse();
  }

  /** For a purpose that whoever asks has: who watches need not say one, but sees less then. */
  private MockHttpServletResponse asked(String user, String path) throws Exception {
    return mvc.perform(
            withoutPurpose(user, GET, "/api/v1/ledgers/demo" + path)
                .header("Purpose", "INSPECTION"))
        .andReturn()
        .getResponse();
  }

  private static String text(MockHttpServletResponse response) {
    return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "/inspections?from=x, invalid-date",
    "/inspections?correctionOpen=1, invalid-parameter",
    "/drills?cursor=x, invalid-cursor",
    "/notices?state=x, invalid-parameter",
    "/drills/1, invalid-parameter",
  })
  void aQueryNotUnderstoodIsRefused(String path, String type) throws Exception {
    when(oversight.page(any(), any(), any(), any(), anyInt())).thenReturn(Optional.empty());
    MockHttpServletResponse response = get("legal", path);
    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(text(response)).contains("/problems/" + type);
  }

  @Test
  void filtersOfTheOtherListsArePassedOn() throws Exception {
    OversightPage page = new OversightPage(List.of(), null);
    when(oversight.page(any(), any(), any(), any(), anyInt())).thenReturn(Optional.of(page));
    for (OversightKind kind : OversightKind.values()) {
      String list = "/" + kind.name().toLowerCase(java.util.Locale.ROOT) + "s";
      assertThat(get("auditor", list + "?from=2026-01-01&correctionOpen=true&limit=3").getStatus())
          .isEqualTo(200);
      verify(oversight)
          .page(
              HttpTestApplication.DEMO,
              kind,
              new OversightFilter(LocalDate.parse("2026-01-01"), null, true),
              null,
              3);
    }
  }

  private static UUID entry(long sequence) {
    return new UUID(0x01980000_0000_7000L, (1L << 63) + sequence);
  }

  /** What was done by a person of its own, each in the next second. */
  private static StoredEvent stored(
      OversightKind kind, long sequence, @Nullable Object payload, String data) {
    EventHeader header =
        new EventHeader(
            entry(sequence),
            "demo",
            kind.stream(ID),
            "org.disclosureledger.anything.v1",
            HttpTestApplication.NOW,
            HttpTestApplication.NOW.plusSeconds(sequence),
            person(sequence),
            ActorRole.LEGAL,
            null,
            sequence,
            10 + sequence,
            10 + sequence);
    return new StoredEvent(header, TestEntries.of(header, data), payload);
  }

  private static Actor person(long sequence) {
    return Actor.of(new UUID(0x4000L, (1L << 63) + sequence));
  }

  private static NoticeRecorded notice() {
    Committed<String> starred = Committed.of("x");
    return new NoticeRecorded(
        HttpTestApplication.NOW, Channel.EMAIL, InformantKind.CITIZEN, starred, starred);
  }

  private static String reported(String by) {
    return "{\"by\":\"" + by + "\",\"informant\":{\"_sd\":[\"" + DIGEST + "\"]}}";
  }

  private static String proposed(String by) {
    return "{\"reason\":{\"_sd\":[\"" + OTHER + "\"]},\"notice\":" + reported(by) + "}";
  }

  /** Recorded, corrected, a correction sent back, and one that waits. */
  private void correctedNotice() {
    OversightKind kind = OversightKind.NOTICE;
    Committed<String> starred = Committed.of("x");
    OversightCorrectionPrepared prepared =
        new OversightCorrectionPrepared(entry(0), starred, null, null, notice());
    when(store.stream("demo", kind.stream(ID)))
        .thenReturn(
            List.of(
                stored(kind, 0, notice(), reported("CITIZEN")),
                stored(kind, 1, prepared, proposed("ENTERPRISE")),
                stored(kind, 2, new NoticeForwarded("CA", starred), "{\"agency\":\"CA\"}"),
                stored(kind, 3, new OversightCorrectionApproved(entry(1)), "{}"),
                stored(kind, 4, prepared, proposed("ORGANISATION")),
                stored(
                    kind,
                    5,
                    new OversightCorrectionReturned(entry(4), starred),
                    "{\"reason\":{\"_sd\":[\"" + DIGEST + "\"]}}"),
                stored(kind, 6, prepared, proposed("CITIZEN")),
                // What is decided already is not decided again, whatever was forced in.
                stored(kind, 7, new OversightCorrectionApproved(entry(4)), "{}"),
                stored(kind, 8, null, "{}")));
    when(vault.open("demo", 10)).thenReturn(Map.of("/informant", "\"Trần Thị Mẫu\""));
    when(vault.open("demo", 11))
        .thenReturn(Map.of("/reason", "\"Ghi nhầm\"", "/notice/informant", "\"Trần Thị Đúng\""));
    when(vault.open("demo", 15)).thenReturn(Map.of("/reason", "\"Không có căn cứ\""));
  }

  @Test
  void whatHoldsNowStandsBesideTheOriginalAndEveryCorrection() throws Exception {
    correctedNotice();
    MockHttpServletResponse response = get("approver", "/notices/" + ID);
    assertThat(response.getHeader("ETag")).isEqualTo("\"8\"");
    JsonNode one = JSON.readTree(response.getContentAsByteArray());
    assertThat(one.at("/shown/by").asString()).isEqualTo("ENTERPRISE");
    assertThat(one.at("/shown/informant").asString()).isEqualTo("Trần Thị Đúng");
    assertThat(one.path("shownBy").asString()).isEqualTo(entry(1).toString());
    assertThat(one.at("/original/data/by").asString()).isEqualTo("CITIZEN");
    assertThat(one.at("/original/disclosures/~1informant").asString()).isEqualTo("Trần Thị Mẫu");
    assertThat(one.at("/original/correctedBy/0").asString()).isEqualTo(entry(3).toString());
    assertThat(one.path("history")).hasSize(9);
    assertThat(one.at("/history/0")).isEqualTo(one.path("original"));
    for (int marked : List.of(1, 3, 4, 5, 6)) {
      assertThat(one.at("/history/" + marked + "/corrects").asString())
          .isEqualTo(entry(0).toString());
    }

    assertThat(one.path("corrections").valueStream().map(each -> each.path("outcome").asString()))
        .containsExactly("APPROVED", "RETURNED", "OPEN");
    JsonNode approved = one.at("/corrections/0");
    assertThat(approved.path("prepared").asString()).isEqualTo(entry(1).toString());
    assertThat(approved.path("preparedBy").asString()).isEqualTo(person(1).value());
    assertThat(approved.path("decidedBy").asString()).isEqualTo(person(3).value());
    assertThat(approved.path("reason").asString()).isEqualTo("Ghi nhầm");
    JsonNode returned = one.at("/corrections/1");
    assertThat(returned.path("decidedBy").asString()).isEqualTo(person(5).value());
    assertThat(returned.path("returnReason").asString()).isEqualTo("Không có căn cứ");
    assertThat(returned.at("/proposed/by").asString()).isEqualTo("ORGANISATION");
    JsonNode open = one.at("/corrections/2");
    assertThat(open.path("prepared").asString()).isEqualTo(entry(6).toString());
    assertThat(open.has("decidedBy")).isFalse();
  }

  @Test
  void whoInformedUsIsForTheOfficersAloneAlsoInACorrection() throws Exception {
    correctedNotice();
    for (String user : List.of("legal", "approver", "supervisor", "auditor")) {
      String seen = text(get(user, "/notices/" + ID));
      boolean officer = user.equals("legal") || user.equals("approver");
      for (String secret : List.of("Trần Thị Mẫu", "Trần Thị Đúng", "Ghi nhầm", "Không có")) {
        assertThat(seen.contains(secret)).as(user + " " + secret).isEqualTo(officer);
      }
      assertThat(seen).contains("ENTERPRISE", "RETURNED").doesNotContain("_sd");
    }
  }

  @Test
  void whoDecidesOnACorrectionOfAnInspectionReadsIt() throws Exception {
    OversightKind kind = OversightKind.INSPECTION;
    Committed<String> starred = Committed.of("x");
    LocalDate day = LocalDate.parse("2026-10-05");
    InspectionRecorded inspection = new InspectionRecorded(null, day, day, starred, starred);
    when(store.stream("demo", kind.stream(ID)))
        .thenReturn(
            List.of(
                stored(kind, 0, inspection, "{}"),
                stored(
                    kind,
                    1,
                    new OversightCorrectionPrepared(entry(0), starred, inspection, null, null),
                    "{\"inspection\":{\"findings\":{\"_sd\":[\"" + DIGEST + "\"]}}}")));
    when(vault.open("demo", 11)).thenReturn(Map.of("/inspection/findings", "\"Còn kiến nghị\""));
    for (String user : List.of("legal", "approver", "supervisor", "auditor")) {
      JsonNode one = JSON.readTree(asked(user, "/inspections/" + ID).getContentAsByteArray());
      assertThat(one.at("/corrections/0/proposed/findings").asString())
          .as(user)
          .isEqualTo("Còn kiến nghị");
    }
  }

  @Test
  void anOldStreamRecordedTwiceShowsTheLastAndTheFirst() throws Exception {
    OversightKind kind = OversightKind.NOTICE;
    when(store.stream("demo", kind.stream(ID)))
        .thenReturn(
            List.of(
                stored(kind, 0, notice(), reported("CITIZEN")),
                stored(kind, 1, notice(), reported("ENTERPRISE"))));
    JsonNode one = JSON.readTree(get("legal", "/notices/" + ID).getContentAsByteArray());
    assertThat(one.at("/shown/by").asString()).isEqualTo("ENTERPRISE");
    assertThat(one.at("/original/data/by").asString()).isEqualTo("CITIZEN");
    assertThat(one.at("/original/correctedBy/0").asString()).isEqualTo(entry(1).toString());
    assertThat(one.at("/corrections/0/outcome").asString()).isEqualTo("RECORDED_AGAIN");
    assertThat(one.at("/corrections/0/preparedBy").asString()).isEqualTo(person(1).value());
    assertThat(one.at("/corrections/0").has("decidedBy")).isFalse();
  }

  @Test
  void nothingOfAnIdIsNotFound() throws Exception {
    MockHttpServletResponse unknown = get("legal", "/drills/" + ID);
    assertThat(unknown.getStatus()).isEqualTo(404);
    assertThat(text(unknown)).contains("/problems/oversight-not-found");
  }

  @Test
  void theExamplesOfAnswersAreOfTheirTypes() {
    for (String kind : List.of("Inspection", "Drill", "Notice")) {
      assertThat(
              JSON.readValue(example("list" + kind + "s.response.json"), OversightPage.class)
                  .records())
          .hasSize(1);
      assertThat(
              JSON.readValue(example("get" + kind + ".response.json"), OversightDetails.class)
                  .history())
          .hasSize(2);
    }
  }
}
