package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.service.storm.Reply.done;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Two processes on one PostgreSQL look and mail; the one that is at it is killed while the mail
 * server keeps it waiting. Each alert is raised once and mailed once.
 */
class AlertsIT {
  private static final int REQUESTS = 60; // more than one mail holds

  /** Whoever died is taken for dead after six heartbeats of ten seconds; machines are busy. */
  private static final Duration TAKEN_FOR_DEAD = Duration.ofMinutes(4);

  private static final String HOST = "127.0.0.1";
  private static final Pattern NUMBER = Pattern.compile("register number: ([0-9]+/[0-9]{4})");

  @TempDir Path folder;
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  @Test
  void eachAlertIsRaisedAndMailedOnceThoughWhoeverMailedIsKilled() throws Exception {
    ReplicaDatabase database = ReplicaDatabase.start(folder.resolve("postgresql"));
    open.add(database);
    ServerSocket mute = new ServerSocket(0, 50, InetAddress.getByName(HOST));
    open.add(mute);
    int port = mute.getLocalPort();
    List<ServiceProcess> processes =
        List.of(start("one", database, port), start("other", database, port));
    received(processes.getFirst(), REQUESTS / 2);
    received(processes.getLast(), REQUESTS / 2);

    ServiceProcess victim = atIt(database, processes);
    victim.kill();
    ServiceProcess other =
        victim == processes.getFirst() ? processes.getLast() : processes.getFirst();
    mute.close();
    GreenMail server = new GreenMail(new ServerSetup(port, HOST, ServerSetup.PROTOCOL_SMTP));
    server.start();
    open.add(server::stop);

    Awaiting.until(
        TAKEN_FOR_DEAD,
        "all are mailed",
        () -> count(database, "WHERE kind = 'OVERDUE' AND mailed_at IS NOT NULL") == REQUESTS);
    assertThat(count(database, "")).as("raised once").isEqualTo(REQUESTS);
    List<String> numbers = new ArrayList<>();
    for (MimeMessage mail : server.getReceivedMessages()) {
      Matcher number = NUMBER.matcher((String) mail.getContent());
      while (number.find()) {
        numbers.add(number.group(1));
      }
    }
    assertThat(numbers).hasSize(REQUESTS).doesNotHaveDuplicates();
    JsonNode listed =
        done(client(other).get("/api/v1/ledgers/first/alerts?limit=200")).json().path("alerts");
    assertThat(listed.size()).isEqualTo(REQUESTS);
  }

  private ServiceProcess start(String name, ReplicaDatabase database, int mailPort) {
    List<String> settings = new ArrayList<>(database.settings());
    settings.add("--ledger.keys-dir=" + folder.resolve("keys"));
    settings.add("--ledger.credentials-file=" + folder.resolve("users/credentials.txt"));
    settings.add("--ledger.open[0].name=first");
    settings.add("--ledger.open[0].origin=ledger.example/first");
    settings.add("--ledger.open[0].enterprise-code=EXAMPLE-0");
    settings.add("--ledger.open[0].enterprise-name-vi=Doanh nghiệp ví dụ");
    settings.add("--ledger.open[0].enterprise-name-en=Example enterprise");
    settings.add("--ledger.alerts.every=1s");
    settings.add("--ledger.alerts.mail-from=ledger@example.com");
    settings.add("--ledger.alerts.mail-to.first=supervisor@example.com");
    settings.add("--spring.mail.host=" + HOST);
    settings.add("--spring.mail.port=" + mailPort);
    // Whoever is at it waits for the mute server until it is killed.
    settings.add("--spring.mail.properties.mail.smtp.timeout=600000");
    ServiceProcess process =
        ServiceProcess.start(folder.resolve(name), settings.toArray(String[]::new));
    open.add(process);
    return process;
  }

  private ServiceClient client(ServiceProcess process) {
    return process.client("legal", folder.resolve("users/credentials.txt"));
  }

  /** So many requests that are overdue. */
  private void received(ServiceProcess process, int many) throws IOException {
    Instant long30h = Instant.now().minus(Duration.ofHours(30));
    String receivedAt = Instant.ofEpochMilli(long30h.toEpochMilli() / 1000 * 1000 + 123).toString();
    for (int i = 0; i < many; i++) {
      String body =
          Requests.record(i + 1)
              .replaceFirst("\"receivedAt\":\"[^\"]*\"", "\"receivedAt\":\"" + receivedAt + "\"");
      done(client(process).post(Requests.path("first"), body));
    }
  }

  /** Whoever waits for the mail server, with alerts in hand. */
  private static ServiceProcess atIt(ReplicaDatabase database, List<ServiceProcess> processes) {
    Awaiting.until(
        "somebody gathers a mail and is kept waiting",
        () ->
            count(database, "WHERE mailed_with IS NOT NULL") > 0
                && processes.stream().anyMatch(process -> atWork(database, process)));
    return processes.stream()
        .filter(process -> atWork(database, process))
        .findFirst()
        .orElseThrow();
  }

  /** Whether the task is in this process' hands. */
  private static boolean atWork(ReplicaDatabase database, ServiceProcess process) {
    try {
      return database
          .asSuperuser()
          .text(
              "SELECT coalesce(max(picked_by), '') FROM scheduled_tasks WHERE task_name = 'alert-mail'")
          .startsWith(process.pid() + "@");
    } catch (SQLException e) {
      throw new AssertionError("the task's row cannot be read", e);
    }
  }

  private static long count(ReplicaDatabase database, String where) throws SQLException {
    return Long.parseLong(database.asSuperuser().text("SELECT count(*) FROM alert " + where));
  }
}
