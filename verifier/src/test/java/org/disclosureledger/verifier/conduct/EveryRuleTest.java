package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.JsonReport;
import org.disclosureledger.verifier.report.Rule;
import org.disclosureledger.verifier.report.TextReport;
import org.disclosureledger.verifier.report.VerificationReport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EveryRuleTest {
  private static final Path TESTS = Path.of("src/test/java/org/disclosureledger/verifier/conduct");

  private static boolean isAboutPeople(Rule rule) {
    return rule.grade() == Grade.CONDUCT || rule.grade() == Grade.REPORTS;
  }

  /** Those of a predecessor are broken in check/PredecessorTest, and have vectors of their own. */
  private static boolean hasTitle(Rule rule) {
    return isAboutPeople(rule) || rule.grade() == Grade.PREDECESSOR;
  }

  @Test
  void everyRuleAboutPeopleIsBrokenByATest() throws IOException {
    StringBuilder tests = new StringBuilder();
    try (Stream<Path> files = Files.list(TESTS)) {
      for (Path file : files.filter(file -> file.toString().endsWith("Test.java")).toList()) {
        tests.append(Files.readString(file));
      }
    }
    for (Rule rule : Rule.values()) {
      if (isAboutPeople(rule)) {
        Pattern found =
            Pattern.compile(
                "finds(?:First)?\\([\\w.]+, ([^;]{1,40}, )?Rule\\." + rule.name() + "\\)");
        assertThat(found.matcher(tests).find()).as(rule.id()).isTrue();
      }
    }
  }

  @Test
  void everyRuleAboutPeopleHasATitleInBothLanguages() {
    for (Rule rule : Rule.values()) {
      if (hasTitle(rule)) {
        assertThat(rule.titleVi()).as(rule.id()).isNotBlank().isNotEqualTo(rule.meaning());
        assertThat(rule.meaning()).as(rule.id()).isNotBlank();
      } else {
        assertThat(rule.titleVi()).as(rule.id()).isNull();
      }
    }
  }

  @Test
  void noTwoRulesAboutPeopleAreToldAlike() {
    List<Rule> rules = Arrays.stream(Rule.values()).filter(EveryRuleTest::hasTitle).toList();
    assertThat(rules).extracting(Rule::titleVi).doesNotHaveDuplicates();
    assertThat(rules).extracting(Rule::meaning).doesNotHaveDuplicates();
  }

  @Test
  void everyTitleFitsOneLineOfTheReport() {
    for (Rule rule : Rule.values()) {
      if (hasTitle(rule)) {
        assertThat(rule.titleVi())
            .as(rule.id())
            .hasSizeLessThanOrEqualTo(76)
            .satisfies(
                title -> assertThat(Normalizer.isNormalized(title, Normalizer.Form.NFC)).isTrue());
      }
    }
  }

  @Test
  void aReportForProgramsHasBothTitles() {
    Rule rule = Rule.SAME_PERSON;
    Finding finding =
        new Finding.OfLeaf(Grade.CONDUCT, rule.id(), 1, "x", 0, rule.meaning(), null, null);
    VerificationReport report =
        new VerificationReport(
            "x", null, -1, null, false, List.of(), List.of(finding), 1, Set.of(), null);
    JsonNode told = JsonMapper.builder().build().readTree(JsonReport.of(report)).at("/findings/0");
    assertThat(told.path("titleVi").asString()).isEqualTo(rule.titleVi());
    assertThat(told.path("message").asString()).isEqualTo(rule.meaning());
    assertThat(TextReport.of(report))
        .contains("    " + rule.titleVi() + "\n    " + rule.meaning() + "\n");
  }

  @Test
  void everyRuleAboutPeopleIsCataloguedWithItsMeaning() throws IOException {
    String format = Files.readString(Path.of("../schemas/FORMAT.md"));
    for (Rule rule : Rule.values()) {
      if (hasTitle(rule)) {
        assertThat(format)
            .contains(
                "\n| `%s` | %s | %s | %s |"
                    .formatted(rule.id(), rule.titleVi(), rule.meaning(), rule.grade().code()));
      }
    }
  }
}
