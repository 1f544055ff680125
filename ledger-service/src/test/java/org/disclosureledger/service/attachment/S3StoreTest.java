package org.disclosureledger.service.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.disclosureledger.service.database.StartRefused;
import org.disclosureledger.service.disclosure.TestCipher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real S3 server process. */
class S3StoreTest extends StoreContract {
  private static S3Server server;

  @BeforeAll
  static void start(@TempDir Path shared) throws IOException {
    server = S3Server.start(shared);
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @AfterEach
  void empty() throws IOException {
    for (ObjectName name : stored()) {
      store.delete(name);
    }
    ((S3Store) store).close();
  }

  @Override
  AttachmentStore emptyStore() {
    return S3Store.open(server.settings(S3Server.BUCKET));
  }

  /** Past our client and its checks: the server asks for no signature. */
  @Override
  void alter(ObjectName name, byte[] content) throws IOException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<Void> answer =
          client.send(
              HttpRequest.newBuilder(
                      server.endpoint().resolve("/" + S3Server.BUCKET + "/" + name.key()))
                  .PUT(HttpRequest.BodyPublishers.ofByteArray(content))
                  .build(),
              HttpResponse.BodyHandlers.discarding());
      assertThat(answer.statusCode()).isEqualTo(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Test
  void aBodyThatIsNotItsNamesHashIsRefusedByTheServer() throws IOException {
    Path file = Files.writeString(folder.resolve("x"), "x");
    ObjectName wrong = new ObjectName(LEDGER, STREAM, "ab".repeat(32));

    assertThatThrownBy(() -> store.put(wrong, file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the S3 store fails: HTTP 400");
    assertThat(store.get(wrong)).isEmpty();
  }

  @Test
  void aBucketThatIsNotThereRefusesTheStart() {
    assertThatThrownBy(() -> S3Store.open(server.settings("khong-co")))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("the bucket khong-co at http://localhost:")
        .hasMessageContaining("HTTP 404");
  }

  @Test
  void aStoreThatIsAwayIsAnInputOutputError() throws IOException {
    ObjectName name = new ObjectName(LEDGER, STREAM, "ab".repeat(32));
    S3Store gone;
    try (S3Server second = S3Server.start(Files.createDirectory(folder.resolve("second")))) {
      gone = S3Store.open(second.settings(S3Server.BUCKET));
    }
    assertThatThrownBy(() -> gone.get(name))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the S3 store fails");
    AttachmentIntake over =
        new AttachmentIntake(
            gone, new Spool(folder.resolve("spool")), TestCipher.over(keys), () -> now);
    assertThatThrownBy(
            () -> over.receive(place(STREAM, 1), TestDocuments.pdf(1_000), "công-văn.pdf"))
        .isInstanceOf(StoreUnavailable.class);
    assertThatThrownBy(() -> over.open(place(STREAM, 1), name.object()))
        .isInstanceOf(StoreUnavailable.class);
    nothingIsSpooled();
    gone.close();
  }
}
