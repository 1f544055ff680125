package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.service.storm.Reply.done;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.disclosureledger.service.LedgerServiceApplication;
import org.disclosureledger.service.alert.Alerts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Alerts of the running service, on its own PostgreSQL, mailed through a mail server. */
class AlertsTest {
  private static final String ALERTS = "/api/v1/ledgers/demo/alerts";
  private static final String NUMBER = "0900000812";
  private static final String TO = "supervisor@example.com";

  /** Only this test looks. */
  private static final Duration SELDOM = Duration.ofHours(1);

  @TempDir Path folder;
  private GreenMail server;
  private ConfigurableApplicationContext context;
  private ServiceClient legal;
  private ServiceClient approver;

  @BeforeEach
  void start() {
    server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    server.start();
    service(server.getSmtp().getPort(), SELDOM);
  }

  private void service(int mailPort, Duration every) {
    context =
        new SpringApplicationBuilder(LedgerServiceApplication.class)
            .run(
                "--server.port=0",
                "--ledger.data-dir=" + folder.resolve("data"),
                "--ledger.alerts.every=" + every,
                "--ledger.alerts.mail-from=ledger@example.com",
                "--ledger.alerts.mail-to.demo=" + TO,
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mailPort,
                // More than any wait of this test.
                "--spring.mail.properties.mail.smtp.timeout=600000");
    context.getBean(Scheduler.class).pause();
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    URI address = URI.create("http://localhost:" + port);
    Path credentials = folder.resolve("data/credentials.txt");
    legal = ServiceClient.signedIn(address, "legal", credentials);
    approver = ServiceClient.signedIn(address, "approver", credentials);
  }

  @AfterEach
  void stop() {
    context.close();
    server.stop();
  }

  @Test
  void whatIsDueIsRaisedAndMailedOnceAcrossReplicasAndRestarts() throws Exception {
    String overdue = received(Duration.ofHours(30));
    String soon = received(Duration.ofHours(22));
    String later = received(Duration.ofHours(2));

    together(8);
    List<String> kinds = kinds();
    assertThat(kinds).containsExactlyInAnyOrder("OVERDUE " + overdue, "DUE_SOON " + soon);
    assertThat(mails()).hasSize(1);
    String text = mails().getFirst();
    assertThat(text).contains("Quá hạn · Overdue", "Sắp đến hạn · Due soon", "1/2026", ALERTS);
    assertThat(text).doesNotContain(NUMBER, "CA-TINH-01", "0007/VD");
    assertThat(server.getReceivedMessages()[0].getAllRecipients()[0]).hasToString(TO);
    assertThat(row(overdue).path("alerts").toString()).isEqualTo("[\"OVERDUE\"]");
    assertThat(row(later).path("alerts").isMissingNode()).isTrue();

    context.close();
    service(server.getSmtp().getPort(), SELDOM);
    together(4);
    assertThat(kinds()).hasSameElementsAs(kinds);
    assertThat(mails()).hasSize(1);
  }

  @Test
  void aMailServerThatIsAwayLosesNoAlert() throws Exception {
    received(Duration.ofHours(30));
    server.getSmtp().stopService();
    together(2);
    assertThat(kinds()).hasSize(1);
    assertThat(alerts().get(0).path("mailedAt").isMissingNode()).isTrue();

    int port = server.getSmtp().getPort();
    server.stop();
    server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    together(4);
    assertThat(mails()).hasSize(1);
    assertThat(alerts().get(0).path("mailedAt").isMissingNode()).isFalse();
  }

