package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.service.storm.Reply.done;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.sql.DataSource;
import org.disclosureledger.format.Origin;
import org.disclosureledger.service.LedgerServiceApplication;
import org.disclosureledger.service.keys.KeyRing;
import org.disclosureledger.verifier.check.LedgerVerifier;
import org.disclosureledger.verifier.check.Progress;
import org.disclosureledger.verifier.check.RegisterListing;
import org.disclosureledger.verifier.check.TrustPolicy;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.source.Credentials;
import org.disclosureledger.verifier.source.HttpSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A request's personal data, from its recording to the last backup that held it. */
@ExtendWith(OutputCaptureExtension.class)
class ErasureOverHttpTest {
  /**
   * What nobody may find: in a starred text, an identifier, a document, why a grant was revoked.
   */
  private static final List<String> MARKERS =
      List.of("DauVetChuDe7391", "0900000739", "DauVetVanBan7391", "DauVetThuHoi7391");

  @TempDir Path folder;
  private @Nullable ConfigurableApplicationContext running;
  private URI address = URI.create("http://localhost");

  private Path data() {
    return folder.resolve("data");
  }

  private ConfigurableApplicationContext start(String... more) {
    String[] arguments =
        Stream.concat(Stream.of("--server.port=0", "--ledger.data-dir=" + data()), Stream.of(more))
            .toArray(String[]::new);
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(LedgerServiceApplication.class).run(arguments);
    running = context;
    address =
        URI.create(
            "http://localhost:"
                + context.getEnvironment().getRequiredProperty("local.server.port"));
    return context;
  }

  @AfterEach
  void stop() {
    if (running != null) {
      running.close();
      running = null;
    }
  }

  private ServiceClient as(String user) {
    return ServiceClient.signedIn(address, user, data().resolve("credentials.txt"));
  }

  @Test
  void whatIsErasedStaysErasedAndProvedAndNoBackupBringsItBack(CapturedOutput output)
      throws Exception {
    ConfigurableApplicationContext context = start();
    UUID request = closedRequest();
    grantRevoked(request);
    refusals(request);
    AdoptedRetention.adopt(context, "no-time", 0);
    byte[] key = dataKey(context);
    String wrapped = wrappedKeys(context).getFirst();
    String wrappedBeside = wrappedKeys(context, "access/").getFirst();
    stop();
    Path backup = folder.resolve("backup");
    copy(data().resolve("postgresql"), backup);
    copy(data().resolve("keys"), folder.resolve("keys-backup"));

    context = start();
    erase(request);
    nothingIsShown(request);
    alreadyErasedIsToldOnlyOfWhatTheFileNames(context, request);
    assertThat(wrappedKeys(context)).isEmpty();
    assertThat(wrappedKeys(context, "access/")).isEmpty();
    assertThat(everyRow(context)).doesNotContain(wrapped, wrappedBeside);
    requireSound();
    stop();
    nothingLeaks(key, output);

    // An old backup of the database: the file beside it erases again, before anything opens.
    copy(backup, data().resolve("postgresql"));
    context = start();
    assertThat(wrappedKeys(context)).isEmpty();
    nothingIsShown(request);
    requireSound();
    stop();

    // Even without that file, once the key-encryption key of the backup's time is destroyed.
    context = start("--ledger.vault.rotate-now=true", "--ledger.vault.backup-retention=PT0S");
    for (KeyRing.Purpose purpose : KeyRing.Purpose.values()) {
      assertThat(context.getBean(KeyRing.class).wrappingKeys(purpose)).hasSize(1);
    }
    stop();
    copy(backup, data().resolve("postgresql"));
    Files.delete(erasedKeys());
    context = start();
    assertThat(wrappedKeys(context)).containsExactly(wrapped);
    String told = told(request);
    MARKERS.forEach(marker -> assertThat(told).doesNotContain(marker));
    stop();

    // The same questions do find it where the key folder of that day is put back too.
    copy(backup, data().resolve("postgresql"));
    copy(folder.resolve("keys-backup"), data().resolve("keys"));
    Files.deleteIfExists(erasedKeys());
    start();
    assertThat(told(request)).contains(MARKERS.get(0), MARKERS.get(1));
  }

  private Path erasedKeys() {
    return folder.resolve("data-erased/erased-keys");
  }

