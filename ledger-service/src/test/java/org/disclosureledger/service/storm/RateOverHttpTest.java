package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.service.LedgerServiceApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Limits through the whole service: beyond them nothing is done, and the rest goes on. */
class RateOverHttpTest {
  @TempDir static Path folder;
  private static ConfigurableApplicationContext context;
  private static URI address;

  @BeforeAll
  static void start() {
    context =
        new SpringApplicationBuilder(LedgerServiceApplication.class)
            .run(
                "--server.port=0",
                "--ledger.data-dir=" + folder.resolve("data"),
                "--ledger.access.rate.writes=3",
                "--ledger.access.rate.reads=5",
                "--ledger.access.rate.sign-ins=8");
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    address = URI.create("http://localhost:" + port);
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  private static ServiceClient client(String user) {
    return ServiceClient.signedIn(address, user, folder.resolve("data/credentials.txt"));
  }

  private static long entries() {
    return context
        .getBean(JdbcClient.class)
        .sql("SELECT count(*) FROM entry")
        .query(Long.class)
        .single();
  }

  @Test
  void whatIsBeyondAPersonsLimitIsRefusedAndRecordsNothing() throws IOException {
    ServiceClient legal = client("legal");
    for (int i = 0; i < 3; i++) {
      assertThat(legal.post(Requests.path("demo"), Requests.record(1)).status()).isEqualTo(201);
    }
    long before = entries();
    Reply refused = legal.post(Requests.path("demo"), Requests.record(1));
    assertThat(refused.status()).as("%s", refused).isEqualTo(429);
    assertThat(refused.problem()).isEqualTo("too-many-requests");
    assertThat(refused.header("Retry-After")).matches("[1-9]|1[0-9]|20");
    assertThat(entries()).isEqualTo(before);
    assertThat(client("approver").post(Requests.path("demo"), Requests.record(1)).status())
        .as("another person has a limit of their own")
        .isEqualTo(201);

    List<Integer> reads = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      reads.add(legal.get("/api/v1/me").status());
    }
    assertThat(reads).endsWith(429).startsWith(200, 200, 200, 200, 200);
    assertThat(legal.get("/ledgers/demo/checkpoint").status()).isEqualTo(200);
    assertThat(legal.get("/actuator/health").status()).isEqualTo(200);
  }

  @Test
  void passwordsAreNotTriedOnForEver() throws IOException {
    Path wrong = folder.resolve("wrong.txt");
    Files.createFile(
        wrong, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(wrong, "legal: plainly wrong", StandardCharsets.UTF_8);
    ServiceClient guesser = ServiceClient.signedIn(address, "legal", wrong);
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Reply reply = guesser.get("/api/v1/me", Map.of("X-Forwarded-For", "198.51.100." + i));
      answers.add(reply.status());
    }
    assertThat(Set.copyOf(answers)).isEqualTo(Set.of(401, 429));
    assertThat(answers).endsWith(429, 429);
    assertThat(ServiceClient.stranger(address).get("/actuator/health").status()).isEqualTo(200);
  }
}
