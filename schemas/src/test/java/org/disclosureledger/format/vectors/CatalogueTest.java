package org.disclosureledger.format.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.disclosureledger.format.FormatRule;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|");

  private static List<String> catalogue() throws IOException {
    String format = Files.readString(Path.of("FORMAT.md"));
    String rules = format.substring(format.indexOf("## 9."));
    return ROW.matcher(rules).results().map((MatchResult row) -> row.group(1)).toList();
  }

  /** The last table: rules about what events mean, whose vectors the verifier's tests make. */
  private static List<String> ofConduct() throws IOException {
    String format = Files.readString(Path.of("FORMAT.md"));
    String rules = format.substring(format.indexOf("### Of conduct"));
    return ROW.matcher(rules).results().map((MatchResult row) -> row.group(1)).toList();
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
    List<String> ofConduct = ofConduct();
    assertThat(catalogue())
        .filteredOn(rule -> !ofConduct.contains(rule))
        .allSatisfy(rule ->
            assertThat(vectors.contains(rule))
                .as(rule)
                .isNotEqualTo(VectorsTest.WITHOUT_VECTOR.contains(rule)));
  }

  @Test
  void everyRuleOfConductHasAVectorOfItsOwn() throws IOException {
    assertThat(ofConduct())
        .isNotEmpty()
        .allSatisfy(rule ->
            assertThat(Path.of("vectors/conduct/invalid", rule, "expected.json")).isRegularFile());
  }
}
