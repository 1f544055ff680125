package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.Scheduler;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.disclosureledger.format.Origin;
import org.disclosureledger.service.LedgerServiceApplication;
import org.disclosureledger.verifier.check.LedgerVerifier;
import org.disclosureledger.verifier.check.Progress;
import org.disclosureledger.verifier.check.RegisterListing;
import org.disclosureledger.verifier.check.TrustPolicy;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.source.Credentials;
import org.disclosureledger.verifier.source.HttpSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** No timer runs when the paper of an oral emergency is due; what comes before it does knows. */
class OutageOverDueTimeTest {
  private static final String MISSED = "writing.missed system";

  @TempDir Path folder;
  private Path data;
  private ConfigurableApplicationContext context;
  private Scheduler timers;
  private URI address;
  private ServiceClient legal;
  private ServiceClient approver;

  /** Opens nothing, and so leaves no trace among the entries that are counted. */
  private ServiceClient auditor;

  @BeforeEach
  void timersStandStill() {
    data = folder.resolve("data");
    context =
        new SpringApplicationBuilder(LedgerServiceApplication.class)
            .run("--server.port=0", "--ledger.data-dir=" + data);
    timers = context.getBean(Scheduler.class);
    timers.pause();
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    address = URI.create("http://localhost:" + port);
    legal = ServiceClient.signedIn(address, "legal", data.resolve("credentials.txt"));
    approver = ServiceClient.signedIn(address, "approver", data.resolve("credentials.txt"));
    auditor = ServiceClient.signedIn(address, "auditor", data.resolve("credentials.txt"));
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void whateverEndsTheDebtSaysFirstThatItWasMissedAndTheTimersFindNothingToDo() throws Exception {
    UUID confirmed = overdue("\"emergency\":true");
    UUID cancelled = overdue("\"emergency\":true");
    UUID refused = overdue("\"emergency\":true");
    Awaiting.until("the timers are set", () -> waiting() == 3);

    Map<String, String> once = Map.of("Idempotency-Key", "xac-nhan-1");
    String paper = "{\"documentNumber\":\"0002/CV-MAU\"}";
    String confirming = Requests.path("demo", confirmed, "confirm-in-writing");
    Reply confirmation = legal.post(confirming, paper, once);
    assertThat(confirmation.accepted()).as("%s", confirmation).isTrue();
    Reply again = legal.post(confirming, paper, once);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.json()).isEqualTo(confirmation.json());
    JsonNode own = events(confirmed).get(events(confirmed).size() - 1);
    assertThat(confirmation.json().path("eventId")).as("the person's").isEqualTo(own.path("id"));
    assertThat(confirmation.json().path("entryCount").asInt()).isEqualTo(2);
    assertThat(confirmation.json().path("sequence")).isEqualTo(own.path("sequence"));

    command(legal, cancelled, "cancel", "{\"reason\":\"Cơ quan rút yêu cầu\"}");
    String refusing =
        command(legal, refused, "prepare-refusal", "{\"grounds\":[\"OTHER\"],\"reason\":\"Mẫu\"}");
    command(approver, refused, "approve-refusal", prepared(refusing));

    assertThat(ends(confirmed)).containsExactly(MISSED, "writing.confirmed legal");
    assertThat(ends(cancelled)).containsExactly(MISSED, "request.cancelled legal");
    assertThat(ends(refused)).containsExactly(MISSED, "refusal.approved approver");
    requireSound();

    timers.resume();
    Awaiting.until("the timers have run", () -> waiting() == 0);
    for (UUID request : List.of(confirmed, cancelled, refused)) {
      assertThat(told(request)).containsOnlyOnce(MISSED);
      assertThat(ends(request)).first().isEqualTo(MISSED);
    }
    requireSound();
  }

