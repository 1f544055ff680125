package org.disclosureledger.verifier.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.disclosureledger.verifier.ledger.TestLedger;
import org.disclosureledger.verifier.ledger.TestServer;
import org.disclosureledger.verifier.ledger.Verification;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.VerificationReport;
import org.disclosureledger.verifier.source.SourceException.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpSourceTest {
  private static final Credentials AUDITOR = new Credentials("auditor", "geheim-1");

  @TempDir private Path directory;

  private VerificationReport verify(TestServer server, @Nullable Credentials credentials)
      throws Exception {
    try (HttpSource source = new HttpSource(server.url(), credentials)) {
      return new Verification(directory).of(source);
    }
  }

  private static void readFails(TestServer server, String path, Kind kind, String message) {
    try (HttpSource source = new HttpSource(server.url(), AUDITOR)) {
      assertThatThrownBy(() -> source.read(path, 1_000))
          .isInstanceOfSatisfying(SourceException.class, e -> assertThat(e.kind()).isEqualTo(kind))
          .hasMessageContaining(message);
    }
  }

  @Test
  void aServedLedgerVerifiesLikeItsExportPlainOrGzipped() throws Exception {
    Map<String, byte[]> files = TestLedger.of(300).files();
    try (TestServer plain = new TestServer(files);
        TestServer gzip = new TestServer(files).gzip()) {
      assertThat(verify(plain, null).exitCode()).isZero();
      assertThat(verify(gzip, null).exitCode()).isZero();
    }
  }

  @Test
  void aPartialTileThatIsGoneIsReadFromTheFullOne() throws Exception {
    Map<String, byte[]> files = TestLedger.of(300).files();
    files.keySet().removeIf(path -> path.contains(".p/44"));
    TestLedger.of(520).tiles().forEach(files::putIfAbsent);
    try (TestServer server = new TestServer(files)) {
      assertThat(verify(server, null).exitCode()).isZero();
      assertThat(server.requested()).contains("tile/entries/001.p/44", "tile/entries/001");
    }
  }

  @Test
  void nothingButTheCheckpointIsAskedForWhenItIsNotVerified() throws Exception {
    Map<String, byte[]> files = TestLedger.of(12).files();
    byte[] checkpoint = files.getOrDefault("checkpoint", new byte[0]);
    checkpoint[checkpoint.length - 20] ^= 1;
    try (TestServer server = new TestServer(files)) {
      VerificationReport report = verify(server, null);
      assertThat(report.exitCode()).isOne();
      assertThat(server.requested()).containsExactly("checkpoint");
    }
  }

  @Test
  void credentialsAreSentAndTheirLackIsSaidInOneLine() throws Exception {
    try (TestServer server = new TestServer(TestLedger.of(3).files()).password("geheim-1")) {
      assertThat(verify(server, AUDITOR).exitCode()).isZero();
      VerificationReport report = verify(server, null);
      assertThat(report.exitCode()).isEqualTo(2);
      assertThat(report.grade(Grade.HEAD).evidence())
          .contains("wants credentials (HTTP 401)")
          .doesNotContain("\n");
      assertThat(verify(server, new Credentials("auditor", "wrong")).exitCode()).isEqualTo(2);
    }
  }

  @Test
  void aPageInPlaceOfTheCheckpointIsAFinding() throws Exception {
    try (TestServer server =
        new TestServer(Map.of("checkpoint", "<html>\n\n".getBytes(StandardCharsets.UTF_8)))) {
      VerificationReport report = verify(server, null);
      assertThat(report.exitCode()).isOne();
      assertThat(report.findings()).extracting(Finding::file).containsExactly("checkpoint");
    }
  }

  @Test
  void aTruncatedBundleIsAFindingAndAServerErrorIsNot() throws Exception {
    Map<String, byte[]> files = TestLedger.of(12).files();
    files.computeIfPresent(
        "tile/entries/000.p/12", (path, bundle) -> Arrays.copyOf(bundle, bundle.length - 9));
    try (TestServer server = new TestServer(files)) {
      VerificationReport report = verify(server, null);
      assertThat(report.findings()).extracting(Finding::rule).containsExactly("bundle-truncated");
      server.answer("tile/entries/000.p/12", exchange -> exchange.sendResponseHeaders(503, -1));
      assertThat(verify(server, null).exitCode()).isEqualTo(2);
    }
  }

  @Test
  void aBusyServerIsAskedAgainWhenItSaysAndNotForEver() throws Exception {
    List<Duration> pauses = new ArrayList<>();
    List<String> asked = List.of("7", "0", "soon", "999999999");
    try (TestServer server = new TestServer(Map.of("tile", new byte[] {7}));
        HttpSource source =
            new HttpSource(server.url(), AUDITOR, Duration.ofSeconds(60), pauses::add)) {
      server.answer(
          "tile",
          exchange -> {
            if (pauses.size() < asked.size()) {
              exchange.getResponseHeaders().set("Retry-After", asked.get(pauses.size()));
              exchange.sendResponseHeaders(429, -1);
            } else {
              exchange.sendResponseHeaders(200, 1);
              exchange.getResponseBody().write(7);
            }
          });
      assertThat(source.read("tile", 10)).hasValue(new byte[] {7});
      assertThat(pauses)
          .containsExactly(
              Duration.ofSeconds(7),
              Duration.ofSeconds(1),
              Duration.ofSeconds(1),
              Duration.ofMinutes(2));

      server.answer("tile", exchange -> exchange.sendResponseHeaders(429, -1));
      assertThatThrownBy(() -> source.read("tile", 10)).hasMessageContaining("HTTP status 429");
      assertThat(pauses).hasSizeBetween(20, 40);
    }
  }

  @Test
  void aRedirectToAnotherHostIsRefusedAndGetsNoCredentials() throws Exception {
    try (TestServer other = new TestServer(Map.of("checkpoint", new byte[1]));
        TestServer server = new TestServer(Map.of("moved", new byte[] {7}))) {
      server.answer(
          "checkpoint",
          exchange -> {
            exchange.getResponseHeaders().set("Location", other.url() + "/checkpoint");
            exchange.sendResponseHeaders(302, -1);
          });
      readFails(server, "checkpoint", Kind.UNREADABLE, "redirected to another host, refused");
      assertThat(other.requested()).isEmpty();

      server.answer(
          "checkpoint",
          exchange -> {
            exchange.getResponseHeaders().set("Location", "/ledgers/test/moved");
            exchange.sendResponseHeaders(307, -1);
          });
      try (HttpSource source = new HttpSource(server.url(), AUDITOR)) {
        assertThat(source.read("checkpoint", 10)).hasValue(new byte[] {7});
      }
      server.answer(
          "moved",
          exchange -> {
            exchange.getResponseHeaders().set("Location", "/ledgers/test/checkpoint");
            exchange.sendResponseHeaders(302, -1);
          });
      readFails(server, "checkpoint", Kind.UNREADABLE, "redirects");
    }
  }

  @Test
  void anEndlessOrInflatedAnswerIsCutOff() throws Exception {
    try (TestServer server = new TestServer(Map.of())) {
      server.answer(
          "endless",
          exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[65_536];
            try {
              while (true) {
                exchange.getResponseBody().write(block);
              }
            } catch (IOException closedByTheReader) {
              assertThat(closedByTheReader).isNotNull();
            }
          });
      server.answer(
          "bomb",
          exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            byte[] body = TestServer.gzipped(new byte[500_000]);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          });
      server.files().put("long", new byte[1_001]);
      readFails(server, "endless", Kind.TOO_LARGE, "larger than 1,000 bytes");
      readFails(server, "bomb", Kind.TOO_LARGE, "larger than 1,000 bytes");
      readFails(server, "long", Kind.TOO_LARGE, "larger than 1,000 bytes");
    }
  }

  @Test
  void whatClaimsToBeGzipMustBe() throws Exception {
    try (TestServer server = new TestServer(Map.of())) {
      for (String encoding : new String[] {"gzip", "br"}) {
        server.answer(
            "checkpoint",
            exchange -> {
              exchange.getResponseHeaders().set("Content-Encoding", encoding);
              exchange.sendResponseHeaders(200, 3);
              exchange.getResponseBody().write(new byte[3]);
            });
        readFails(server, "checkpoint", Kind.ENCODING, "checkpoint: ");
      }
      VerificationReport report = verify(server, null);
      assertThat(report.findings()).extracting(Finding::rule).containsExactly("content-encoding");
    }
  }

  @Test
  void aServerThatDoesNotFinishIsLeftAtTheDeadline() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (TestServer server = new TestServer(Map.of())) {
      server.answer(
          "checkpoint",
          exchange -> {
            exchange.sendResponseHeaders(200, 10);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            try {
              over.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
      try (HttpSource source = new HttpSource(server.url(), null, Duration.ofMillis(300))) {
        assertThatThrownBy(() -> source.read("checkpoint", 100))
            .isInstanceOf(SourceException.class)
            .hasMessageContaining("no answer within");
      } finally {
        over.countDown();
      }
    }
  }

  @Test
  void noServerAtAllIsUnreadable() throws Exception {
    URI gone;
    try (TestServer server = new TestServer(Map.of())) {
      gone = server.url();
    }
    try (HttpSource source = new HttpSource(gone, null)) {
      assertThatThrownBy(() -> source.read("checkpoint", 100))
          .hasMessageContaining("cannot be reached");
    }
  }

  @Test
  void aUrlHoldsNoPasswordAndNoQuery() {
    for (String url :
        new String[] {"http://u:p@example.com/x", "http:///x", "http://example.com/?a=1"}) {
      assertThatThrownBy(() -> HttpSource.parse(url)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
