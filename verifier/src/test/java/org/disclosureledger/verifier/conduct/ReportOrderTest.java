package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.disclosureledger.format.EntryCodec;
import org.disclosureledger.verifier.figures.ReportFigures;
import org.disclosureledger.verifier.figures.Row;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.VerificationReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Of entries whose times run some seconds against their order, reports of many heads and instants
 * are counted in a pass or a few, and each as if it were counted alone.
 */
class ReportOrderTest extends ConductTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int STEPS = 60;

  private static String counted(Story story, ReportStory report) {
    List<ReportFigures.Recorded> entries = new ArrayList<>();
    for (byte[] entry : story.ledger.entries()) {
      entries.add(new ReportFigures.Recorded(entries.size(), EntryCodec.parse(entry).payload()));
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Row row : ReportFigures.of(entries, report.size, report.asOf, report.from, report.to)) {
      Map<String, Object> stated = new LinkedHashMap<>();
      stated.put("slice", row.slice().name());
      stated.put("key", row.key());
      stated.put("figures", row.figures());
      rows.add(stated);
    }
    return MAPPER.writeValueAsString(rows);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void eachIsCountedAsIfAlone(long seed) throws Exception {
    Random random = new Random(seed);
    Story story = Story.withPolicy();
    Instant newest = story.now();
    int reports = 0;
    int recorded = 0;
    for (int i = 0; i < STEPS; i++) {
      // At most four seconds behind what came before.
      story.later(Duration.between(story.now(), newest).minusMillis(random.nextInt(4_000)));
      if (random.nextInt(3) > 0) {
        RequestStory request =
            story.request().recorded(Demand.ordinary(story.now().minusSeconds(60)));
        if (random.nextBoolean()) {
          request.cancelled();
        }
        recorded = story.ledger.size();
      } else if (recorded > 0) {
        ReportStory report = new ReportStory(story);
        report.subject = ReportStory.SUBJECT.replace("f1", "%02x".formatted(i));
        report.size = recorded - random.nextInt(Math.min(recorded - 1, 12));
        report.asOf = story.now().minusMillis(random.nextInt(12_000));
        report.rows = counted(story, report);
        report.freeze();
        reports++;
      }
      newest = story.now().isAfter(newest) ? story.now() : newest;
    }
    VerificationReport judged = report(story);
    assertThat(judged.findings()).as("seed " + seed).isEmpty();
    assertThat(judged.grade(Grade.REPORTS))
        .as("seed " + seed)
        .isEqualTo(GradeResult.pass(Grade.REPORTS, reports + " reports"));
  }
}
