package org.disclosureledger.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.disclosureledger.service.LedgerServiceApplication;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.mock.env.MockEnvironment;

class SecretsAtStartTest {
  private static final String VALUE = "plainly-invented";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spring.datasource.password",
        "spring.flyway.password",
        "ledger.reader.password",
        "LEDGER_READER_PASSWORD",
        "server.ssl.key-store-password",
        "server.ssl.keyPassword",
        "ledger.attachments.s3.secret-key",
        "ledger.attachments.s3.access-key",
        "spring.security.oauth2.client.registration.a.client-secret",
        "spring.security.oauth2.client.registration.a.clientSecret"
      })
  void aSecretInAnArgumentRefusesTheStartAndIsNotRepeated(String name) {
    assertThatThrownBy(() -> SecretsAtStart.requireNoSecret(name, VALUE))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(name + " stands in an argument")
        .message()
        .doesNotContain(VALUE)
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spring.datasource.url|jdbc:postgresql://localhost/a?password=plainly-invented",
        "spring.datasource.url|jdbc:postgresql://me:plainly-invented@localhost/a",
        "spring.application.json|{\"spring.datasource.password\": \"plainly-invented\"}",
        "server.ssl.certificate-private-key|-----BEGIN PRIVATE KEY-----plainly-invented",
        "spring.ssl.bundle.pem.a.keystore.private-key|-----BEGIN PRIVATE KEY-----plainly-invented",
        "spring.ssl.bundle.jks.a.keystore.password|plainly-invented"
      })
  void aSecretWithinAValueToo(String name, String value) {
    assertThatThrownBy(() -> SecretsAtStart.requireNoSecret(name, value))
        .isInstanceOf(StartRefused.class)
        .message()
        .doesNotContain(VALUE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ledger.credentials-file|/srv/credentials.txt",
        "ledger.attachments.s3.secret-key-file|/srv/key",
        "server.ssl.certificate-private-key|/srv/key.pem",
        "spring.ssl.bundle.pem.web.keystore.private-key|file:/srv/key.pem",
        "spring.datasource.url|jdbc:postgresql://localhost:5432/ledger",
        "ledger.access.person-claim|employee_id",
        "spring.security.oauth2.client.provider.a.token-uri|https://login.example.com/token"
      })
  void whatIsNoSecretMayStandThere(String name, String value) {
    assertThatCode(() -> SecretsAtStart.requireNoSecret(name, value)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "data,rwxr-x---,0750,chmod 700",
    "data/keys,rwxr-xr-x,0755,chmod 700",
    "data/keys/service.p12,rw-r--r--,0644,chmod 600",
    "data/keys/password,rw----r--,0604,chmod 600",
    "data/secrets,rwx-----x,0701,chmod 700",
    "data/secrets/ledger_writer,rw-rw----,0660,chmod 600",
    "data/credentials.txt,rw-r-----,0640,chmod 600",
    "data/erased-keys,rw--w----,0620,chmod 600",
    "data-erased/erased-keys,rw--w----,0620,chmod 600",
    "data/attachments,rwxrwxrwx,0777,chmod 700"
  })
  void whatIsOpenToOthersRefusesTheStartBeforeAnythingIsWritten(
      String name, String permissions, String mode, String command) throws IOException {
    Path loose = layOut(name);
    Files.setPosixFilePermissions(loose, PosixFilePermissions.fromString(permissions));
    Path data = folder.resolve("data");
    long before = count();
    assertThatThrownBy(() ->
            new SpringApplicationBuilder(LedgerServiceApplication.class)
                .run("--server.port=0", "--ledger.data-dir=" + data)
                .close())
        .isInstanceOf(StartRefused.class)
        .hasMessage(
            loose + " is open to others (mode " + mode + "); run: " + command + " " + loose);
    assertThat(count()).isEqualTo(before);
  }

  /** The folders and files of a service that has run, all closed. */
  private Path layOut(String name) throws IOException {
    for (String directory :
        new String[] {"data", "data/keys", "data/secrets", "data/attachments", "data-erased"}) {
      Files.createDirectory(
          folder.resolve(directory),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    Path path = folder.resolve(name);
    if (!Files.exists(path)) {
      Files.createFile(path);
    }
    return path;
  }

  private long count() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.count();
    }
  }

  @Test
  void keysThatLieElsewhereAreLookedAtThere() throws IOException {
    Path key = Files.createFile(folder.resolve("tls.key"));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    for (String setting :
        new String[] {
          "server.ssl.certificate-private-key",
          "server.ssl.key-store",
          "spring.ssl.bundle.pem.web.keystore.private-key",
          "spring.ssl.bundle.jks.web.keystore.location",
          "ledger.attachments.s3.secret-key-file",
          "ledger.credentials-file"
        }) {
      MockEnvironment environment = new MockEnvironment();
      environment.setProperty("ledger.data-dir", folder.resolve("none").toString());
      environment.setProperty(setting, (setting.contains("ssl") ? "file:" : "") + key);
      assertThatThrownBy(() -> SecretsAtStart.requireClosed(environment))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining(key.toString());
    }
  }

  @Test
  void whatTheEnvironmentAddsToTheArgumentsNobodyElseReads() {
    String argument = "-Dserver.ssl.key-store-password=" + VALUE;
    assertThat(SecretsAtStart.isSeen(argument, Map.of("OTHER", argument))).isTrue();
    for (String name : new String[] {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"}) {
      assertThat(SecretsAtStart.isSeen(argument, Map.of(name, "-Xmx1g " + argument))).isFalse();
    }
  }

  @Test
  void aFileThatSomebodyElsePutThereForOurGroupIsNotOursToClose() throws IOException {
    Path secret = Files.createFile(folder.resolve("mounted"));
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("r--r-----"));
    assertThatThrownBy(() -> SecretFile.refuseLoose(secret)).isInstanceOf(StartRefused.class);
    Assumptions.assumeTrue(givenAway(secret), "only root may give a file away");
    assertThatCode(() -> SecretFile.refuseLoose(secret)).doesNotThrowAnyException();
    for (String permissions : new String[] {"r--r--r--", "r--rw----", "r-----r--", "r--r-x---"}) {
      Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString(permissions));
      assertThatThrownBy(() -> SecretFile.refuseLoose(secret)).isInstanceOf(StartRefused.class);
    }
  }

  private static boolean givenAway(Path file) {
    try {
      Files.setAttribute(file, "unix:uid", 65_534);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void thePasswordOfTheDatabaseAsAnArgumentIsRefusedByTheServiceItself() {
    Path data = folder.resolve("data");
    assertThatThrownBy(() ->
            new SpringApplicationBuilder(LedgerServiceApplication.class)
                .run("--ledger.data-dir=" + data, "--spring.datasource.password=" + VALUE)
                .close())
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("SPRING_DATASOURCE_PASSWORD");
    assertThat(data).doesNotExist();
  }
}
