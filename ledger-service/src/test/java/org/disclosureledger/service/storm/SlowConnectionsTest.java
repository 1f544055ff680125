package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.disclosureledger.service.LedgerServiceApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sends slowly, too much, or nothing, holds up nobody else. */
class SlowConnectionsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60); // the machine may be busy
  private static final Duration DRIP = Duration.ofMillis(200);
  private static final int MOST_CONNECTIONS = 24;
  private static final String PATH = "/api/v1/ledgers/demo/requests";

  @TempDir static Path folder;
  private static ConfigurableApplicationContext context;
  private static int port;

  @BeforeAll
  static void start() {
    context =
        new SpringApplicationBuilder(LedgerServiceApplication.class)
            .run(
                "--server.port=0",
                "--ledger.data-dir=" + folder.resolve("data"),
                "--server.tomcat.connection-timeout=2s",
                "--server.tomcat.keep-alive-timeout=2s",
                "--server.tomcat.max-connections=" + MOST_CONNECTIONS,
                "--ledger.access.header-timeout=3s",
                "--ledger.access.body-grace=3s");
    port = Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  private static String basic(String user) throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve("data/credentials.txt"))) {
      String pair = lines.filter(line -> line.startsWith(user + ": ")).findFirst().orElseThrow();
      byte[] bytes = pair.replaceFirst(": ", ":").getBytes(StandardCharsets.UTF_8);
      return "Authorization: Basic " + Base64.getEncoder().encodeToString(bytes) + "\r\n";
    }
  }

  private static long entries() {
    return context
        .getBean(JdbcClient.class)
        .sql("SELECT count(*) FROM entry")
        .query(Long.class)
        .single();
  }

  private static String health() throws IOException {
    try (RawConnection connection = RawConnection.to(port)) {
      connection.send("GET /actuator/health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
      return connection.untilTheEnd(PATIENCE);
    }
  }

  /** Each piece is sent within the time-out of a read, so that only the whole can be too slow. */
  private static boolean cutWhileDripping(RawConnection connection, int pieces) throws IOException {
    for (int i = 0; i < pieces; i++) {
      try {
        connection.send("x");
      } catch (IOException cut) {
        return true;
      }
      if (connection.endsWithin(DRIP)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void headersThatDripAreCut() throws IOException {
    try (RawConnection connection = RawConnection.to(port)) {
      connection.send("GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ");
      assertThat(cutWhileDripping(connection, 150)).isTrue();
    }
    try (RawConnection connection = RawConnection.to(port)) {
      connection.send("GET /");
      assertThat(cutWhileDripping(connection, 150)).as("the request's line too").isTrue();
    }
    assertThat(health()).startsWith("HTTP/1.1 200");
  }

  @Test
  void strangersHaveTheDatabaseAskedOnceASecondAtMost() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    HealthIndicator counting =
        () -> {
          asked.incrementAndGet();
          return Health.up().build();
        };
    HealthContributorRegistry registry = context.getBean(HealthContributorRegistry.class);
    registry.registerContributor("counting", counting);
    try {
      long start = System.nanoTime();
      for (int i = 0; i < 30; i++) {
        assertThat(health()).startsWith("HTTP/1.1 200");
      }
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      assertThat((long) asked.get()).isLessThanOrEqualTo(took.toSeconds() + 2);
    } finally {
      registry.unregisterContributor("counting");
    }
  }

  /** What it answers to a head that announces a body of which nothing comes. */
  private static String toHead(String head) throws IOException {
    try (RawConnection connection = RawConnection.to(port)) {
      connection.send(head + "Host: a\r\n\r\n");
      connection.finish();
      return connection.untilTheEnd(PATIENCE);
    }
  }

  @Test
  void aFormIsRefusedBeforeAnythingOfItIsRead() throws IOException {
    for (String type : List.of("application/x-www-form-urlencoded", "Multipart/form-data; x=y")) {
      String form = "Content-Type: " + type + "\r\n";
      for (String line : List.of("PUT /x", "PATCH " + PATH, "DELETE " + PATH, "POST " + PATH)) {
        for (String who : List.of("", basic("legal"))) {
          for (String length :
              List.of("Content-Length: 90\r\n", "Transfer-Encoding: chunked\r\n")) {
            assertThat(toHead(line + " HTTP/1.1\r\n" + who + form + length))
                .as("%s %s", line, type)
                .startsWith("HTTP/1.1 415")
                .contains("application/problem+json", "unsupported-media-type");
          }
        }
      }
    }
  }

  @Test
  void aBodyThatNothingReadsIsNotWaitedForNorKept() throws IOException {
    for (String path : List.of("/", "/page.js", "/actuator/health")) {
      for (String who : List.of("", basic("legal"))) {
        for (String length :
            List.of("Content-Length: 1048570\r\n", "Transfer-Encoding: chunked\r\n")) {
          assertThat(toHead("GET " + path + " HTTP/1.1\r\n" + who + length))
              .as(path)
              .startsWith("HTTP/1.1 413");
        }
      }
    }
    assertThat(health()).startsWith("HTTP/1.1 200");
  }

  @Test
  void whoAsksAgainOnOneConnectionIsNotTakenForSlow() throws IOException {
    try (RawConnection connection = RawConnection.to(port)) {
      String ask = "GET /actuator/health HTTP/1.1\r\nHost: a\r\n";
      // Longer than headers may take, in all.
      for (int i = 0; i < 25; i++) {
        connection.send(ask + "\r\n");
        assertThat(connection.endsWithin(DRIP)).isFalse();
      }
      connection.send(ask + "Connection: close\r\n\r\n");
      assertThat(connection.untilTheEnd(PATIENCE)).contains("\"UP\"");
    }
  }

  @Test
  void silenceIsCut() throws IOException {
    try (RawConnection silent = RawConnection.to(port);
        RawConnection half = RawConnection.to(port)) {
      half.send("POST /");
      assertThat(silent.untilTheEnd(PATIENCE)).isEmpty();
      assertThat(half.endsWithin(PATIENCE)).isTrue();
    }
  }

  private static String post(String path, String type, long length) throws IOException {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: a\r\n"
        + basic("legal")
        + "Content-Type: "
        + type
        + "\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  @Test
  void aBodyThatStallsIsCutAndRecordsNothing() throws IOException {
    long before = entries();
    try (RawConnection connection = RawConnection.to(port)) {
      connection.send(post(PATH, "application/json", 500) + "{\"receivedAt\":");
      String answer = connection.untilTheEnd(PATIENCE);
      assertThat(answer).startsWith("HTTP/1.1 408").contains("body-too-slow");
    }
    assertThat(entries()).isEqualTo(before);
  }

  @Test
  void aBodyThatDripsIsCut() throws IOException {
    long before = entries();
    for (String path : List.of(PATH, PATH + "/01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f/documents")) {
      String type = path.equals(PATH) ? "application/json" : "application/octet-stream";
      try (RawConnection connection = RawConnection.to(port)) {
        connection.send(post(path, type, 500_000));
        assertThat(cutWhileDripping(connection, 150)).as(path).isTrue();
      }
    }
    assertThat(entries()).isEqualTo(before);
  }

  @Test
  void headersThatAreTooLargeAreRefused() throws IOException {
    for (String header : List.of("Cookie: a=" + "x".repeat(20_000), "A: b\r\n".repeat(300))) {
      try (RawConnection connection = RawConnection.to(port)) {
        connection.send("GET / HTTP/1.1\r\nHost: a\r\n" + header + "\r\n\r\n");
        assertThat(connection.untilTheEnd(PATIENCE))
            .matches("(?s)HTTP/1.1 4(00|31) .*")
            .contains("Content-Security-Policy")
            .doesNotContain("Tomcat");
      }
    }
  }

  @Test
  void aBodyBeyondItsLimitIsRefusedBeforeItCame() throws IOException {
    try (RawConnection connection = RawConnection.to(port)) {
      connection.send(post(PATH, "application/json", 5_000_000));
      assertThat(connection.untilTheEnd(PATIENCE)).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  void moreConnectionsThanThereMayBeKeepNobodyOut() throws IOException {
    List<RawConnection> crowd = new ArrayList<>();
    try {
      for (int i = 0; i < 2 * MOST_CONNECTIONS; i++) {
        RawConnection connection = RawConnection.to(port);
        crowd.add(connection);
        connection.send("GET / HTTP/1.1\r\nHost: ");
      }
      assertThat(health()).startsWith("HTTP/1.1 200");
    } finally {
      for (RawConnection connection : crowd) {
        connection.close();
      }
    }
  }
}
