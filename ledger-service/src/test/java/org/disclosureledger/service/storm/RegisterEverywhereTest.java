package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.disclosureledger.format.Origin;
import org.disclosureledger.service.LedgerServiceApplication;
import org.disclosureledger.verifier.check.LedgerVerifier;
import org.disclosureledger.verifier.check.Progress;
import org.disclosureledger.verifier.check.RegisterListing;
import org.disclosureledger.verifier.check.TrustPolicy;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.RegisterLine;
import org.disclosureledger.verifier.source.Credentials;
import org.disclosureledger.verifier.source.HttpSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import tools.jackson.databind.JsonNode;

/** One number for a request, whoever is asked: the service in four ways, and the verifier. */
class RegisterEverywhereTest {
  private static final int WRITERS = 8;
  private static final int COMMANDS = 5;

  @TempDir Path folder;

  @Test
  void theAnswerTheRequestTheRegisterTheExportAndTheVerifierAgree() throws Exception {
    Path data = folder.resolve("data");
    try (var context =
        new SpringApplicationBuilder(LedgerServiceApplication.class)
            .run("--server.port=0", "--ledger.data-dir=" + data)) {
      String port = context.getEnvironment().getRequiredProperty("local.server.port");
      URI address = URI.create("http://localhost:" + port);
      ServiceClient legal =
          ServiceClient.signedIn(address, "legal", data.resolve("credentials.txt"));

      Map<String, String> answered = record(legal);
      assertThat(answered).hasSize(WRITERS * COMMANDS);
      assertThat(Set.copyOf(answered.values())).hasSize(WRITERS * COMMANDS);
      for (String request : answered.keySet()) {
        // At once: this does not wait for a projection.
        Reply one = legal.get(Requests.path("demo") + "/" + request);
        assertThat(one.json().path("registerNumber").asString()).isEqualTo(answered.get(request));
      }
      Awaiting.until("the register has come so far", () -> listed(legal).size() == answered.size());

      assertThat(listed(legal)).isEqualTo(answered);
      assertThat(exported(legal)).isEqualTo(answered);
      assertThat(derived(address, data)).isEqualTo(answered);
    }
  }

  private static Map<String, String> record(ServiceClient legal) throws Exception {
    Map<String, String> answered = new ConcurrentHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        writers.add(
            threads.submit(() -> {
              for (int i = 0; i < COMMANDS; i++) {
                StormCommand command = StormCommand.record("demo");
                JsonNode first = command.send(legal).json();
                Reply again = command.send(legal);
                assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
                assertThat(again.json()).isEqualTo(first);
                answered.put(
                    first.path("requestId").asString(), first.path("registerNumber").asString());
              }
              return null;
            }));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
    return new TreeMap<>(answered);
  }

  private static Map<String, String> listed(ServiceClient legal) throws IOException {
    Map<String, String> numbers = new TreeMap<>();
    for (JsonNode row : legal.get(Requests.path("demo") + "?limit=200").json().path("requests")) {
      numbers.put(row.path("requestId").asString(), row.path("registerNumber").asString());
    }
    return numbers;
  }

  private static Map<String, String> exported(ServiceClient legal) throws IOException {
    Reply file = legal.get("/api/v1/ledgers/demo/register.csv");
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.text()).doesNotContain("0900000001", "withheld");
    Map<String, String> numbers = new TreeMap<>();
    file.text()
        .lines()
        .skip(1)
        .map(line -> line.split(","))
        .forEach(fields -> numbers.put(fields[1], fields[0]));
    return numbers;
  }

  private static Map<String, String> derived(URI address, Path data) throws Exception {
    RegisterListing listing = new RegisterListing();
    TrustPolicy trust =
        TrustPolicy.load(data.resolve("policy.txt"), new Origin("ledger.example/demo"));
    Credentials auditor = Credentials.find(Map.of(), data.resolve("credentials.txt")).orElseThrow();
    try (HttpSource source = new HttpSource(address.resolve("/ledgers/demo"), auditor)) {
      var report =
          new LedgerVerifier()
              .verify(
                  source,
                  new LedgerVerifier.Options(trust, null, Set.of(Grade.ENTRIES, Grade.HEAD)),
                  Progress.NONE,
                  listing);
      assertThat(report.exitCode()).as(report.verdict()).isZero();
    }
    Map<String, String> numbers = new TreeMap<>();
    for (RegisterLine line : listing.lines()) {
      numbers.put(line.request(), line.number());
    }
    return numbers;
  }
}
