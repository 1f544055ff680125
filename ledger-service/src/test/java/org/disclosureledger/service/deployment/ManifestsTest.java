package org.disclosureledger.service.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests of {@code k8s/}, as {@code kubectl kustomize} renders them. */
class ManifestsTest {
  private static final Path OVERLAYS = Path.of("..", "k8s", "overlays");

  @TempDir Path folder;

  @BeforeAll
  static void kubectlIsThere() {
    boolean there =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    if (!there) {
      System.out.println("ManifestsTest skipped: no kubectl here (Debian: kubernetes-client)");
    }
    assumeTrue(there);
  }

  static Stream<Rule> everywhere() {
    return Stream.of(PodRules.ALL, ServiceRules.ALL, DataRules.ALL).flatMap(List::stream);
  }

  static Stream<Rule> inProduction() {
    return Stream.concat(everywhere(), DataRules.PRODUCTION.stream());
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void devKeepsTheRule(Rule rule) throws Exception {
    assertThat(rule.findings(render("dev"))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("inProduction")
  void productionKeepsTheRule(Rule rule) throws Exception {
    assertThat(rule.findings(render("production"))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("inProduction")
  void eachRuleFailsWhereAManifestBreaksIt(Rule rule) throws Exception {
    Manifests kept = render("production");
    List<Breach> breaches =
        Breach.ALL.stream().filter(breach -> breach.rule().equals(rule.name())).toList();
    assertThat(breaches).as("ways to break it").isNotEmpty();
    for (Breach breach : breaches) {
      assertThat(rule.findings(breach.in(kept))).as("%s", breach).isNotEmpty();
    }
  }

  @Test
  void everyBreachIsOfARuleThatThereIs() {
    assertThat(inProduction().map(Rule::name))
        .containsAll(Breach.ALL.stream().map(Breach::rule).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "Deployment, ledger, spec/replica",
    "Deployment, ledger, spec/template/spec/containers/ledger/securityContext/readOnlyRootFileSystem",
    "Deployment, ledger, spec/template/spec/containers/ledger/lifecycle/preStop/sleep/second",
    "CronJob, verifier, spec/jobTemplate/spec/backofLimit",
    "NetworkPolicy, ledger, spec/ingres",
    "PodDisruptionBudget, ledger, spec/maxUnavailible",
    "Ingress, ledger, spec/ingressClass",
    "Service, ledger, spec/ports/http/targetport",
    "ServiceAccount, ledger, automountToken",
    "ConfigMap, ledger-settings, date",
    "PersistentVolumeClaim, ledger-keys, spec/accessMode",
    "ServiceMonitor, ledger, spec/endpoints/0/intervall",
    "Kafka, ledger-kafka, spec/kafka/listener",
    "Kafka, ledger-kafka, spec/kafka/listeners/tls/authentification",
    "KafkaNodePool, nodes, spec/storage/volumes/0/deleteClaims",
    "KafkaTopic, disclosure-ledger.example.intake, spec/partition",
    "KafkaUser, verifier, spec/authorization/acls/0/permission",
    "Cluster, ledger-db, spec/postgresql/synchronous/numbers",
    "ScheduledBackup, ledger-db, spec/shedule",
    "ObjectStore, ledger-db-backup, spec/configuration/endpointUrl"
  })
  void aFieldThatTheKindHasNotIsRefused(String kind, String name, String path) throws Exception {
    Manifests right = render("production");
    assertThatThrownBy(() -> right.with(kind, name, path, "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(path.replaceFirst(".*/", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "production"})
  void everyDocumentIsRenderedOnce(String overlay) throws Exception {
    List<String> names =
        render(overlay).documents().stream()
            .map(document -> document.get("kind") + " " + Manifests.at(document, "metadata.name"))
            .toList();
    assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(25);
  }

  private Manifests render(String overlay) throws IOException, InterruptedException {
    Path out = folder.resolve(overlay + ".yaml");
    Path err = folder.resolve(overlay + ".err");
    Process kubectl =
        new ProcessBuilder("kubectl", "kustomize", OVERLAYS.resolve(overlay).toString())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    boolean ended = kubectl.waitFor(2, TimeUnit.MINUTES);
    if (!ended) {
      kubectl.destroyForcibly();
    }
    assertThat(ended && kubectl.exitValue() == 0)
        .as(() -> "kubectl kustomize " + overlay + ": " + read(err))
        .isTrue();
    return Manifests.of(Manifests.documents(read(out)));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
