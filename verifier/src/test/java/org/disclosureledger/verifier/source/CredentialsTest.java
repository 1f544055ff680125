package org.disclosureledger.verifier.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
  @TempDir private Path directory;

  private Path file(String lines, String permissions) throws Exception {
    Path file = Files.writeString(directory.resolve("credentials.txt"), lines);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  @Test
  void theEnvironmentGivesBothOrNeither() throws Exception {
    assertThat(Credentials.find(Map.of(), null)).isEmpty();
    assertThat(Credentials.find(Map.of("LEDGER_USER", "u", "LEDGER_PASSWORD", "p"), null))
        .hasValue(new Credentials("u", "p"));
    assertThatThrownBy(() -> Credentials.find(Map.of("LEDGER_USER", "u"), null))
        .hasMessageContaining("set both");
  }

  @Test
  void theAuditorsLineIsPreferredUnlessAUserIsNamed() throws Exception {
    Path file = file("legal: one\nauditor: two:three\n", "rw-------");
    assertThat(Credentials.find(Map.of(), file)).hasValue(new Credentials("auditor", "two:three"));
    assertThat(Credentials.find(Map.of("LEDGER_USER", "legal"), file))
        .hasValue(new Credentials("legal", "one"));
    assertThatThrownBy(() -> Credentials.find(Map.of("LEDGER_USER", "nobody"), file))
        .hasMessageContaining("no line for the user nobody");
  }

  @Test
  void aFileThatOthersCanReadIsRefused() throws Exception {
    Path file = file("auditor: two\n", "rw-r--r--");
    assertThatThrownBy(() -> Credentials.find(Map.of(), file))
        .hasMessageContaining("can be read by others");
  }

  @Test
  void severalLinesWithoutAnAuditorNeedAName() throws Exception {
    assertThatThrownBy(() -> Credentials.find(Map.of(), file("a: one\nb: two\n", "rw-------")))
        .hasMessageContaining("set LEDGER_USER");
    assertThat(Credentials.find(Map.of(), file("a: one\n", "r--------")))
        .hasValue(new Credentials("a", "one"));
  }

  @Test
  void credentialsDoNotShowTheirPassword() {
    assertThat(new Credentials("auditor", "geheim-1").toString()).doesNotContain("geheim");
  }
}
