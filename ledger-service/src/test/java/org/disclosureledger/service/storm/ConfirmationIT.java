package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The timer of a written confirmation, over the death of the process that set it. */
class ConfirmationIT {
  private static final String MISSED = "org.disclosureledger.writing.missed.v1";

  /** Second-hand law, shipped as policy: an oral emergency is confirmed within a day. */
  private static final Duration DAY = Duration.ofHours(24);

  @TempDir Path folder;

  @Test
  void anEmergencyByPhoneNeverConfirmedShowsAsMissedAlsoAfterAKill() throws IOException {
    Path data = folder.resolve("data");
    Instant confirmBy;
    UUID missed;
    UUID confirmed;
    try (ServiceProcess service = ServiceProcess.start(data)) {
      // Longer than three commands and a kill take, shorter than patience.
      confirmBy = Instant.now().plusSeconds(25).truncatedTo(ChronoUnit.MILLIS);
      missed = recordByPhone(service, confirmBy);
      confirmed = recordByPhone(service, confirmBy);
      confirm(service, confirmed);
      assertThat(types(service, missed)).doesNotContain(MISSED);
      service.kill();
    }
    Instant due = confirmBy;
    Awaiting.until("the confirmation is overdue", () -> Instant.now().isAfter(due));
    try (ServiceProcess service = ServiceProcess.start(data)) {
      Awaiting.until(
          "the missed confirmation is recorded", () -> types(service, missed).contains(MISSED));
      // Set later and due earlier than now, so it fires after the timers of before.
      UUID last = recordByPhone(service, Instant.now().minusSeconds(60));
      Awaiting.until("a later timer has fired", () -> types(service, last).contains(MISSED));
      assertThat(types(service, missed)).containsOnlyOnce(MISSED);
      assertThat(types(service, confirmed)).doesNotContain(MISSED);
    }
  }

  private static UUID recordByPhone(ServiceProcess service, Instant confirmBy) throws IOException {
    String body =
        """
        {"receivedAt":"%s","channel":"TELEPHONE",
         "requestingAgency":{"code":"CA-TINH-01","kind":"PROVINCIAL_POLICE"},
         "subject":"Tìm người mất tích","caseType":"MISSING_PERSON","emergency":true,
         "urgency":"EXPRESS","secrecy":"NORMAL",
         "items":[{"kind":"SUBSCRIBER_DATA","targets":[{"identifier":"0900000001"}],
                   "fields":["CELL_LOCATION"]}]}\
        """
            .formatted(confirmBy.minus(DAY).truncatedTo(ChronoUnit.MILLIS));
    Reply reply = service.client("legal").post(Requests.path("demo"), body, Map.of());
    assertThat(reply.status()).as("%s", reply).isEqualTo(201);
    return UUID.fromString(reply.json().path("requestId").asString());
  }

  private static void confirm(ServiceProcess service, UUID request) throws IOException {
    Reply reply =
        service
            .client("legal")
            .post(
                Requests.path("demo", request, "confirm-in-writing"),
                "{\"documentNumber\":\"0002/CV-MAU\"}",
                Map.of());
    assertThat(reply.status()).as("%s", reply).isEqualTo(200);
  }

  private static List<String> types(ServiceProcess service, UUID request) throws IOException {
    Reply reply = service.client("auditor").get(Requests.path("demo", request, "events"));
    assertThat(reply.status()).as("%s", reply).isEqualTo(200);
    List<String> types = new ArrayList<>();
    JsonNode json = reply.json();
    JsonNode events = json.isArray() ? json : json.path("events");
    events.forEach(event -> types.add(event.path("type").asString()));
    return types;
  }
}
