package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A database of yesterday, and the way on (decision 0031): a successor is opened by a setting, the
 * old ledger takes nothing any more whatever database comes back, and an auditor who knew what is
 * lost follows from one to the other.
 */
class SuccessorIT {
  private static final String NEW_ORIGIN = "ledger.example/demo-2";

  @TempDir private Path folder;

  private static String[] successor(String origin, String... more) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "--ledger.open[0].name=demo-2",
                "--ledger.open[0].origin=" + origin,
                "--ledger.open[0].enterprise-code=DEMO",
                "--ledger.open[0].enterprise-name-vi=Doanh nghiệp viễn thông thử nghiệm",
                "--ledger.open[0].enterprise-name-en=Demonstration telecom enterprise",
                "--ledger.open[0].predecessor.name=demo"));
    settings.addAll(List.of(more));
    return settings.toArray(String[]::new);
  }

  static String[] successor() {
    return successor(
        NEW_ORIGIN,
        "--ledger.open[0].predecessor.reason=restored-backup",
        "--ledger.open[0].predecessor.reason-text=Khôi phục bản sao lưu hôm qua (ví dụ)");
  }

  private static Reply record(ServiceProcess service, String ledger) throws IOException {
    return StormCommand.record(ledger).send(service.client("legal"));
  }

  private static void refused(Path data, String why, String... settings) {
    ServiceProcess.Ended ended = ServiceProcess.runToItsEnd(data, settings);
    assertThat(ended.exitCode()).as(ended.output()).isNotZero();
    assertThat(ended.output()).contains(why).doesNotContain("\tat ");
  }

  private static String[] with(String[] some, String... more) {
    List<String> all = new ArrayList<>(List.of(some));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  /** Where mirrors go; each process of the verifier knows the service's credentials. */
  private void mirror(ServiceProcess service, String ledger, String origin, Path to)
      throws Exception {
    auditor()
        .says(
            0,
            "mirror",
            service.address() + "/ledgers/" + ledger,
            to.toString(),
            "--credentials=" + service.dataDir().resolve("credentials.txt"),
            "--policy=" + service.dataDir().resolve("policy.txt"),
            "--origin=" + origin);
  }

  private VerifierProcess auditor() {
    return new VerifierProcess(folder.resolve("auditor"));
  }

  @Test
  void aSuccessorGoesOnWhereARestoredDatabaseMayNotAndTheVerifierFollows() throws Exception {
    Path data = folder.resolve("data");
    Path yesterday = folder.resolve("yesterday");
    Path lost = folder.resolve("lost");
    String state = "--state=" + folder.resolve("auditor/state");
    try (ServiceProcess service = ServiceProcess.start(data)) {
      assertThat(record(service, "demo").accepted()).isTrue();
    }
    HeadGuardIT.copy(data, yesterday);
    try (ServiceProcess service = ServiceProcess.start(data)) {
      assertThat(record(service, "demo").accepted()).isTrue();
      assertThat(record(service, "demo").accepted()).isTrue();
      mirror(service, "demo", "ledger.example/demo", lost.resolveSibling("lost-copy"));
    }
    Files.move(data, lost);
    Files.move(yesterday, data);
    auditor()
        .says(
            0,
            "verify",
            folder.resolve("lost-copy").toString(),
            "--policy=" + lost.resolve("policy.txt"),
            state);

    try (ServiceProcess service = ServiceProcess.start(data)) {
      assertThat(record(service, "demo").status()).isEqualTo(503);
      assertThat(service.output())
          .contains("or open a successor (ledger.open[n].predecessor.name=demo)");
    }
    refused(data, "predecessor.reason does not say why", successor(NEW_ORIGIN));
    refused(data, "the origin ledger.example/demo belongs to", successor("ledger.example/demo"));
    goesOn(data, state);
    theLostDatabaseComesBack(data, lost);
  }

  private void goesOn(Path data, String state) throws Exception {
    Path old = folder.resolve("old-copy");
    Path next = folder.resolve("new-copy");
    try (ServiceProcess service = ServiceProcess.start(data, successor())) {
      assertThat(record(service, "demo-2").accepted()).isTrue();
      Reply ended = record(service, "demo");
      assertThat(ended.status()).isEqualTo(409);
      assertThat(ended.json().path("type").asString()).endsWith("/ledger-succeeded");
      assertThat(ended.json().path("detail").asString()).contains("demo-2");
      assertThat(service.client("legal").get(Requests.path("demo")).status()).isEqualTo(200);
      mirror(service, "demo", "ledger.example/demo", old);
      mirror(service, "demo-2", NEW_ORIGIN, next);
    }
    try (ServiceProcess service = ServiceProcess.start(data, successor())) {
      assertThat(record(service, "demo-2").accepted()).as("a start later").isTrue();
    }
    String[] verify = {
      "verify",
      next.toString(),
      "--policy=" + data.resolve("policy.txt"),
      "--origin=" + NEW_ORIGIN,
      "--require=conduct"
    };
    assertThat(auditor().says(0, verify))
        .contains("predecessor  not checked  goes on from ledger.example/demo (restored-backup)");
    for (String[] call :
        List.of(
            with(verify, "--predecessor=" + old), with(verify, "--predecessor=" + old, state))) {
      assertThat(auditor().says(0, call))
          .containsPattern("predecessor  pass  goes on from ledger.example/demo .*; lost: \\d+");
    }
    assertThat(auditor().says(0, with(verify, "--predecessor=" + folder.resolve("lost-copy"))))
        .containsPattern("lost: (\\d+) entries, .*; what was given has \\1 entries of these");
    assertThat(auditor().says(1, with(verify, "--predecessor=" + next)))
        .contains("predecessor-other");
  }

  /** Database and keys: what is left is a copy, the old policy, and the heads beside the folder. */
  @Test
  void aLedgerOfWhichNothingIsLeftHasASuccessorToo() throws Exception {
    Path data = folder.resolve("data");
    Path copy = folder.resolve("copy");
    try (ServiceProcess service = ServiceProcess.start(data)) {
      assertThat(record(service, "demo").accepted()).isTrue();
      mirror(service, "demo", "ledger.example/demo", copy);
    }
    Path gone = folder.resolve("gone");
    Files.move(data, gone);
    refused(
        data, "none is opened anew (head-not-continued: a head of other keys or another origin");
    refused(data, "predecessor.checkpoint-key names the one that signed", successor());
    String vkey =
        Files.readAllLines(gone.resolve("policy.txt")).stream()
            .filter(line -> line.startsWith("log ledger.example/demo+"))
            .map(line -> line.split(" ", -1)[1])
            .findFirst()
            .orElseThrow();
    String[] settings = with(successor(), "--ledger.open[0].predecessor.checkpoint-key=" + vkey);
    Path next = folder.resolve("next");
    try (ServiceProcess service = ServiceProcess.start(data, settings)) {
      assertThat(record(service, "demo-2").accepted()).isTrue();
      mirror(service, "demo-2", NEW_ORIGIN, next);
    }
    String said =
        auditor()
            .says(
                0,
                "verify",
                next.toString(),
                "--policy=" + data.resolve("policy.txt"),
                "--origin=" + NEW_ORIGIN,
                "--predecessor=" + copy);
    assertThat(said)
        .containsPattern("size (\\d+) published, 0 restored; lost: \\1 entries, leaves 0 to \\d+")
        .contains("leaf 0 alone vouches for its key");
  }

  /** Its keys and heads are those of that time; what ended it is kept beside the folder. */
  private void theLostDatabaseComesBack(Path data, Path lost) throws IOException {
    Files.move(data, folder.resolve("restored"));
    Files.move(lost, data);
    try (ServiceProcess service = ServiceProcess.start(data)) {
      Reply ended = record(service, "demo");
      assertThat(ended.status()).isEqualTo(409);
      assertThat(ended.json().path("detail").asString()).contains("demo-2");
    }
    refused(data, "was published before, so none is opened anew", successor());
  }
}
