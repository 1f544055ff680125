package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.service.storm.Reply.done;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies after an erasure is committed, and before its file outside is written. */
class ErasureKillIT {
  private static final String ERASE = "{\"rule\":\"no-time\"}";
  private static final Map<String, String> ONCE = Map.of("Idempotency-Key", "xoa-va-tat");

  private final Path folder;
  private final Path data;
  private final Path erasedKeys;

  ErasureKillIT(@TempDir Path folder) {
    this.folder = folder;
    this.data = folder.resolve("data");
    this.erasedKeys = folder.resolve("data-erased/erased-keys");
  }

  @Test
  void theNextStartFinishesWhatAKilledProcessHadOnlyCommitted() throws Exception {
    String request;
    try (ServiceProcess service = ServiceProcess.start(data)) {
      request = closedRequest(service);
      adoptARuleOfNoTime(service);
      killedInBetween(service, request);
    }
    assertThat(Files.size(erasedKeys)).as("nothing was written").isZero();
    try (ServiceProcess service = ServiceProcess.start(data)) {
      assertThat(Files.size(erasedKeys)).as("one id, a line").isEqualTo(37);
      Awaiting.until("the documents are deleted", () -> documents() == 0);
      Awaiting.until(
          "that is noted", () -> erasures(service, "finished_at IS NOT NULL").equals("1"));
      Reply shown = service.client("legal").get(request);
      assertThat(shown.json().path("personalDataErased").asBoolean()).isTrue();

      Reply again = erase(service, request);
      assertThat(again.accepted()).as("%s", again).isTrue();
      assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
      assertThat(Files.size(erasedKeys)).as("written once").isEqualTo(37);
      new VerifierProcess(folder.resolve("auditor"))
          .requireClean(
              service.address().resolve("/ledgers/demo"),
              data.resolve("policy.txt"),
              "ledger.example/demo",
              data.resolve("credentials.txt"),
              "--require=conduct");
    }
  }

  private static String closedRequest(ServiceProcess service) throws IOException {
    ServiceClient legal = service.client("legal");
    String request = Requests.withDocument(legal, Requests.record(1), "Văn bản ví dụ");
    Requests.close(legal, request);
    return request;
  }

  private static void adoptARuleOfNoTime(ServiceProcess service) throws IOException {
    String rules =
        """
        {"rows":[{"id":"no-time","effectiveFrom":"2026-01-01","citation":"Quy chế ví dụ",
                  "keepDays":0}]}\
        """;
    done(service.client("admin").post("/api/v1/ledgers/demo/retention", rules));
  }

  private static Reply erase(ServiceProcess service, String request) throws IOException {
    return service.client("approver").post(request + "/erase-personal-data", ERASE, ONCE);
  }

  /** While this process holds the file, the service waits for it with the erasure committed. */
  private void killedInBetween(ServiceProcess service, String request)
      throws IOException, SQLException {
    try (FileChannel held =
            FileChannel.open(erasedKeys, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = held.lock()) {
      assertThat(lock.isValid()).isTrue();
      CompletableFuture<Reply> answer =
          CompletableFuture.supplyAsync(() -> {
            try {
              return erase(service, request);
            } catch (IOException e) {
              throw new CompletionException(e);
            }
          });
      Awaiting.until("the erasure is committed", () -> erasures(service, "true").equals("1"));
      assertThat(erasures(service, "finished_at IS NULL")).isEqualTo("1");
      assertThat(answer).as("no answer before the file is written").isNotDone();
      // Not by its name: closing another handle would give up the lock.
      assertThat(held.size()).isZero();
      assertThat(documents()).isEqualTo(1);
      service.kill();
      assertThat(answer.handle((reply, failure) -> failure).join()).isNotNull();
    }
  }

  private long documents() throws IOException {
    try (Stream<Path> files = Files.walk(data.resolve("attachments"))) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  private static String erasures(ServiceProcess service, String which) throws SQLException {
    return LedgerDatabase.of(service).text("SELECT count(*)::text FROM erasure WHERE " + which);
  }
}
