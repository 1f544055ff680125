package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.SignaturePackaging;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.disclosureledger.service.attachment.AttachmentIntake;
import org.disclosureledger.service.database.SecretFile;
import org.disclosureledger.service.signature.TestAuthority;
import org.disclosureledger.service.signature.TestSigning;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Documents through HTTP into real files beside a real PostgreSQL, in a process of small heap. */
class DocumentsOverHttpTest {
  private static final TestAuthority AUTHORITY = new TestAuthority("CN=Gốc tin cậy mẫu,C=VN");
  private static final byte[] LINE = "0900000001\r\n".getBytes(StandardCharsets.US_ASCII);
  // More than the heap together: were they held, the service would end.
  private static final int AT_ONCE = 4;

  @TempDir static Path folder;
  private static SmallHeapService service;
  private static ServiceClient legal;
  private static Path objects;

  @BeforeAll
  static void start() throws IOException {
    Path credentials = folder.resolve("credentials.txt");
    SecretFile.write(
        credentials,
        "legal: mot\napprover: hai\nsupervisor: ba\nlegal-khac@khac: bon\n"
            .getBytes(StandardCharsets.US_ASCII));
    Path anchors = TestAuthority.anchors(folder.resolve("anchors"), AUTHORITY);
    service =
        SmallHeapService.start(
            folder,
            "--ledger.credentials-file=" + credentials,
            "--ledger.signatures.anchors=" + anchors);
    legal = client("legal");
    objects = folder.resolve("data/attachments");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static ServiceClient client(String user) {
    return ServiceClient.signedIn(service.address(), user, folder.resolve("credentials.txt"));
  }

  /** Where the documents of a new request go. */
  private static String documents(String secrecy) throws IOException {
    boolean secret = !secrecy.equals("NORMAL");
    String body = Requests.record("", secret ? "{}" : "{\"identifier\":\"0900000001\"}");
    if (secret) {
      body = body.replace("\"subject\":\"Ví dụ\",", "");
    }
    Reply reply =
        legal.post(
            Requests.path("demo"),
            body.replace("\"secrecy\":\"NORMAL\"", "\"secrecy\":\"" + secrecy + "\""));
    assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    return Requests.path("demo") + "/" + reply.json().path("requestId").asString() + "/documents";
  }

  /**
   * @param name as in a header: percent-encoded UTF-8
   */
  private static Map<String, String> file(String name) {
    return Map.of(
        "Content-Type",
        "application/octet-stream",
        "Content-Disposition",
        "attachment; filename*=UTF-8''" + name);
  }

  private static Reply send(String path, String name, byte[] document) throws IOException {
    return legal.post(path, BodyPublishers.ofByteArray(document), file(name));
  }

  private static Reply sendWithKey(String path, byte[] document, String key) throws IOException {
    Map<String, String> headers = new HashMap<>(file("l.txt"));
    headers.put("Idempotency-Key", key);
    return legal.post(path, BodyPublishers.ofByteArray(document), headers);
  }

  /** Without a {@code Content-Length}. */
  private static Reply stream(String path, long size) throws IOException {
    return legal.post(path, BodyPublishers.ofInputStream(() -> new Lines(size)), file("ds.txt"));
  }

  /** Everything that lies in the store or on its way there. */
  private static Set<Path> stored() throws IOException {
    if (!Files.exists(objects)) {
      return Set.of();
    }
    try (var files = Files.walk(objects)) {
      return new HashSet<>(files.filter(Files::isRegularFile).toList());
    }
  }

  private static Path added(Set<Path> before) throws IOException {
    Set<Path> now = stored();
    now.removeAll(before);
    assertThat(now).hasSize(1);
    return now.iterator().next();
  }

  @Test
  void aSignedPdfIsCheckedKeptEncryptedAndGivenBackAsADownload() throws Exception {
    String path = documents("NORMAL");
    Set<Path> before = stored();
    byte[] pdf = TestSigning.pades(TestSigning.pdf("Mau 1"), AUTHORITY.officer());
    Reply reply = send(path + "?purpose=DEMAND", "c%C3%B4ng%20v%C4%83n%201.pdf", pdf);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    JsonNode accepted = reply.json();
    String document = path + "/" + accepted.path("document").asString();
    assertThat(reply.header("Location")).endsWith(document);
    assertThat(accepted.path("mediaType").asString()).isEqualTo("application/pdf");
    assertThat(accepted.path("size").asInt()).isEqualTo(pdf.length);
    assertThat(accepted.path("entryCount").asInt()).isEqualTo(2);
    JsonNode signature = accepted.path("signatures").path(0);
    assertThat(signature.path("outcomeVi").asString()).isEqualTo("hợp lệ");
    assertThat(signature.path("chainEn").asString()).isEqualTo("trusted");
    assertThat(signature.path("signer").asString()).contains("CN=Nguyễn Văn Mẫu");

    assertThat(Files.readString(added(before), StandardCharsets.ISO_8859_1)).doesNotContain("%PDF");
    Reply given = client("approver").get(document);
    assertThat(given.status()).isEqualTo(200);
    assertThat(given.bytes()).isEqualTo(pdf);
    assertThat(given.header("Content-Type")).startsWith("application/pdf");
    assertThat(given.header("Content-Disposition"))
        .startsWith("attachment; filename=")
        .contains("filename*=UTF-8''c%C3%B4ng%20v%C4%83n%201.pdf");
    assertThat(given.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(given.header("Content-Security-Policy")).contains("sandbox");
    assertThat(given.header("Cache-Control")).isEqualTo("no-store");

    JsonNode listed = legal.get(path).json();
    assertThat(listed.size()).isEqualTo(1);
    assertThat(listed.path(0).path("name").asString()).isEqualTo("công văn 1.pdf");
    assertThat(listed.path(0).path("signatures").path(0).path("outcome").asString())
        .isEqualTo("VALID");
    for (String closed : List.of(document, path)) {
      assertThat(client("supervisor").get(closed).problem()).isEqualTo("purpose-required");
      assertThat(client("supervisor").get(closed, Map.of("Purpose", "INSPECTION")).problem())
          .isEqualTo("grant-required");
    }
  }

  @Test
  void aDetachedSignatureIsCheckedAgainstTheDocumentThatItNames() throws Exception {
    String path = documents("NORMAL");
    byte[] letter = "Công văn số 0001/CV-MAU".getBytes(StandardCharsets.UTF_8);
    byte[] p7s = TestSigning.cades(letter, SignaturePackaging.DETACHED, AUTHORITY.officer());
    String letterId =
        send(path + "?purpose=DEMAND", "cv.txt", letter).json().path("document").asString();
    String otherId =
        send(path + "?purpose=OTHER", "k.txt", "Khác".getBytes(StandardCharsets.UTF_8))
            .json()
            .path("document")
            .asString();
    String sign = path + "?purpose=DEMAND&of=";
    Reply signed = send(sign + letterId, "cv.p7s", p7s);
    assertThat(outcome(signed)).isEqualTo("VALID");
    assertThat(signed.json().at("/signatures/0/signs").asString()).isEqualTo(letterId);
    assertThat(outcome(send(sign + otherId, "cv.p7s", p7s))).isNotEqualTo("VALID");
    Reply unknown = send(sign + UUID.randomUUID(), "cv.p7s", p7s);
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.problem()).isEqualTo("invalid-parameter");
    Set<Path> before = stored();
    assertThat(send(path + "?purpose=OTHER&of=" + letterId, "k.txt", letter).problem())
        .isEqualTo("invalid-parameter");
    assertThat(stored()).isEqualTo(before);
  }

  private static String outcome(Reply reply) {
    assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    return reply.json().path("signatures").path(0).path("outcome").asString();
  }

  @Test
  void manyLargestDocumentsPassAtOnceAndComeBackWithoutBeingHeld() throws Exception {
    String path = documents("NORMAL") + "?purpose=OTHER";
    long size = AttachmentIntake.MAX_BYTES;
    assertThat(AT_ONCE * size).isGreaterThan(SmallHeapService.HEAP_MEGABYTES * 1024L * 1024);
    Callable<Reply> upload = () -> stream(path, size);
    List<String> ids = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Reply>> replies = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        replies.add(threads.submit(upload));
      }
      for (Future<Reply> reply : replies) {
        // Entries of one stream at once: who comes second is told so, and sends it again.
        Reply taken = reply.get().status() == 409 ? upload.call() : reply.get();
        assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
        assertThat(taken.json().path("size").asLong()).isEqualTo(size);
        ids.add(taken.json().path("document").asString());
      }
    }
    String document = path.substring(0, path.indexOf('?')) + "/" + ids.getFirst();
    assertThat(legal.get(document).bytes()).hasSize((int) size);
    assertThat(service.output()).doesNotContain("OutOfMemoryError");
  }

  @Test
  void oneByteTooManyAndAWebPageLeaveNothingBehind() throws Exception {
    String path = documents("NORMAL");
    Set<Path> before = stored();
    Reply large = stream(path + "?purpose=OTHER", AttachmentIntake.MAX_BYTES + 1);
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.problem()).isEqualTo("document-too-large");
    byte[] page = "<!DOCTYPE html><html><body>Mẫu".getBytes(StandardCharsets.UTF_8);
    Reply html = send(path + "?purpose=OTHER", "cong-van.pdf", page);
    assertThat(html.status()).isEqualTo(415);
    assertThat(html.problem()).isEqualTo("document-is-active");
    assertThat(stored()).isEqualTo(before);
    assertThat(legal.get(path).json().size()).isZero();
  }

  @Test
  void aRepetitionGetsTheFirstAnswerAndIsNotStoredTwice() throws Exception {
    String path = documents("NORMAL");
    String upload = path + "?purpose=ORDER";
    byte[] order = "Lệnh mẫu".getBytes(StandardCharsets.UTF_8);
    Reply first = sendWithKey(upload, order, "khoa-1");
    assertThat(first.status()).as(first.toString()).isEqualTo(201);
    Set<Path> after = stored();
    Reply second = sendWithKey(upload, order, "khoa-1");
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(second.json()).isEqualTo(first.json());

    byte[] other = "Lệnh khác".getBytes(StandardCharsets.UTF_8);
    for (Reply reused :
        List.of(
            sendWithKey(upload, other, "khoa-1"),
            sendWithKey(path + "?purpose=OTHER", order, "khoa-1"))) {
      assertThat(reused.status()).isEqualTo(422);
      assertThat(reused.problem()).isEqualTo("idempotency-key-reused");
    }
    assertThat(stored()).isEqualTo(after);
    String document = path + "/" + first.json().path("document").asString();
    assertThat(legal.get(document).bytes()).isEqualTo(order);
    assertThat(send(upload, "l.txt", order).json().path("document"))
        .isNotEqualTo(first.json().path("document"));
    assertThat(legal.get(path).json().size()).isEqualTo(2);
  }

  @Test
  void strangersOfTheLedgerAndOtherRequestsFindNothing() throws Exception {
    String path = documents("NORMAL");
    byte[] text = "Mẫu".getBytes(StandardCharsets.UTF_8);
    String id = send(path + "?purpose=OTHER", "a.txt", text).json().path("document").asString();
    Set<Path> before = stored();
    ServiceClient stranger = client("legal-khac@khac");
    assertThat(stranger.get(path + "/" + id).problem()).isEqualTo("ledger-not-found");
    assertThat(stranger.get(path).status()).isEqualTo(404);
    Reply sent =
        stranger.post(path + "?purpose=OTHER", BodyPublishers.ofByteArray(text), file("a.txt"));
    assertThat(sent.status()).isEqualTo(404);
    assertThat(stored()).isEqualTo(before);
    String other = documents("NORMAL");
    assertThat(legal.get(other + "/" + id).problem()).isEqualTo("document-not-found");
  }

  @Test
  void aboveSecrecyNormalNoDocumentIsTaken() throws Exception {
    String path = documents("SECRET");
    Set<Path> before = stored();
    Reply reply = send(path + "?purpose=OTHER", "a.txt", "Mẫu".getBytes(StandardCharsets.UTF_8));
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.problem()).isEqualTo("secrecy-forbids-content");
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void whatWasAlteredOnDiskIsNotGivenOutNorWhatIsGone() throws Exception {
    String path = documents("NORMAL");
    Set<Path> before = stored();
    String id =
        send(path + "?purpose=OTHER", "a.txt", "Mẫu".getBytes(StandardCharsets.UTF_8))
            .json()
            .path("document")
            .asString();
    Path object = added(before);
    byte[] ciphertext = Files.readAllBytes(object);
    ciphertext[ciphertext.length / 2] ^= 1;
    Files.write(object, ciphertext);
    Reply altered = legal.get(path + "/" + id);
    assertThat(altered.status()).isEqualTo(500);
    assertThat(altered.problem()).isEqualTo("document-altered");
    assertThat(altered.header("Content-Disposition")).isEmpty();
    Files.delete(object);
    Reply gone = legal.get(path + "/" + id);
    assertThat(gone.status()).isEqualTo(500);
    assertThat(gone.problem()).isEqualTo("document-lost");
    assertThat(legal.get(path).json().size()).isEqualTo(1);
  }

  /** So many bytes of a list of plainly invented numbers, never in memory. */
  private static final class Lines extends InputStream {
    private final long size;
    private long at;

    Lines(long size) {
      this.size = size;
    }

    @Override
    public int read() {
      return at < size ? LINE[(int) (at++ % LINE.length)] : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int count = (int) Math.min(length, size - at);
      for (int i = 0; i < count; i++) {
        into[offset + i] = LINE[(int) (at++ % LINE.length)];
      }
      return count == 0 && length > 0 ? -1 : count;
    }
  }
}
