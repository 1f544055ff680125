package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.disclosureledger.service.operations.DocumentedMeters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What docs/operations.md promises, of a whole service with a port of its own for measurements. */
class OperationsIT {
  @TempDir private Path folder;

  @Test
  void measurementsHealthLogsAndAnOrderlyEnd() throws Exception {
    int port = ServiceProcess.freePort();
    try (ServiceProcess service =
        ServiceProcess.start(
            folder.resolve("data"),
            "--management.server.port=" + port,
            "--management.endpoint.health.cache.time-to-live=0",
            "--ledger.operations.sample-seconds=1",
            "--ledger.kafka.embedded=true",
            "--ledger.kafka.intake=true",
            "--logging.level.root=info",
            "--logging.structured.format.console=ecs")) {
      assertThat(StormCommand.record("demo").send(service.client("legal")).accepted()).isTrue();
      ServiceClient beside = ServiceClient.stranger(URI.create("http://localhost:" + port));
      for (String probe : List.of("", "/liveness", "/readiness")) {
        Reply health = beside.get("/actuator/health" + probe);
        assertThat(health.status()).as(probe).isEqualTo(200);
        assertThat(health.text()).as("no details").doesNotContain("appender", "waiting");
      }
      Awaiting.until("it is measured", () -> measured(beside).contains("ledger_size_entries{"));
      String measured = measured(beside);
      assertThat(DocumentedMeters.names())
          .hasSize(12)
          .allSatisfy(name -> assertThat(measured).contains(name));
      assertThat(measured)
          .containsPattern("ledger_append_seconds_count\\{outcome=\"appended\"\\} [1-9]")
          .containsPattern("ledger_projection_lag_entries\\{projection=\"register\"\\} ")
          .contains("ledger_stopped_ledgers 0.0", "ledger_intake_held_partitions 0.0")
          .containsPattern("ledger_alerts_unseen_alerts\\{ledger=\"demo\"\\} ")
          .doesNotContain("0900", "Ví dụ");
      assertThat(ServiceClient.stranger(service.address()).get("/actuator/prometheus").status())
          .as("strangers, where calls come in")
          .isEqualTo(401);
      assertThat(beside.get("/actuator/env").status()).as("nothing else").isEqualTo(401);
      Reply answered = ServiceClient.stranger(service.address()).get("/api/v1/me");
      assertThat(answered.header("Request-Id")).matches("[0-9a-f]{16}");

      service.stop();
      assertThat(service.exitCode()).isEqualTo(143);
      // Beside what the start tells to people every line is an object.
      List<String> logged = service.output().lines().filter(line -> line.startsWith("{")).toList();
      assertThat(logged)
          .hasSizeGreaterThan(5)
          .allSatisfy(line -> {
            JsonNode json = JsonMapper.builder().build().readTree(line);
            assertThat(json.path("@timestamp").asString()).startsWith("20");
            assertThat(json.path("message").isString()).isTrue();
          });
      assertThat(service.output()).doesNotContainPattern("(?m)^\\d\\d:\\d\\d:\\d\\d ");
    }
  }

  private static String measured(ServiceClient beside) throws IOException {
    Reply reply = beside.get("/actuator/prometheus");
    assertThat(reply.status()).isEqualTo(200);
    return reply.text();
  }
}
