package org.disclosureledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.verifier.ledger.TestLedger;
import org.disclosureledger.verifier.ledger.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RegisterCommandTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-12-31T17:00:00Z");

  @TempDir private Path directory;
  private TestLedger ledger = TestLedger.opened();
  private String export = "";
  private String policy = "";

  private record Result(int exitCode, String out, String err) {}

  /**
   * Recordings across New Year in Viet Nam, the second year's first one before the first's last.
   */
  @BeforeEach
  void record() throws IOException {
    ledger = TestLedger.opened();
    record(1, MIDNIGHT.minusSeconds(20), 1);
    ledger.append("request/" + id(1), draft -> draft.recordedTime = MIDNIGHT.minusSeconds(15));
    record(2, MIDNIGHT, 12);
    record(3, MIDNIGHT.minusMillis(1), 1);
    record(4, MIDNIGHT.plusSeconds(1), 2);
    export = ledger.export(directory.resolve("export")).toString();
    policy = TestLedger.writePolicy(directory.resolve("policy.txt")).toString();
  }

  private static UUID id(int request) {
    return new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0000L | request);
  }

  private void record(int request, Instant recordedTime, int version) {
    ledger.append(
        "request/" + id(request),
        draft -> {
          // Versions without a shipped schema: their data may be anything.
          draft.type("org.disclosureledger.request.recorded.v" + (version + 900));
          draft.recordedTime = recordedTime;
        });
  }

  private Result run(String... more) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), Map.of(), false);
    List<String> arguments = new ArrayList<>(List.of("register"));
    arguments.addAll(List.of(more));
    int exitCode = Main.run(terminal, arguments.toArray(String[]::new));
    return new Result(exitCode, out.toString(), err.toString());
  }

  @Test
  void theRegisterIsAnAlignedTableAndTheVerdictStandsApart() {
    Result result = run(export, "--policy", policy);

    assertThat(result.out())
        .isEqualTo(
            """
            number leaf request                              recorded
            1/2026    1 01980000-0000-7000-8000-000000000001 2026-12-31T16:59:40.000Z
            1/2027    3 01980000-0000-7000-8000-000000000002 2026-12-31T17:00:00.000Z
            2/2026    4 01980000-0000-7000-8000-000000000003 2026-12-31T16:59:59.999Z
            2/2027    5 01980000-0000-7000-8000-000000000004 2026-12-31T17:00:01.000Z
            """);
    assertThat(result.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(result.err()).startsWith("internally consistent, not anchored: ").hasLineCount(2);
    assertThat(result.err().lines()).allMatch(line -> line.length() <= 80);
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void theRegisterIsWrittenAsCsv() {
    assertThat(run(export, "--policy", policy, "--format", "csv").out())
        .startsWith(
            "number,leafIndex,requestId,recordedTime\r\n"
                + "1/2026,1,01980000-0000-7000-8000-000000000001,2026-12-31T16:59:40.000Z\r\n")
        .hasLineCount(5);
  }

  @Test
  void theRegisterIsWrittenAsJson() {
    JsonNode json =
        JsonMapper.builder()
            .build()
            .readTree(run(export, "--policy", policy, "--format", "json").out());

    assertThat(json.path("exitCode").asInt()).isZero();
    assertThat(json.path("verdict").asString()).startsWith("internally consistent");
    assertThat(json.at("/register").size()).isEqualTo(4);
    assertThat(json.at("/register/1/number").asString()).isEqualTo("1/2027");
    assertThat(json.at("/register/1/leafIndex").asLong()).isEqualTo(3);
    assertThat(json.at("/register/1/requestId").asString()).isEqualTo(id(2).toString());
    assertThat(json.at("/register/3/recordedTime").asString())
        .isEqualTo("2026-12-31T17:00:01.000Z");
  }

  @Test
  void aServersLedgerIsListedByItsUrl() throws Exception {
    try (TestServer server = new TestServer(ledger.files())) {
      Result result = run(server.url().toString(), "--policy", policy);
      assertThat(result.exitCode()).isZero();
      assertThat(result.out()).isEqualTo(run(export, "--policy", policy).out());
    }
  }

  @Test
  void findingsAreToldBesideTheRegisterAndGiveTheExitCode() throws Exception {
    Path tile = Path.of(export, "tile/0/000.p/6");
    byte[] bytes = Files.readAllBytes(tile);
    bytes[100] ^= 1;
    Files.write(tile, bytes);

    Result result = run(export, "--policy", policy);

    assertThat(result.exitCode()).isOne();
    assertThat(result.out()).hasLineCount(5);
    assertThat(result.err()).contains("leaf 3  tile-hash").contains("not consistent, 1 finding");
  }

  @Test
  void withoutAPolicyOrEntriesNothingIsSaidToBeSound() throws Exception {
    assertThat(run(export).exitCode()).isEqualTo(2);
    Files.delete(Path.of(export, "tile/entries/000.p/6"));
    Result missing = run(export, "--policy", policy);
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.out()).isEqualTo("number leaf request recorded\n");
    assertThat(missing.err()).contains("tile/entries/000.p/6 is missing");
    Result nothing = run(directory.resolve("none").toString());
    assertThat(nothing.exitCode()).isEqualTo(2);
    assertThat(nothing.err()).hasLineCount(1).contains("is no directory");
  }
}
