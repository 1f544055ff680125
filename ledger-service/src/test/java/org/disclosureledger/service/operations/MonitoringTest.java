package org.disclosureledger.service.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules and dashboard ask for what docs/operations.md says that there is. */
class MonitoringTest {
  private static final Path TOP = Path.of("..");
  private static final Pattern METER = Pattern.compile("\\bledger_[a-z_]+");

  @ParameterizedTest
  @ValueSource(strings = {"rules.yaml", "dashboard.json"})
  void whatIsAskedForIsThere(String file) throws IOException {
    Set<String> asked = new TreeSet<>();
    Matcher meter = METER.matcher(Files.readString(TOP.resolve("k8s/monitoring").resolve(file)));
    while (meter.find()) {
      asked.add(meter.group().replaceFirst("_(bucket|count|sum)$", ""));
    }
    assertThat(asked).isNotEmpty();
    assertThat(DocumentedMeters.names()).containsAll(asked);
  }

  @Test
  void bothCanBeRead() throws IOException {
    Object rules = new Yaml().load(Files.readString(TOP.resolve("k8s/monitoring/rules.yaml")));
    assertThat(rules.toString()).contains("LedgerStopped");
    JsonNode dashboard =
        JsonMapper.builder()
            .build()
            .readTree(Files.readString(TOP.resolve("k8s/monitoring/dashboard.json")));
    assertThat(dashboard.path("panels").size()).isGreaterThan(5);
    dashboard
        .path("panels")
        .forEach(panel ->
            assertThat(panel.path("title").asString())
                .as("Vietnamese first, English beside it")
                .contains(" · "));
  }
}
