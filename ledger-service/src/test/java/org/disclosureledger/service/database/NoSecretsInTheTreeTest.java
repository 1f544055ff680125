package org.disclosureledger.service.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No key, no token and no password lies among the sources. */
class NoSecretsInTheTreeTest {
  private static final Set<String> NOT_SOURCES =
      Set.of("target", ".git", "data", ".idea", ".mvn", "node_modules");

  /** By their names; a test of refusals makes its own. */
  private static final Pattern KEY_FILE =
      Pattern.compile(
          "(?i).*\\.(p12|pfx|jks|keystore|key)|credentials\\.txt|\\.env|\\.pgpass|id_[a-z0-9]+");

  /** One kind of secret; files by their endings, all of them without. */
  private record Kind(String name, Pattern files, Pattern content) {
    Kind(String name, String files, String content) {
      this(name, Pattern.compile(files), Pattern.compile(content));
    }
  }

  // Split where they would find themselves.
  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              "private key", ".*", "-----BEGIN [A-Z ]*" + "PRIVATE KEY( BLOCK)?-----(\\s|\\\\n)"),
          new Kind("password", ".*", "(?i)pass" + "word=[a-z0-9/_+]{12,}\\b"),
          new Kind(
              "setting",
              ".*\\.(ya?ml|properties|sh|md|env|conf|toml)|Dockerfile",
              "(?im)^[\\w.\\- ]*(password|passwd|secret|api[-_]?key|token)\\s*[:=]\\s*[\"']?"
                  + "[A-Za-z0-9/_+=.-]{12,}[\"']?\\s*$"),
          new Kind(
              "token of a service",
              ".*",
              "\\b(AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,}|glpat-[A-Za-z0-9_-]{20,}"
                  + "|xox[abprs]-[A-Za-z0-9-]{20,}|sk-[A-Za-z0-9]{32,})"),
          new Kind("private JWK", ".*", "\\\\?\"d\\\\?\"\\s*:\\s*\\\\?\"[A-Za-z0-9_-]{40,}"),
          new Kind(
              "signed token",
              ".*",
              "\\b(eyJ[A-Za-z0-9_-]{8,})\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{40,}"),
          new Kind(
              "32 bytes",
              ".*\\.(java|ya?ml|properties|sh)",
              "(?<![\\w+/-])(?=[\\w+/-]*[0-9])(?=[\\w+/-]*[A-Z])(?=[\\w+/-]*[a-z])"
                  + "([\\w+/-]{43})=?(?![\\w+/=-])"));

  /** Public hashes and keys, which look like secret ones. */
  private static final Set<String> PUBLIC =
      Set.of(
          "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU",
          "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
          "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
          "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I");

  /** Path and kind of each; {@code seen} gets every file that was read. */
  private static List<String> found(Path root, List<Path> seen) throws IOException {
    List<String> found = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_SOURCES.contains(String.valueOf(folder.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            seen.add(file);
            String name = String.valueOf(file.getFileName());
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            String path = root.relativize(file).toString();
            if (KEY_FILE.matcher(name).matches()) {
              found.add(path + ": key file");
            }
            for (Kind kind : KINDS) {
              if (kind.files().matcher(name).matches()
                  && kind.content()
                      .matcher(text)
                      .results()
                      .anyMatch(NoSecretsInTheTreeTest::isSecret)) {
                found.add(path + ": " + kind.name());
              }
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  private static boolean isSecret(MatchResult hit) {
    String caught = hit.groupCount() == 1 && hit.group(1) != null ? hit.group(1) : hit.group();
    if (caught.startsWith("eyJ")) {
      // An entry of a ledger is signed too, and public; whoever holds it gets nowhere.
      String header = new String(Base64.getUrlDecoder().decode(caught), StandardCharsets.UTF_8);
      return !header.contains("disclosure-entry");
    }
    return !PUBLIC.contains(caught);
  }

  @Test
  void noSourceHoldsAKeyATokenOrAPassword() throws IOException {
    Path root = Path.of("..").toAbsolutePath().normalize();
    assertThat(root.resolve("CONTRIBUTING.md")).as("the top of the tree").exists();
    List<Path> seen = new ArrayList<>();
    assertThat(found(root, seen)).isEmpty();
    assertThat(seen).hasSizeGreaterThan(500);
  }

  private static String text(String alphabet, int length) {
    return alphabet.repeat(length).substring(0, length);
  }

  /** Made here, so that none stands in a file. */
  static Stream<Arguments> secrets() {
    String random = text("aB3xY9", 43);
    String header = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
    return Stream.of(
        Arguments.of("a.pem", "-----BEGIN " + "PRIVATE KEY-----\nMC4CAQ", "private key"),
        Arguments.of("A.java", "\"-----BEGIN EC " + "PRIVATE KEY-----\\nMC4\"", "private key"),
        Arguments.of("a.txt", "-----BEGIN OPENSSH " + "PRIVATE KEY-----\n", "private key"),
        Arguments.of("run.txt", "jdbc:x?pass" + "word=" + text("abc4", 14), "password"),
        Arguments.of("application.yml", "spring:\n  pass" + "word: " + text("k7", 16), "setting"),
        Arguments.of("a.properties", "client-secret = " + text("Zq9", 20), "setting"),
        Arguments.of("run.sh", "API_KEY='" + text("Zq9", 20) + "'", "setting"),
        Arguments.of("a.md", "use gh" + "p_" + text("Ab1", 36), "token of a service"),
        Arguments.of("A.java", "\"AK" + "IA" + text("AB12", 16) + "\"", "token of a service"),
        Arguments.of("k.json", "{\"kty\":\"OKP\",\"d\": \"" + random + "\"}", "private JWK"),
        Arguments.of("K.java", "\"{\\\"d\\\":\\\"" + random + "\\\"}\"", "private JWK"),
        Arguments.of(
            "t.txt", header + "." + encoded("{\"sub\":1}") + "." + text("aB3", 86), "signed token"),
        Arguments.of("A.java", "String key = \"" + random + "=\";", "32 bytes"),
        Arguments.of("a.yaml", "wrapping: " + random + "=", "32 bytes"),
        Arguments.of("a.properties", "wrapping=" + random, "32 bytes"),
        Arguments.of("ledger.p12", "", "key file"),
        Arguments.of(".pgpass", "", "key file"),
        Arguments.of("id_ed25519", "", "key file"));
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void aSecretThatIsPutIntoATreeIsFound(
      String file, String content, String kind, @TempDir Path root) throws IOException {
    Path folder = Files.createDirectories(root.resolve("src/main"));
    Files.writeString(folder.resolve(file), content, StandardCharsets.UTF_8);
    assertThat(found(root, new ArrayList<>())).contains("src/main/" + file + ": " + kind);
  }

  @Test
  void anEntryOfALedgerIsNoToken(@TempDir Path root) throws IOException {
    String entry =
        encoded("{\"alg\":\"Ed25519\",\"typ\":\"disclosure-entry+sd-jwt\"}")
            + "."
            + encoded("{\"specversion\":\"1.0\"}")
            + "."
            + text("aB3", 86);
    Files.writeString(root.resolve("a.jws"), entry, StandardCharsets.UTF_8);
    assertThat(found(root, new ArrayList<>())).isEmpty();
  }
}