  @Test
  void aMailServerThatIsSilentKeepsNoAlertFromBeingRaised() throws Exception {
    context.close();
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      silent.setSoTimeout(60_000);
      service(silent.getLocalPort(), Duration.ofSeconds(1));
      context.getBean(Scheduler.class).resume();
      received(Duration.ofHours(30));
      try (Socket waiting = silent.accept()) {
        String meanwhile = received(Duration.ofHours(30));
        Awaiting.until(
            "it is raised while the mail waits",
            // Of the table: the interface answers so many questions a minute.
            () ->
                JdbcClient.create(context.getBean("writer", DataSource.class))
                        .sql("SELECT count(*) FROM alert WHERE subject = :request")
                        .param("request", meanwhile)
                        .query(Long.class)
                        .single()
                    == 1);
        assertThat(waiting.getInputStream().available()).as("who waits says nothing").isZero();
        assertThat(alerts()).noneMatch(alert -> alert.has("mailedAt"));
      }
    }
  }

  @Test
  void anAnsweredRequestRaisesNothingAndALaterDueTimeRaisesAnew() throws Exception {
    String cancelled = received(Duration.ofHours(30));
    String extended = received(Duration.ofHours(22));
    done(
        legal.post(
            Requests.path("demo", UUID.fromString(cancelled), "cancel"),
            "{\"reason\":\"Cơ quan rút (ví dụ)\"}"));
    Awaiting.until("the register knows", () -> !row(cancelled).path("answeredAt").isMissingNode());
    together(1);
    assertThat(kinds()).containsExactly("DUE_SOON " + extended);

    String path = Requests.path("demo", UUID.fromString(extended), "prepare-extension");
    Instant due = Instant.now().plus(Duration.ofHours(3));
    String body = "{\"due\":\"%s\",\"reason\":\"Mẫu\",\"consent\":true}".formatted(due(due));
    String prepared = done(legal.post(path, body)).json().path("eventId").asString();
    done(
        approver.post(
            Requests.path("demo", UUID.fromString(extended), "approve-extension"),
            "{\"prepared\":\"" + prepared + "\"}"));
    Awaiting.until(
        "the register knows", () -> row(extended).path("due").asString().equals(due(due)));
    together(1);
    assertThat(kinds()).containsExactly("DUE_SOON " + extended, "DUE_SOON " + extended);
  }

  /** By anybody who may see it, for all who may; it is about reading, and no entry tells it. */
  @Test
  void whoHasSeenAnAlertStandsInTheListAcrossARestart() throws Exception {
    received(Duration.ofHours(30));
    received(Duration.ofHours(31));
    together(1);
    JsonNode raised = alerts().get(0);
    String path = ALERTS + "/" + raised.path("id").asString();
    String size = legal.get("/ledgers/demo/checkpoint").text().lines().toList().get(1);
    JsonNode seen = done(legal.post(path + "/seen", "{}")).json();
    assertThat(seen.path("seenBy").asString()).isNotEmpty();
    assertThat(done(approver.post(path + "/seen", "{}")).json()).isEqualTo(seen);
    assertThat(listed("?seen=true")).containsExactly(raised.path("id").asLong());
    assertThat(listed("?seen=false")).hasSize(1).doesNotContain(raised.path("id").asLong());

    context.close();
    service(server.getSmtp().getPort(), SELDOM);
    assertThat(listed("?seen=true")).containsExactly(raised.path("id").asLong());
    JsonNode taken = done(approver.post(path + "/unseen", "{}")).json();
    assertThat(taken.path("seenAt").isMissingNode()).isTrue();
    done(legal.post(path + "/unseen", "{}"));
    assertThat(listed("?seen=false")).hasSize(2);
    assertThat(legal.post(ALERTS + "/999999/seen", "{}").status()).isEqualTo(404);
    assertThat(legal.post(ALERTS + "/x/seen", "{}").status()).isEqualTo(404);
    assertThat(legal.get("/ledgers/demo/checkpoint").text().lines().toList().get(1))
        .isEqualTo(size);
  }

  private List<Long> listed(String query) throws Exception {
    List<Long> ids = new ArrayList<>();
    done(legal.get(ALERTS + query))
        .json()
        .path("alerts")
        .forEach(alert -> ids.add(alert.path("id").asLong()));
    return ids;
  }

  private static String due(Instant instant) {
    return Instant.ofEpochMilli(instant.toEpochMilli() / 1000 * 1000 + 123).toString();
  }

  /** As many processes would. */
  private void together(int many) throws Exception {
    Alerts alerts = context.getBean(Alerts.class);
    try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
      List<Future<?>> runs = new ArrayList<>();
      for (int run = 0; run < many; run++) {
        runs.add(
            threads.submit(() -> {
              alerts.run();
              alerts.mail();
            }));
      }
      for (Future<?> run : runs) {
        run.get();
      }
    }
  }

  /** The id of a request that came so long ago; it is due 24 h after that. */
  private String received(Duration ago) throws Exception {
    String body =
        Requests.record("", "{\"identifier\":\"" + NUMBER + "\"}")
            .replaceFirst(
                "\"receivedAt\":\"[^\"]*\"",
                "\"receivedAt\":\"" + due(Instant.now().minus(ago)) + "\"")
            .replace("1/VD", "0007/VD");
    Reply recorded = done(legal.post(Requests.path("demo"), body));
    String id = recorded.json().path("requestId").asString();
    Awaiting.until(
        "the register has it", () -> legal.get(Requests.path("demo")).text().contains(id));
    return id;
  }

  private JsonNode row(String id) throws Exception {
    for (JsonNode row : legal.get(Requests.path("demo")).json().path("requests")) {
      if (row.path("requestId").asString().equals(id)) {
        return row;
      }
    }
    throw new AssertionError("no row of " + id);
  }

  private JsonNode alerts() throws Exception {
    return done(legal.get(ALERTS)).json().path("alerts");
  }

  private List<String> kinds() throws Exception {
    List<String> kinds = new ArrayList<>();
    for (JsonNode alert : alerts()) {
      kinds.add(alert.path("kind").asString() + " " + alert.path("subject").asString());
    }
    return kinds;
  }

  private List<String> mails() {
    return Arrays.stream(server.getReceivedMessages()).map(AlertsTest::text).toList();
  }

  private static String text(MimeMessage message) {
    try {
      return (String) message.getContent();
    } catch (Exception e) {
      throw new AssertionError("a mail that cannot be read", e);
    }
  }

  @Test
  void aForgerySuspectedByTwoPeopleWarnsTheOtherEnterprisesOfTheAgencysNameAlone()
      throws Exception {
    context.close();
    try (GrantedService two = new GrantedService(folder.resolve("two"))) {
      two.context.getBean(Scheduler.class).pause();
      ServiceClient first = two.as("legal");
      Reply recorded = done(first.post(Requests.path("demo"), Requests.record(1)));
      UUID request = UUID.fromString(recorded.json().path("requestId").asString());
      Reply prepared =
          done(
              first.post(
                  Requests.path("demo", request, "prepare-refusal"),
                  "{\"grounds\":[\"SUSPECTED_FORGED\"],\"reason\":\"Mẫu\"}"));
      String body = "{\"prepared\":\"" + prepared.json().path("eventId").asString() + "\"}";
      two.context.getBean(Alerts.class).run();
      assertThat(forgeries(first, "other")).as("one person only proposes it").isEmpty();

      done(two.as("approver").post(Requests.path("demo", request, "approve-refusal"), body));
      Awaiting.until(
          "the suspicion is known",
          () -> {
            two.context.getBean(Alerts.class).run();
            return !forgeries(first, "other").isEmpty();
          });
      two.context.getBean(Alerts.class).run();
      JsonNode warning = forgeries(first, "other").get(0);
      assertThat(forgeries(first, "other")).hasSize(1);
      assertThat(warning.path("agency").asString()).isEqualTo("CA-TINH-01");
      assertThat(warning.toString()).doesNotContain(request.toString(), "demo", "registerNumber");
      assertThat(forgeries(first, "demo")).as("whoever found it out knows").isEmpty();
    }
    service(server.getSmtp().getPort(), SELDOM);
  }

  private static JsonNode forgeries(ServiceClient client, String ledger) throws Exception {
    return done(client.get("/api/v1/ledgers/" + ledger + "/alerts?kind=FORGERY_ELSEWHERE"))
        .json()
        .path("alerts");
  }
}
