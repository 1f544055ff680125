package org.disclosureledger.format.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.disclosureledger.format.FormatRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|");

  private static List<String> catalogue() throws IOException {
    String format = Files.readString(Path.of("FORMAT.md"));
    String rules = format.substring(format.indexOf("## 9."));
    return ROW.matcher(rules).results().map((MatchResult row) -> row.group(1)).toList();
  }

  /** A table about what events mean, whose vectors the verifier's tests make. */
  private static List<String> of(String section) throws IOException {
    String format = Files.readString(Path.of("FORMAT.md"));
    String rules = format.substring(format.indexOf("\n### " + section + "\n"));
    String table = rules.substring(1).split("\n###? ", 2)[0];
    return ROW.matcher(table).results().map((MatchResult row) -> row.group(1)).toList();
  }

  private static Stream<String> rules(String section) {
    try {
      return of(section).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyRuleThatIsEnforcedHereIsCatalogued() throws IOException {
    assertThat(catalogue())
        .containsAll(Stream.of(FormatRule.values()).map(FormatRule::id).toList());
  }

  @Test
  void noRuleIsCataloguedTwice() throws IOException {
    assertThat(catalogue()).doesNotHaveDuplicates();
  }

  @Test
  void everyInvalidVectorIsOfACataloguedRule() throws IOException {
    assertThat(catalogue())
        .containsAll(VectorsTest.invalid().stream().map(VectorFolder::rule).toList());
  }

  @Test
  void everyCataloguedRuleHasAVectorOrIsNamedAsHavingNone() throws IOException {
    List<String> vectors = VectorsTest.invalid().stream().map(VectorFolder::name).toList();
    List<String> elsewhere =
        Stream.of("Of conduct", "Of reports").flatMap(CatalogueTest::rules).toList();
    assertThat(catalogue())
        .filteredOn(rule -> !elsewhere.contains(rule))
        .allSatisfy(rule ->
            assertThat(vectors.contains(rule))
                .as(rule)
                .isNotEqualTo(VectorsTest.WITHOUT_VECTOR.contains(rule)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"conduct", "reports"})
  void everyRuleAboutPeopleHasAVectorOfItsOwn(String grade) throws IOException {
    assertThat(of("Of " + grade))
        .isNotEmpty()
        .allSatisfy(rule ->
            assertThat(Path.of("vectors", grade, "invalid", rule, "expected.json"))
                .isRegularFile());
  }
}
