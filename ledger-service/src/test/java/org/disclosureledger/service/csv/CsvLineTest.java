package org.disclosureledger.service.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvLineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "abc|abc",
        "``|``",
        "Đội 3, phòng 5|\"Đội 3, phòng 5\"",
        "a\"b|\"a\"\"b\"",
        "=1+1|'=1+1",
        "+84|'+84",
        "-1|'-1",
        "@SUM(A1)|'@SUM(A1)",
        "\uFF1D1+1|'\uFF1D1+1",
        "`\tx`|`\"'\tx\"`",
        "`\r\nx`|`\"'\r\nx\"`",
        "=\"x\",1|\"'=\"\"x\"\",1\"",
        "a=b|a=b",
      })
  void aFieldIsQuotedWhereNeededAndIsNeverAFormula(String text, String written) {
    assertThat(CsvLine.cell(text)).isEqualTo(written);
  }

  @Test
  void aNumberIsNoFormulaWhateverItsSign() {
    assertThat(CsvLine.of(-30_000L, 5, "-30000")).isEqualTo("-30000,5,'-30000\r\n");
  }

  /** A spreadsheet may begin the next cell there. */
  @Test
  void aCellWithAnotherSeparatorIsQuoted() {
    assertThat(CsvLine.cell("Phòng 1; phòng 2")).isEqualTo("\"Phòng 1; phòng 2\"");
    assertThat(CsvLine.cell("a\tb")).isEqualTo("\"a\tb\"");
  }
}