  /** Everything that an officer is told of it. */
  private String told(UUID request) throws IOException {
    StringBuilder told = new StringBuilder();
    for (String what : List.of("", "events")) {
      told.append(as("legal").get(path(request, what)));
    }
    return told.toString();
  }

  /** A process died before it wrote the file; whoever asks another hears nothing before it has. */
  private void alreadyErasedIsToldOnlyOfWhatTheFileNames(
      ConfigurableApplicationContext context, UUID request) throws IOException {
    String whole = Files.readString(erasedKeys());
    JdbcClient.create(context.getBean("writer", DataSource.class))
        .sql("UPDATE erasure SET finished_at = NULL")
        .update();
    Files.writeString(erasedKeys(), "");
    Reply again = as("approver").post(path(request, "erase-personal-data"), rule("no-time"));
    assertThat(again.toString()).contains("already-erased");
    assertThat(Files.readString(erasedKeys()).lines())
        .containsExactlyInAnyOrderElementsOf(whole.lines().toList());
  }

  private static String path(UUID request, String what) {
    String path = "/api/v1/ledgers/demo/requests/" + request;
    return what.isEmpty() ? path : path + "/" + what;
  }

  private UUID closedRequest() throws IOException {
    String body =
        """
        {"receivedAt":"%s","channel":"OFFICIAL_LETTER","emergency":false,
         "requestingAgency":{"code":"CA-TINH-01","kind":"PROVINCIAL_POLICE"},
         "documentNumber":"0739/CV-MAU",
         "subject":"%s","caseType":"MISSING_PERSON","urgency":"EXPRESS","secrecy":"NORMAL",
         "items":[{"kind":"SUBSCRIBER_DATA","targets":[{"identifier":"%s"}],
                   "fields":["CELL_LOCATION"]}]}\
        """
            .formatted(
                Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS),
                MARKERS.get(0),
                MARKERS.get(1));
    String path = Requests.withDocument(as("legal"), body, MARKERS.get(2));
    UUID request = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    Reply early = as("approver").post(path(request, "erase-personal-data"), rule("no-time"));
    assertThat(early.toString()).contains("erasure-request-open");
    Requests.close(as("legal"), path);
    assertThat(as("legal").get(path(request, "")).toString()).contains(MARKERS.get(0));
    return request;
  }

  private void grantRevoked(UUID request) throws IOException {
    Instant until = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
    String terms = "{\"to\":\"auditor\",\"purpose\":\"AUDIT\",\"until\":\"" + until + "\"}";
    Reply granted = done(as("approver").post(path(request, "grants"), terms));
    String revoke = path(request, "grants/" + granted.json().path("grant").asString() + "/revoke");
    done(as("approver").post(revoke, "{\"reason\":\"" + MARKERS.get(3) + "\"}"));
  }

  private static String rule(String id) {
    return "{\"rule\":\"" + id + "\"}";
  }

  private void refusals(UUID request) throws IOException {
    String erase = path(request, "erase-personal-data");
    assertThat(as("legal").post(erase, rule("shipped-default")).status()).isEqualTo(403);
    assertThat(as("approver").post(erase, rule("shipped-default")).toString())
        .contains("retention-not-over");
    assertThat(as("approver").post(erase, rule("no-time")).toString())
        .contains("retention-rule-unknown");
  }

  private void erase(UUID request) throws IOException {
    Reply before = as("legal").get(path(request, ""));
    Map<String, String> once = Map.of("Idempotency-Key", "xoa-1");
    String erase = path(request, "erase-personal-data");
    Reply erased = done(as("approver").post(erase, rule("no-time"), once));
    Reply again = done(as("approver").post(erase, rule("no-time"), once));
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.json()).isEqualTo(erased.json());
    assertThat(as("approver").post(erase, rule("no-time")).toString()).contains("already-erased");
    assertThat(as("legal").get(path(request, "")).header("ETag")).isEqualTo(before.header("ETag"));
  }

  private void nothingIsShown(UUID request) throws Exception {
    Reply shown = as("legal").get(path(request, ""));
    assertThat(shown.status()).as("%s", shown).isEqualTo(200);
    assertThat(shown.json().path("personalDataErased").asBoolean()).isTrue();
    Reply events = as("legal").get(path(request, "events"));
    assertThat(events.toString()).contains("\"erased\"");
    for (Reply reply : List.of(shown, events, as("legal").get("/api/v1/ledgers/demo/requests"))) {
      MARKERS.forEach(marker -> assertThat(reply.toString()).doesNotContain(marker));
    }
    assertThat(shown.json().path("actions").findValuesAsString("rule"))
        .contains("personal-data-erased");
    Reply refused = as("legal").post(path(request, "reopen"), "{\"items\":[1],\"reason\":\"x\"}");
    assertThat(refused.toString()).contains("personal-data-erased");
    String document = shown.json().at("/documents/0/document").asString();
    assertThat(as("legal").get(path(request, "documents/" + document)).status()).isEqualTo(410);
    try (Stream<Path> files = Files.walk(data().resolve("attachments"))) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
    Path file = erasedKeys();
    assertThat(Files.readString(file).lines()).as("the request's key, its grants'").hasSize(2);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  private static List<String> wrappedKeys(ConfigurableApplicationContext context) {
    return wrappedKeys(context, "request/");
  }

  private static List<String> wrappedKeys(ConfigurableApplicationContext context, String family) {
    return JdbcClient.create(context.getBean("writer", DataSource.class))
        .sql("SELECT encode(wrapped, 'hex') FROM data_key WHERE starts_with(stream_id, :family)")
        .param("family", family)
        .query((row, n) -> row.getString(1))
        .list();
  }

  /** The key in clear, as only the vault's memory ever holds it. */
  private static byte[] dataKey(ConfigurableApplicationContext context)
      throws GeneralSecurityException {
    KeyRing.WrappingKey wrapping = context.getBean(KeyRing.class).wrappingKey();
    Cipher cipher = Cipher.getInstance("AES/KWP/NoPadding");
    cipher.init(Cipher.UNWRAP_MODE, wrapping.key());
    byte[] wrapped = HexFormat.of().parseHex(wrappedKeys(context).getFirst());
    return cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY).getEncoded();
  }

  /** What a logical dump would hold. */
  private static String everyRow(ConfigurableApplicationContext context) {
    JdbcClient db = JdbcClient.create(context.getBean("writer", DataSource.class));
    StringBuilder rows = new StringBuilder();
    db.sql(
            """
            SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
            WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
              AND has_table_privilege(format('%I.%I', schemaname, tablename), 'SELECT')\
            """)
        .query(String.class)
        .list()
        .forEach(table ->
            db.sql("SELECT t::text FROM " + table + " t")
                .query(String.class)
                .list()
                .forEach(rows::append));
    assertThat(rows).contains("request/");
    return rows.toString();
  }

  private void nothingLeaks(byte[] key, CapturedOutput output) throws IOException {
    MARKERS.forEach(marker -> assertThat(output.getAll()).doesNotContain(marker));
    String raw = new String(key, StandardCharsets.ISO_8859_1);
    String hex = HexFormat.of().formatHex(key);
    long files = 0;
    try (Stream<Path> walk = Files.walk(data())) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        files++;
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (String marker : MARKERS) {
          assertThat(bytes.contains(marker)).as("%s in %s", marker, file).isFalse();
        }
        assertThat(bytes.contains(raw) || bytes.contains(hex)).as("the key in " + file).isFalse();
      }
    }
    assertThat(files).as("files of a database").isGreaterThan(500);
  }

  private static void copy(Path from, Path to) throws IOException {
    if (Files.exists(to)) {
      try (Stream<Path> old = Files.walk(to)) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private void requireSound() throws Exception {
    TrustPolicy trust =
        TrustPolicy.load(data().resolve("policy.txt"), new Origin("ledger.example/demo"));
    Credentials auditor =
        Credentials.find(Map.of(), data().resolve("credentials.txt")).orElseThrow();
    Set<Grade> required =
        EnumSet.of(Grade.ENTRIES, Grade.STREAMS, Grade.TREE, Grade.HEAD, Grade.CONDUCT);
    try (HttpSource source = new HttpSource(address.resolve("/ledgers/demo"), auditor)) {
      var report =
          new LedgerVerifier()
              .verify(
                  source,
                  new LedgerVerifier.Options(trust, null, required),
                  Progress.NONE,
                  new RegisterListing());
      assertThat(report.findings()).isEmpty();
      assertThat(report.exitCode()).as(report.verdict()).isZero();
    }
  }
}
