package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is in the jars, and what must never be. */
class BuiltJarsIT {
  private static final String SBOM = "META-INF/sbom/application.cdx.json";

  record Jar(Path path, Set<String> components) {}

  static Stream<Jar> jars() {
    return Stream.of(
        new Jar(
            StormSettings.serviceJar(),
            Set.of("postgresql", "bcprov-jdk18on", "tomcat-embed-core", "spring-security-web")),
        new Jar(StormSettings.verifierJar(), Set.of("bcprov-jdk18on", "picocli", "jackson-core")));
  }

  @ParameterizedTest
  @MethodSource("jars")
  void aJarSaysWhatItIsMadeOf(Jar jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.path().toFile())) {
      ZipEntry entry = zip.getEntry(SBOM);
      // The plugin that makes it does nothing under `mvn -o`.
      assumeTrue(
          entry != null || !"offline-true".equals(System.getProperty("build.mode")),
          "built off line");
      assertThat(entry).as(SBOM + " in " + jar.path().getFileName()).isNotNull();
      JsonNode sbom;
      try (InputStream in = zip.getInputStream(entry)) {
        sbom = JsonMapper.builder().build().readTree(in);
      }
      assertThat(sbom.path("bomFormat").asString()).isEqualTo("CycloneDX");
      Map<String, String> versions = new HashMap<>();
      sbom.path("components")
          .forEach(component ->
              versions.put(
                  component.path("name").asString(), component.path("version").asString()));
      assertThat(versions).containsKeys(jar.components().toArray(String[]::new));
      assertThat(versions.values()).allMatch(version -> version.matches("[0-9].*|v[0-9].*"));
      assertThat(versions).doesNotContainKeys("assertj-core", "junit-jupiter", "archunit");
    }
  }

  @ParameterizedTest
  @MethodSource("jars")
  void noKeyAndNoCredentialsAreInAJar(Jar jar) throws IOException {
    List<String> found = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.path().toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        String name = entry.getName();
        if (name.matches("(?i).*\\.(p12|pfx|jks|keystore|key)|.*credentials\\.txt")) {
          found.add(name);
        } else if (name.matches("(?i).*\\.(ya?ml|properties|json|txt|sql|html|js|css|pem|crt)")
            || name.contains("disclosureledger")) {
          try (InputStream in = zip.getInputStream(entry)) {
            String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            if (text.contains("PRIVATE KEY-----\n")
                || text.matches("(?is).*(password|secret)[=:] ?[\"']?[a-z0-9+/_-]{12,}.*")) {
              found.add(name);
            }
          }
        }
      }
    }
    assertThat(found).isEmpty();
  }
}
