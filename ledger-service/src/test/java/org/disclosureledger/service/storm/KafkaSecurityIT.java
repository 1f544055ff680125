package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Brokers that let in by password over TLS alone: the service publishes and takes in there by its
 * settings, the verifier reads by a file of its own, and who is not let in is told so in one line.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaSecurityIT {
  private final Path folder;
  private final SecureBroker broker;

  KafkaSecurityIT(@TempDir Path folder) throws Exception {
    this.folder = folder;
    broker =
        SecureBroker.start(Files.createDirectory(folder.resolve("broker")), "ledger", "auditor");
  }

  @AfterAll
  void stop() {
    broker.close();
  }

  private String[] settings(String user, String password) {
    List<String> settings = new ArrayList<>();
    settings.add("--ledger.kafka.bootstrap-servers=" + broker.servers());
    settings.add("--ledger.kafka.intake=true");
    broker.settings().forEach(each -> settings.add("--ledger.kafka.properties." + each));
    settings.add(
        "--ledger.kafka.properties.sasl.jaas.config=" + SecureBroker.signIn(user, password));
    return settings.toArray(String[]::new);
  }

  @Test
  void aLedgerIsPublishedAndVerifiedThere() throws Exception {
    Path client = folder.resolve("kafka.properties");
    List<String> lines = new ArrayList<>(broker.settings());
    lines.add("sasl.jaas.config=" + SecureBroker.signIn("auditor", SecureBroker.PASSWORD));
    Files.write(client, lines);
    try (ServiceProcess service =
        ServiceProcess.start(folder.resolve("data"), settings("ledger", SecureBroker.PASSWORD))) {
      assertThat(StormCommand.record("demo").send(service.client("legal")).accepted()).isTrue();
      Awaiting.until("it is published", () -> published(service));
      new VerifierProcess(folder.resolve("auditor"))
          .requireCleanTopics(
              "kafka:" + broker.servers() + "/demo",
              service.dataDir().resolve("policy.txt"),
              "ledger.example/demo",
              "--kafka=" + client);
      assertThat(service.output()).doesNotContain(SecureBroker.PASSWORD, "ALARM");
    }
  }

  private static boolean published(ServiceProcess service) throws Exception {
    return LedgerDatabase.of(service)
        .text("SELECT (entries = (SELECT size FROM ledger_head))::text FROM publication")
        .equals("true");
  }

  @Test
  void whoIsNotLetInIsToldInOneLine() {
    ServiceProcess.Ended wrong =
        ServiceProcess.runToItsEnd(folder.resolve("wrong"), settings("ledger", "another"));
    assertThat(wrong.exitCode()).isNotZero();
    assertThat(lastLine(wrong))
        .contains("the Kafka brokers at " + broker.servers() + " cannot be used")
        .contains("SaslAuthenticationException");
    assertThat(wrong.output()).doesNotContain("another", "\tat ");
  }

  @Test
  void whoDoesNotSpeakTlsIsToldInOneLine() {
    ServiceProcess.Ended plain =
        ServiceProcess.runToItsEnd(
            folder.resolve("plain"), "--ledger.kafka.bootstrap-servers=" + broker.servers());
    assertThat(plain.exitCode()).isNotZero();
    assertThat(lastLine(plain))
        .contains("the Kafka brokers at " + broker.servers() + " cannot be used: they speak TLS");
    assertThat(plain.output()).doesNotContain("\tat ");
  }

  private static String lastLine(ServiceProcess.Ended ended) {
    return ended.output().strip().lines().reduce("", (before, line) -> line);
  }
}
