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
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No key and no password lies among the sources. */
class NoSecretsInTheTreeTest {
  private static final Set<String> NOT_SOURCES =
      Set.of("target", ".git", "data", ".idea", ".mvn", "node_modules");

  /** By their names; a test of refusals makes its own. */
  private static final Pattern KEY_FILE =
      Pattern.compile("(?i).*\\.(p12|pfx|jks|keystore|key)|credentials\\.txt|\\.env|\\.pgpass");

  /** Split, so that this file is none. */
  private static final Pattern CONTENT =
      Pattern.compile(
          "-----BEGIN [A-Z ]*" + "PRIVATE KEY-----\\s|(?i)pass" + "word=[a-z0-9/_+]{12,}\\b");

  private static final Set<String> FIXTURES = Set.of();

  @Test
  void noSourceHoldsAKeyOrAPassword() throws IOException {
    Path root = Path.of("..").toAbsolutePath().normalize();
    assertThat(root.resolve("CONTRIBUTING.md")).as("the top of the tree").exists();
    List<String> found = new ArrayList<>();
    List<Path> seen = new ArrayList<>();
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
            if (KEY_FILE.matcher(name).matches() || CONTENT.matcher(text).find()) {
              found.add(root.relativize(file).toString());
            }
            return FileVisitResult.CONTINUE;
          }
        });
    assertThat(seen).hasSizeGreaterThan(500);
    found.removeAll(FIXTURES);
    assertThat(found).isEmpty();
  }
}
