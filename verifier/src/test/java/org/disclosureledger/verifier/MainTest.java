package org.disclosureledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.disclosureledger.verifier.ledger.TestLedger;
import org.disclosureledger.verifier.ledger.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MainTest {
  @TempDir private Path directory;
  private static final String CLOSING =
      "{\"reason\":{\"_sd\":[\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"]}}";

  private String export = "";
  private String policy = "";

  private record Result(int exitCode, String out, String err) {}

  @BeforeEach
  void start() throws IOException {
    export = TestLedger.of(12).checkpointAt(12).export(directory.resolve("export")).toString();
    policy = TestLedger.writePolicy(directory.resolve("policy.txt")).toString();
  }

  private static Result run(String... args) {
    return run(Map.of(), args);
  }

  private static Result run(Map<String, String> environment, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(new PrintWriter(out), new PrintWriter(err), environment, false);
    int exitCode = Main.run(terminal, args);
    return new Result(exitCode, out.toString(), err.toString());
  }

  private static void refusedInOneLine(String message, String... args) {
    Result result = run(args);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("verifier: ").contains(message);
    assertThat(result.err().lines()).hasSize(1);
  }

  @Test
  void aSoundLedgerIsToldInALineAGradeAndAVerdict() {
    Result result = run("verify", export, "--policy", policy);
    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .isEqualTo(
            """
            entries      pass  12 entries, 3 keys; schema not checked: 11 of unknown type
            streams      pass  12 entries in 6 streams
            tree         pass  root and 1 tile recomputed
            head         pass  size 12 signed by the policy's key; 1 under checkpoints/
            continuity   pass  first sight; no --state to remember it
            predecessor  pass  a first ledger: leaf 0 names none before it
            witnesses    not checked  the policy asks for none (quorum none)
            time         not checked  this version does not check it
            conduct      not checked  0 requests, 0 acts by two people, 5 not checked: 5
                         streams with unknown types
            reports      pass  0 reports
            disclosures  not checked  none handed over: 0 opened, 0 withheld, 0 erased
            internally consistent, not anchored: ledger.example/test, size 12, root
                ROOT
            """
                .replace("ROOT", TestLedger.of(12).head().root().toBase64()));
  }

  /** Lines joined that were broken to fit. */
  private static String unbroken(String out) {
    return out.replaceAll("\n {4,}", " ");
  }

  @Test
  void noLineIsWiderThanATerminalWhereItCanBeBroken() throws Exception {
    Path copy = directory.resolve("a".repeat(40)).resolve("b".repeat(40));
    String none = Files.createDirectories(copy).toString();
    for (Result result :
        List.of(
            run("verify", export, "--policy", policy),
            run("verify", export, "--policy", policy, "--require", "witnesses,time,reports"),
            run("verify", none, "--policy", policy))) {
      assertThat(result.out().lines())
          .allSatisfy(line ->
              assertThat(line.length() <= 80 || !line.strip().contains(" ")).as(line).isTrue());
    }
    assertThat(run("verify", none, "--policy", policy).out()).contains(none);
  }

  @Test
  void findingsFollowTheGradesWithTheirEvidence() throws Exception {
    Path tile = Path.of(export, "tile/0/000.p/12");
    byte[] bytes = Files.readAllBytes(tile);
    bytes[100] ^= 1;
    Files.write(tile, bytes);
    Result result = run("verify", export, "--policy", policy);
    assertThat(result.exitCode()).isOne();
    assertThat(unbroken(result.out()))
        .contains("\nnot consistent, 1 finding: ledger.example/test, size 12, root ");
    assertThat(result.out())
        .contains("tree         fail  1 tile recomputed; 1 finding\n")
        .contains("\nleaf 3  tile-hash  tile/0/000.p/12 byte 96\n    a stored tile holds")
        .contains("\n    expected ")
        .contains("\n    found    ");
  }

  @Test
  void theJsonReportHasItsDocumentedMembers() {
    JsonNode json =
        JsonMapper.builder()
            .build()
            .readTree(run("verify", export, "--policy", policy, "--format", "json").out());
    assertThat(json.propertyNames())
        .containsExactly(
            "report",
            "subject",
            "exitCode",
            "verdict",
            "anchored",
            "head",
            "required",
            "grades",
            "findings",
            "findingsTotal",
            "predecessor");
    assertThat(json.at("/head/size").asInt()).isEqualTo(12);
    assertThat(json.at("/grades/0/name").asString()).isEqualTo("entries");
    assertThat(json.at("/grades/6/status").asString()).isEqualTo("not checked");
  }

  @Test
  void aRequiredGradeThatIsNotCheckedExits2() {
    assertThat(run("verify", export, "--policy", policy, "--require", "time").exitCode())
        .isEqualTo(2);
    String state = directory.resolve("state").toString();
    assertThat(
            run("verify", export, "--policy", policy, "--require", "continuity", "--state", state)
                .exitCode())
        .isZero();
    Result result = run("verify", export, "--policy", policy, "--require", "witnesses,time");
    assertThat(unbroken(result.out()))
        .contains(
            "incomplete, not checked: witnesses, time (the policy asks for none (quorum none)): ");
  }

  @Test
  void wrongUsageIsToldInOneLine() throws Exception {
    refusedInOneLine("verify, mirror, receipt, register or digest");
    refusedInOneLine("csv is for register", "verify", export, "--format", "csv");
    refusedInOneLine("SOURCE", "verify");
    refusedInOneLine("nothing", "nothing");
    refusedInOneLine("is no directory", "verify", directory.resolve("none").toString());
    refusedInOneLine("is no directory", "verify", export, "--predecessor", export + "/none");
    refusedInOneLine("--policy FILE is needed", "receipt", policy);
    refusedInOneLine("--policy FILE is needed", "mirror", "http://localhost/x", export);
    refusedInOneLine("is no http", "mirror", export, export, "--policy", policy);
    refusedInOneLine("cannot read the policy", "verify", export, "--policy", export + "/none");
    refusedInOneLine("no log line for", "verify", export, "--policy", policy, "--origin", "a.b");
    refusedInOneLine("--origin: ", "verify", export, "--policy", policy, "--origin", "A B");
    refusedInOneLine("require", "verify", export, "--require", "everything");
    refusedInOneLine("user or password", "verify", "http://u:p@localhost/x");
    Path bad = Files.writeString(directory.resolve("bad.txt"), "log nonsense\nquorum none\n");
    refusedInOneLine("vkey", "verify", export, "--policy", bad.toString());
    Path two = directory.resolve("two.txt");
    Files.writeString(
        two,
        "log " + TestLedger.ENTRY.vkey("second.example").toVkey() + "\n" + TestLedger.policy());
    refusedInOneLine("say --origin", "verify", export, "--policy", two.toString());
    assertThat(
            run("verify", export, "--policy", two.toString(), "--origin", TestLedger.ORIGIN)
                .exitCode())
        .isZero();
  }

  @Test
  void badInputIsNeverAStackTrace() throws Exception {
    Path empty = Files.createDirectories(directory.resolve("empty"));
    Result nothing = run("verify", empty.toString(), "--policy", policy);
    assertThat(nothing.exitCode()).isEqualTo(2);
    assertThat(unbroken(nothing.out()))
        .contains("head (no file named checkpoint): ")
        .doesNotContain("\tat ");

    Path bundle = Path.of(export, "tile/entries/000.p/12");
    byte[] bytes = Files.readAllBytes(bundle);
    Files.write(bundle, Arrays.copyOf(bytes, bytes.length - 1));
    Result truncated = run("verify", export, "--policy", policy);
    assertThat(truncated.exitCode()).isOne();
    assertThat(truncated.out()).contains("bundle-truncated  tile/entries/000.p/12 byte ");

    Files.delete(bundle);
    Result missing = run("verify", export, "--policy", policy);
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.out()).contains("tile/entries/000.p/12 is missing");
  }

  @Test
  void aStateThatCannotBeUsedHidesNothing() throws Exception {
    Path state = Files.createDirectories(directory.resolve("state"));
    Files.writeString(state.resolve("ledger.example+test.checkpoint"), "nonsense");
    Result result = run("verify", export, "--policy", policy, "--state", state.toString());
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(unbroken(result.out()))
        .contains("\ncontinuity   not checked  the state cannot be used: ")
        .contains("\nincomplete, not checked: continuity (the state cannot be used: ");
    Path tile = Path.of(export, "tile/0/000.p/12");
    byte[] bytes = Files.readAllBytes(tile);
    bytes[100] ^= 1;
    Files.write(tile, bytes);
    Result altered = run("verify", export, "--policy", policy, "--state", state.toString());
    assertThat(altered.exitCode()).isOne();
    assertThat(altered.out()).contains("\nleaf 3  tile-hash  ");
    Path file = Files.writeString(directory.resolve("file"), "");
    assertThat(run("verify", export, "--policy", policy, "--state", file.toString()).exitCode())
        .isOne();
  }

  @Test
  void aPipeInTheExportOrAsAnArgumentIsRefusedAtOnce() throws Exception {
    Path pipe = directory.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          refusedInOneLine("no regular file", "verify", export, "--policy", pipe.toString());
          refusedInOneLine("no regular file", "receipt", pipe.toString(), "--policy", policy);
          refusedInOneLine(
              "no regular file",
              "verify",
              "http://localhost:1/x",
              "--policy",
              policy,
              "--credentials",
              pipe.toString());
          Path bundle = Path.of(export, "tile/entries/000.p/12");
          Files.move(pipe, bundle, StandardCopyOption.REPLACE_EXISTING);
          Result result = run("verify", export, "--policy", policy);
          assertThat(result.exitCode()).isEqualTo(2);
          assertThat(result.out()).contains("is no regular file");
        });
  }

  @Test
  void aPasswordSentInClearToAnotherMachineIsWarnedOf() {
    Map<String, String> environment =
        Map.of("LEDGER_USER", "auditor", "LEDGER_PASSWORD", "geheim-1");
    Result clear = run(environment, "verify", "http://ledger.invalid/x", "--policy", policy);
    assertThat(clear.err())
        .isEqualTo("verifier: the password goes to ledger.invalid unencrypted\n");
    for (String url : new String[] {"https://ledger.invalid/x", "http://localhost:1/x"}) {
      assertThat(run(environment, "verify", url, "--policy", policy).err()).isEmpty();
    }
    assertThat(run("verify", "http://ledger.invalid/x", "--policy", policy).err()).isEmpty();
  }

  @Test
  void foreignBytesDoNotSteerTheTerminal() throws Exception {
    Files.write(Path.of(export, "checkpoints/12\u001b[31m\u2028"), new byte[3]);
    Result result = run("verify", export, "--policy", policy);
    assertThat(result.exitCode()).isOne();
    assertThat(result.out()).contains("\\u001b[31m\\u2028").doesNotContain("\u001b", "\u2028");
  }

  @Test
  void aServedLedgerIsMirroredAndThenVerified() throws Exception {
    String copy = directory.resolve("copy").toString();
    Map<String, String> environment =
        Map.of("LEDGER_USER", "auditor", "LEDGER_PASSWORD", "geheim-1");
    try (TestServer server = new TestServer(TestLedger.of(300).files()).password("geheim-1")) {
      String url = server.url().toString();
      Result refused = run("mirror", url, copy, "--policy", policy);
      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.out()).contains("wants credentials (HTTP 401)");
      Result mirrored = run(environment, "mirror", url, copy, "--policy", policy);
      assertThat(mirrored.exitCode()).isZero();
      assertThat(mirrored.out()).contains("\n5 files fetched, 0 were there: ");
      assertThat(unbroken(mirrored.out()))
          .contains("\nmirrored, tree and head verified (run verify on the copy), not anchored: l");
      assertThat(run(environment, "verify", url, "--policy", policy).exitCode()).isZero();
    }
    assertThat(run("verify", copy, "--policy", policy).exitCode()).isZero();
  }

  @Test
  void disclosuresAreMirroredUnderAGrantAndForAPurpose() throws Exception {
    String copy = directory.resolve("copy").toString();
    String grant = "00000000-0000-4000-8000-000000000001";
    try (TestServer server = new TestServer(TestLedger.of(12).files())) {
      String[] call = {"mirror", server.url().toString(), copy, "--policy", policy};
      refusedInOneLine("go with --disclosures", and(call, "--grant", grant));
      refusedInOneLine("go with --disclosures", and(call, "--purpose", "AUDIT"));
      refusedInOneLine("needs --grant UUID and", and(call, "--disclosures", "--purpose", "AUDIT"));
      refusedInOneLine("needs --grant UUID and", and(call, "--disclosures", "--grant", grant));
      String[] asked = and(call, "--disclosures", "--purpose", "AUDIT", "--grant");
      refusedInOneLine("'--grant'", and(asked, "mine"));
      refusedInOneLine(
          "is a code", and(call, "--disclosures", "--grant", grant, "--purpose", "to\nsee"));
      Result result = run(and(asked, grant));
      assertThat(result.exitCode()).isZero();
      assertThat(result.out())
          .contains("\ndisclosures  not checked  nothing is granted\n")
          .contains("\nno disclosures: nothing is granted\nmirrored, ");
      assertThat(server.requested()).contains("disclosures/000.jsonl");
    }
  }

  private static String[] and(String[] call, String... more) {
    return Stream.concat(Stream.of(call), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void aReceiptFileIsVerified() throws Exception {
    TestLedger ledger = TestLedger.of(12);
    Path receipt = directory.resolve("7.tlog-proof");
    Path opened = directory.resolve("0.tlog-proof");
    Files.write(receipt, ledger.receipt(7).toBytes());
    Files.write(opened, ledger.receipt(0).toBytes());
    Result result =
        run(
            "receipt",
            receipt.toString(),
            "--policy",
            policy,
            "--enrolment",
            opened.toString(),
            "--require",
            "entries");
    assertThat(result.out()).contains("tree         pass  leaf 7 of 12 by its inclusion proof\n");
    assertThat(result.out()).contains("\nleaf 7 is in the accepted head, not anchored: ledger.");
    assertThat(result.out().lines().filter(line -> line.length() > 80)).isEmpty();
    assertThat(result.exitCode()).isZero();
    refusedInOneLine("cannot read the receipt", "receipt", export + "/x", "--policy", policy);
  }

  @Test
  void conductIsRequiredAndCheckedWhereEveryStreamCanBeFollowed() throws Exception {
    Result unknown = run("verify", export, "--policy", policy, "--require", "conduct");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.out()).contains("\nincomplete, not checked: conduct (0 requests, ");

    TestLedger.opened().export(Path.of(export));
    Result sound = run("verify", export, "--policy", policy, "--require", "conduct");
    assertThat(sound.out()).contains("\nconduct      pass  0 requests, 0 acts by two people, 0 n");
    assertThat(sound.exitCode()).isZero();

    TestLedger accused = TestLedger.opened();
    accused.append(
        "request/a", draft -> draft.type("org.disclosureledger.request.closed.v1").data(CLOSING));
    accused.export(Path.of(export));
    Result found = run("verify", export, "--policy", policy);
    assertThat(found.exitCode()).isOne();
    assertThat(found.out())
        .contains("\nconduct      fail  2 findings; 0 requests, ")
        .contains("\nleaf 1  stream-not-begun  tile/entries/000.p/2 byte ")
        .contains("\nleaf 1  system-not-a-person  tile/entries/000.p/2 byte ");
  }
}
