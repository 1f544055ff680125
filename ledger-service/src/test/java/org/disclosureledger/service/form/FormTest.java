package org.disclosureledger.service.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.disclosureledger.service.envelope.CommandRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormTest {
  private static final Instant NOW = Instant.parse("2026-11-03T02:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-11-03");

  record Row(String value, FormRule rule, ThrowingCallable check) {
    @Override
    public String toString() {
      return value;
    }
  }

  static Stream<Row> rows() {
    return Stream.of(
        new Row("absent", FormRule.MEMBER_MISSING, () -> Form.required("x", null)),
        new Row("absent name", FormRule.MEMBER_MISSING, () -> Form.name("x", 5, null)),
        new Row("blank name", FormRule.MEMBER_MISSING, () -> Form.name("x", 5, " \n ")),
        new Row("long name", FormRule.TEXT_TOO_LONG, () -> Form.name("x", 5, "ắabcde")),
        new Row("long text", FormRule.TEXT_TOO_LONG, () -> Form.text("x", "a".repeat(10_001))),
        new Row("huge text", FormRule.TEXT_TOO_LONG, () -> Form.text("x", " ".repeat(40_001))),
        new Row("NUL", FormRule.TEXT_MALFORMED, () -> Form.text("x", "a\u0000")),
        new Row("lone surrogate", FormRule.TEXT_MALFORMED, () -> Form.text("x", "a\uD800")),
        new Row("a blank code", FormRule.MEMBER_MISSING, () -> Form.agencyCode("x", " ")),
        new Row("a space in a code", FormRule.MEMBER_INVALID, () -> Form.agencyCode("x", "A B")),
        new Row("a marked code", FormRule.MEMBER_INVALID, () -> Form.agencyCode("x", "CĐ")),
        new Row("a long code", FormRule.MEMBER_INVALID, () -> Form.agencyCode("x", "A".repeat(65))),
        new Row(
            "an upper-case digest",
            FormRule.MEMBER_INVALID,
            () -> Form.optionalDigest("x", "AB".repeat(32))),
        new Row(
            "twice the same", FormRule.MEMBER_REPEATED, () -> Form.distinct("x", List.of(1, 2, 1))),
        new Row("less than the least", FormRule.COUNT_OUT_OF_RANGE, () -> Form.count("x", 1, 0)),
        new Row(
            "more than JSON can say",
            FormRule.COUNT_OUT_OF_RANGE,
            () -> Form.optionalCount("x", 0, 1L << 53)),
        new Row("no media type", FormRule.MEMBER_INVALID, () -> Form.mediaType("x", "text")),
        new Row("as long as nothing", FormRule.PERIOD_REVERSED, () -> Form.inOrder(NOW, NOW)),
        new Row(
            "1899",
            FormRule.TIME_OUT_OF_RANGE,
            () -> Form.date("x", LocalDate.parse("1899-12-31"))),
        new Row(
            "9999",
            FormRule.TIME_OUT_OF_RANGE,
            () -> Form.date("x", LocalDate.parse("9999-01-01"))),
        new Row(
            "1899, as a time",
            FormRule.TIME_OUT_OF_RANGE,
            () -> Form.instant("x", Instant.parse("1899-12-31T23:59:59Z"))),
        new Row(
            "ends before it begins",
            FormRule.PERIOD_REVERSED,
            () -> Form.inOrder(DAY, DAY.minusDays(1))));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whatHasNotItsFormIsRefusedByItsRule(Row row) {
    CommandRefused refused = catchThrowableOfType(CommandRefused.class, row.check());
    assertThat(refused.rule()).isEqualTo(row.rule());
  }

  @Test
  void everyRuleHasARow() {
    Set<FormRule> covered = EnumSet.noneOf(FormRule.class);
    rows().forEach(row -> covered.add(row.rule()));
    assertThat(covered).containsExactlyInAnyOrder(FormRule.values());
  }

  @Test
  void whatHasItsFormComesBackNormalised() {
    assertThat(Form.text("x", "  Nguye\u0302\u0303n\n")).isEqualTo("Nguyễn");
    assertThat(Form.text("x", " ")).isNull();
    assertThat(Form.text("x", "a".repeat(10_000))).hasSize(10_000);
    assertThat(Form.name("x", 5, "ắbcde")).isEqualTo("ắbcde");
    assertThat(Form.agencyCode("x", "ca/hn.01_b-c")).isEqualTo("CA/HN.01_B-C");
    assertThat(Form.agencyCode("x", " \tca-1\n")).isEqualTo("CA-1");
    assertThat(Form.code("x", "Law/116.a")).isEqualTo("Law/116.a");
    assertThat(Form.agencyCode("x", "A".repeat(64))).hasSize(64);
    assertThat(Form.optionalAgencyCode("x", null)).isNull();
    assertThat(Form.instant("x", Instant.parse("2026-11-03T02:00:00.123456Z")))
        .isEqualTo("2026-11-03T02:00:00.123Z");
    Form.inOrder(DAY, DAY);
    Form.inOrder(DAY, null);
  }
}
