package org.disclosureledger.service.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Only on demand: {@link SamplePapers} says how. */
class SamplePapersTest {
  @Test
  @EnabledIfSystemProperty(named = "papers.folder", matches = ".+")
  void writesReportsToLookAt() throws IOException {
    Path folder = Path.of(System.getProperty("papers.folder"));

    SamplePapers.write(folder, 90);

    assertThat(folder.resolve("small-01.png")).isNotEmptyFile();
  }
}