  @Test
  void whatACorrectionFindsToHaveBeenSaidLongAgoIsMissedByTheNextTimer() throws Exception {
    UUID request = overdue("\"emergency\":false");
    String recording = events(request).get(0).path("id").asString();
    String correcting =
        command(
            legal,
            request,
            "prepare-correction",
            """
            {"corrects":"%s","severity":"RECORDABLE","reason":"Ghi nhầm",
             "changes":{"emergency":true}}\
            """
                .formatted(recording));
    command(approver, request, "approve-correction", prepared(correcting));
    assertThat(ends(request))
        .containsExactly("correction.approved approver", "deadline.set approver");
    Awaiting.until("the timer is set", () -> waiting() == 1);

    timers.resume();
    Awaiting.until("the timer has run", () -> waiting() == 0);
    assertThat(ends(request)).last().isEqualTo(MISSED);
    command(legal, request, "confirm-in-writing", "{\"documentNumber\":\"0002/CV-MAU\"}");
    assertThat(told(request)).containsOnlyOnce(MISSED);
    requireSound();
  }

  /** By telephone, an hour later than the policy gives for the paper. */
  private UUID overdue(String emergency) throws IOException {
    String body =
        """
        {"receivedAt":"%s","channel":"TELEPHONE",%s,
         "requestingAgency":{"code":"CA-TINH-01","kind":"PROVINCIAL_POLICE"},
         "subject":"Tìm người mất tích","caseType":"MISSING_PERSON",
         "urgency":"EXPRESS","secrecy":"NORMAL",
         "items":[{"kind":"SUBSCRIBER_DATA","targets":[{"identifier":"0900000001"}],
                   "fields":["CELL_LOCATION"]}]}\
        """
            .formatted(
                Instant.now().minus(25, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS),
                emergency);
    Reply reply = legal.post(Requests.path("demo"), body);
    assertThat(reply.status()).as("%s", reply).isEqualTo(201);
    return UUID.fromString(reply.json().path("requestId").asString());
  }

  private static String command(ServiceClient by, UUID request, String command, String body)
      throws IOException {
    Reply reply = by.post(Requests.path("demo", request, command), body);
    assertThat(reply.accepted()).as("%s: %s", command, reply).isTrue();
    return reply.json().path("eventId").asString();
  }

  private static String prepared(String event) {
    return "{\"prepared\":\"%s\"}".formatted(event);
  }

  /** Also those that are running. */
  private int waiting() {
    AtomicInteger count = new AtomicInteger();
    timers.fetchScheduledExecutionsForTask(
        "confirmation-due",
        Void.class,
        ScheduledExecutionsFilter.all(),
        _ -> count.incrementAndGet());
    return count.get();
  }

  private JsonNode events(UUID request) throws IOException {
    Reply reply = auditor.get(Requests.path("demo", request, "events"));
    assertThat(reply.status()).as("%s", reply).isEqualTo(200);
    return reply.json();
  }

  /** Each entry as its event and whose it is; a person who gave one is told by the role. */
  private List<String> told(UUID request) throws IOException {
    return events(request)
        .valueStream()
        .map(event -> {
          String actor = event.path("actor").asString();
          String role = event.path("actorRole").asString();
          assertThat(actor.equals("system")).as("%s", event).isEqualTo(role.equals("system"));
          return event.path("type").asString().replaceAll("^org.disclosureledger.|.v\\d$", "")
              + " "
              + role;
        })
        .toList();
  }

  /** The last two. */
  private List<String> ends(UUID request) throws IOException {
    List<String> all = told(request);
    return all.subList(all.size() - 2, all.size());
  }

  private void requireSound() throws Exception {
    TrustPolicy trust =
        TrustPolicy.load(data.resolve("policy.txt"), new Origin("ledger.example/demo"));
    Credentials auditor = Credentials.find(Map.of(), data.resolve("credentials.txt")).orElseThrow();
    Set<Grade> required =
        EnumSet.of(Grade.ENTRIES, Grade.STREAMS, Grade.TREE, Grade.HEAD, Grade.CONDUCT);
    try (HttpSource source = new HttpSource(address.resolve("/ledgers/demo"), auditor)) {
      var report =
          new LedgerVerifier()
              .verify(
                  source,
                  new LedgerVerifier.Options(trust, null, required),
                  Progress.NONE,
                  new RegisterListing());
      assertThat(report.findings()).isEmpty();
      assertThat(report.exitCode()).as(report.verdict()).isZero();
    }
  }
}
