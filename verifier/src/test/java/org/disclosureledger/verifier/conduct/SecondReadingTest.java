package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.disclosureledger.format.tile.EntryBundle;
import org.disclosureledger.verifier.ledger.TestLedger;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.junit.jupiter.api.Test;

/** Reports are held against a second reading of the entries, which is that of the first or none. */
class SecondReadingTest extends ConductTest {
  private static final GradeResult CHANGED =
      GradeResult.notChecked(Grade.REPORTS, "1 report: the ledger changed while it was read");

  private static Story lying() {
    ReportStory report = ReportStory.ofExample();
    report.rows = report.rows.replaceFirst("\"onTime\":2", "\"onTime\":3");
    report.freeze();
    return report.story;
  }

  private static Story honest() {
    ReportStory report = ReportStory.ofExample();
    report.freeze();
    return report.story;
  }

  /** What the export's place serves once all of it has been read. */
  private GradeResult reports(Story first, Map<String, byte[]> then) throws Exception {
    return verification
        .of(
            first.ledger,
            (done, total) -> {
              if (done == total) {
                try {
                  TestLedger.write(verification.export(), then);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              }
            })
        .grade(Grade.REPORTS);
  }

  /** All as it is, but for the one entry that states the report. */
  private static Map<String, byte[]> with(Story story, byte[] statement) {
    int at = Math.toIntExact(story.last() - 1);
    Map<String, byte[]> files = new TreeMap<>(story.ledger.files());
    files.replaceAll((path, bytes) -> {
      if (!path.startsWith("tile/entries/")) {
        return bytes;
      }
      List<byte[]> entries = new ArrayList<>(entries(bytes, story));
      entries.set(at, statement);
      return EntryBundle.encode(entries);
    });
    return files;
  }

  private static List<byte[]> entries(byte[] bundle, Story story) {
    return EntryBundle.decode(bundle, Math.toIntExact(story.ledger.size()));
  }

  private static byte[] statement(Story story) {
    return story.ledger.files().entrySet().stream()
        .filter(file -> file.getKey().startsWith("tile/entries/"))
        .map(file -> entries(file.getValue(), story).get(Math.toIntExact(story.last() - 1)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whoServesTheTrueFiguresTheSecondTimeIsNotBelieved() throws Exception {
    Story lying = lying();
    assertThat(report(lying).grade(Grade.REPORTS).status()).isEqualTo(GradeResult.Status.FAIL);
    assertThat(reports(lying, with(lying, statement(honest())))).isEqualTo(CHANGED);
    Story honest = honest();
    assertThat(reports(honest, with(honest, statement(honest))))
        .isEqualTo(GradeResult.pass(Grade.REPORTS, "1 report"));
  }

  @Test
  void norWhoServesNoneThatCanBeRead() throws Exception {
    Story lying = lying();
    byte[] junk = new byte[statement(lying).length];
    assertThat(reports(lying, with(lying, junk))).isEqualTo(CHANGED);
  }

  /** Numbers have other digits there, and the names of reports have not. */
  @Test
  void aReportIsCalledTheSameInEveryLanguage() throws Exception {
    ReportStory report = ReportStory.halfYear(Story.withPolicy(), 2025, 2);
    report.freeze();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.of("ar", "EG"));
      assertThat(report(report.story).grade(Grade.REPORTS))
          .isEqualTo(GradeResult.pass(Grade.REPORTS, "1 report"));
    } finally {
      Locale.setDefault(before);
    }
  }
}
