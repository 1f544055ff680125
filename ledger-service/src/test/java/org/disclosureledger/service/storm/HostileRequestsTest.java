package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.disclosureledger.service.LedgerServiceApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Paths, methods and headers that somebody makes up, at the running service's own socket. */
@ExtendWith(OutputCaptureExtension.class)
class HostileRequestsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int ROUNDS = 400;
  private static final String PAGE = "Content-Type: text/html";
  private static final String NUMBER = "0900000739";
  private static final List<String> NEVER =
      List.of(
          "Exception",
          "\tat org.",
          "\tat java.",
          "Tomcat/",
          "Apache Tomcat",
          "org.springframework");

  @TempDir static Path folder;
  private static ConfigurableApplicationContext context;
  private static int port;

  @BeforeAll
  static void start() throws IOException {
    context =
        new SpringApplicationBuilder(LedgerServiceApplication.class)
            .run(
                "--server.port=0",
                "--ledger.data-dir=" + folder.resolve("data"),
                "--server.tomcat.connection-timeout=1s",
                "--ledger.access.header-timeout=2s",
                "--ledger.access.rate.reads=1000000",
                "--ledger.access.rate.writes=1000000",
                "--ledger.access.rate.downloads=1000000",
                "--ledger.access.rate.sign-ins=1000000");
    port = Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    Reply reply =
        ServiceClient.signedIn(
                URI.create("http://localhost:" + port),
                "legal",
                folder.resolve("data/credentials.txt"))
            .post(
                Requests.path("demo"), Requests.record("", "{\"identifier\":\"" + NUMBER + "\"}"));
    assertThat(reply.status()).isEqualTo(201);
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  private static String basic(String user) throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve("data/credentials.txt"))) {
      String pair = lines.filter(line -> line.startsWith(user + ": ")).findFirst().orElseThrow();
      byte[] bytes = pair.replaceFirst(": ", ":").getBytes(StandardCharsets.UTF_8);
      return "Authorization: Basic " + Base64.getEncoder().encodeToString(bytes);
    }
  }

  /** All that stands for good; looks are entries too, and a hostile request must not make one. */
  private static Map<String, Long> recorded() {
    Map<String, Long> rows = new TreeMap<>();
    for (String table :
        List.of("entry", "disclosure", "idempotency", "checkpoint", "register_number")) {
      rows.put(
          table,
          context
              .getBean(JdbcClient.class)
              .sql("SELECT count(*) FROM " + table)
              .query(Long.class)
              .single());
    }
    return rows;
  }

  /** Who is signed in sees starred values only by a purpose, which these requests may hit upon. */
  @ParameterizedTest
  @ValueSource(strings = {"", "admin", "supervisor", "auditor"})
  void hostileRequestsGetAPlainNoAndRecordNothing(String user, CapturedOutput output)
      throws IOException {
    long seed = ThreadLocalRandom.current().nextLong();
    System.out.println("hostile requests as '" + user + "': seed " + seed);
    HostileRequests requests = new HostileRequests(seed);
    Map<String, Long> before = recorded();
    String authorization = user.isEmpty() ? "" : basic(user);
    Map<Integer, Integer> answers = new TreeMap<>();
    for (int i = 0; i < ROUNDS; i++) {
      byte[] request = requests.next(authorization);
      String answer = answered(request);
      String what =
          "seed " + seed + " request " + i + ":\n" + new String(request, StandardCharsets.UTF_8);
      boolean bare = new String(request, StandardCharsets.UTF_8).startsWith("HEAD ");
      answers.merge(judged(user, bare, answer, what), 1, Integer::sum);
    }
    System.out.println("answers by status: " + answers);
    assertThat(recorded()).as("seed %s", seed).isEqualTo(before);
    assertThat(output.getAll()).as("seed %s", seed).doesNotContain(NUMBER, "\tat ");
    assertThat(answers.keySet())
        .as("not all refused at the first look")
        .contains(400, user.isEmpty() ? 401 : 404);
  }

  private static String answered(byte[] request) throws IOException {
    try (RawConnection connection = RawConnection.to(port)) {
      try {
        connection.send(request);
        connection.finish();
      } catch (IOException refusedAlready) {
        return "";
      }
      return connection.untilTheEnd(PATIENCE);
    }
  }

  /**
   * The status, 0 for none.
   *
   * @param bare whether HEAD was asked, which is answered without a body (RFC 9110 section 9.3.2)
   */
  private static int judged(String user, boolean bare, String answer, String what) {
    if (answer.isEmpty()) {
      return 0;
    }
    assertThat(answer).as(what).matches("(?s)HTTP/1\\.1 [1-5][0-9]{2} .*");
    String last =
        answer.startsWith("HTTP/1.1 100") ? answer.substring(answer.indexOf("HTTP", 5)) : answer;
    int status = Integer.parseInt(last.substring(9, 12));
    // 501: a transfer encoding, 505: a version of HTTP that nobody speaks here.
    assertThat(status == 501 || status == 505 || status < 500).as(what + "\n" + last).isTrue();
    for (String never : NEVER) {
      assertThat(last).as(what).doesNotContain(never);
    }
    assertThat(last).as(what).doesNotContain(NUMBER).doesNotContainIgnoringCase("\nZ: injected");
    String head = last.substring(0, Math.max(last.indexOf("\r\n\r\n"), 0)).toLowerCase(Locale.ROOT);
    assertThat(head)
        .as(what)
        .contains("content-security-policy: default-src 'none'", "x-content-type-options: nosniff")
        .contains("x-frame-options: deny", "referrer-policy: no-referrer")
        .doesNotContain("\nserver:", "x-powered-by");
    if (user.isEmpty() && status < 300 && status >= 200) {
      assertThat(last)
          .as("a stranger gets the page and the health alone: " + what)
          .containsAnyOf(
              "<!doctype html>", "<!DOCTYPE html>", "Allow:", bare ? PAGE : "<!doctype html>")
          .doesNotContain("registerNumber", "c2sp", "ledger.example/demo");
    }
    return status;
  }

  @Test
  void aBrokenPercentSequenceIsRefusedWhereverItStands() throws IOException {
    for (String path : List.of("/api/v1/me;a%zzb=1", "/api/v1%/me", "/;%", "/api/v1/me;x=%4")) {
      String answer =
          answered(
              ("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(answer).as(path).startsWith("HTTP/1.1 400");
    }
  }

  @Test
  void oneRequestHiddenInAnotherIsNotAnswered() throws IOException {
    try (RawConnection connection = RawConnection.to(port)) {
      connection.send(
          "POST /api/v1/me HTTP/1.1\r\nHost: a\r\nContent-Length: 44\r\n"
              + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
              + "GET /actuator/health HTTP/1.1\r\nHost: a\r\n\r\n");
      connection.finish();
      String answer = connection.untilTheEnd(PATIENCE);
      assertThat(answer.split("HTTP/1.1 ", -1)).as(answer).hasSize(2);
    }
  }
}
