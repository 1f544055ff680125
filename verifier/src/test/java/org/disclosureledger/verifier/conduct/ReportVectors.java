package org.disclosureledger.verifier.conduct;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.disclosureledger.verifier.ledger.TestLedger;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.Rule;
import tools.jackson.databind.json.JsonMapper;

/**
 * The published exports about reports: the ledger of REPORTS §8 with its figures, and for each rule
 * a report that breaks it and says the truth otherwise. Nothing in them is random.
 */
final class ReportVectors {
  private final Map<String, byte[]> files = new TreeMap<>();

  private ReportVectors() {}

  /** Files by path under {@code vectors/reports/}. */
  static Map<String, byte[]> files() {
    ReportVectors vectors = new ReportVectors();
    vectors.example();
    vectors.figures();
    vectors.bounds();
    vectors.breaks(
        Rule.REPORT_HEAD.id(),
        Rule.REPORT_HEAD,
        story -> {
          ReportStory report = ReportStory.empty(story);
          report.root = story.ledger.checkpoint(report.size - 1).head().root().toBase64();
          return frozen(report);
        });
    vectors.previous();
    return vectors.files;
  }

  private void example() {
    Payloads.restart();
    ReportStory report = ReportStory.ofExample();
    report.submit(report.freeze());
    String figures =
        JsonMapper.builder()
            .build()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(ReportStory.expected());
    put(
        "valid/example",
        report.story,
        """
        {
          "kind": "export",
          "origin": "%s",
          "size": %d,
          "reports": 1
        }
        """
            .formatted(TestLedger.ORIGIN, report.story.ledger.size()));
    files.put("valid/example/figures.json", (figures + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** A report about the example that tells something of it otherwise. */
  private void alters(String folder, Rule rule, int listsBehind, String from, String to) {
    breaks(
        folder,
        rule,
        _ -> {
          ReportStory report = ReportStory.ofExample();
          boolean inList = listsBehind == 0;
          String told = inList ? report.lists.getFirst() : report.rows;
          if (!told.contains(from)) {
            throw new IllegalArgumentException(from);
          }
          String other =
              told.substring(0, told.indexOf(from))
                  + to
                  + told.substring(told.indexOf(from) + from.length());
          if (inList) {
            report.lists.set(0, other);
          } else {
            report.rows = other;
          }
          report.freeze();
          return new Told(report.story, report.story.last() - listsBehind);
        });
  }

  private void figures() {
    Rule figure = Rule.REPORT_FIGURE;
    alters("report-figure", figure, 1, "\"onTime\":2", "\"onTime\":3");
    alters("report-figure.late-left-out", figure, 1, "\"due\":4", "\"due\":3");
    alters("report-figure.median", figure, 1, "\"grossP50\":90000000", "\"grossP50\":79200000");
    alters(
        "report-figure.quantile-that-is-none",
        figure,
        1,
        "\"grossP50\":90000000",
        "\"grossP50\":90000000,\"grossP90\":122400000");
    alters("report-figure.zero-that-is-one", figure, 1, "\"lagP50\":0,", "");
    alters("report-figure.in-a-list", figure, 0, "\"openBefore\":1,", "");
    Rule rows = Rule.REPORT_ROWS;
    alters("report-rows", rows, 1, "\"TA-MAU\"", "\"TA-MAU-2\"");
    alters(
        "report-rows.month-left-out",
        rows,
        0,
        "{\"slice\":\"MONTH\",\"key\":\"2026-01\",\"figures\":{\"agingOver\":1,\"openAtAsOf\":1}},",
        "");
    alters(
        "report-rows.members-out-of-order",
        rows,
        1,
        "\"received\":5,\"answered\":4",
        "\"answered\":4,\"received\":5");
    alters(
        "report-unreadable",
        Rule.REPORT_UNREADABLE,
        1,
        "\"opened\"",
        "\"unreadable\":1,\"opened\"");
  }

  private void bounds() {
    Rule rule = Rule.REPORT_BOUNDS;
    breaks(
        "report-bounds",
        rule,
        story -> {
          ReportStory report = ReportStory.empty(story);
          report.kind = "HALF_YEAR";
          report.subject = "report/2026-h1";
          report.asOf = ReportStory.local("2026-02-01T00:00:00");
          story.later(Duration.ofDays(40));
          return frozen(report);
        });
    breaks(
        "report-bounds.as-of-later",
        rule,
        story -> {
          ReportStory report = ReportStory.empty(story);
          report.asOf = story.now().plusMillis(1);
          return frozen(report);
        });
    breaks(
        "report-bounds.size-beyond",
        rule,
        story -> {
          ReportStory report = ReportStory.empty(story);
          report.root = story.ledger.checkpoint(report.size).head().root().toBase64();
          report.size++;
          return frozen(report);
        });
    breaks(
        "report-bounds.name",
        rule,
        story -> {
          ReportStory report = ReportStory.halfYear(story, 2025, 2);
          report.subject = "report/2025-h1";
          return frozen(report);
        });
    breaks("report-bounds.year-not-over", rule, ReportVectors::yearNotOver);
    breaks(
        "report-bounds.amended-as-of-before",
        rule,
        story -> {
          ReportStory report = ReportStory.empty(story);
          report.freeze();
          report.amend();
          return new Told(story, story.last());
        });
    breaks(
        "report-bounds.period-reversed",
        rule,
        story -> {
          ReportStory report = ReportStory.empty(story);
          Instant from = report.from;
          report.from = report.to;
          report.to = from;
          return frozen(report);
        });
  }

  private static Told yearNotOver(Story story) {
    ReportStory report = ReportStory.empty(story);
    report.kind = "YEAR";
    report.subject = "report/2026";
    report.to = ReportStory.local("2027-01-01T00:00:00");
    StringBuilder rows = new StringBuilder("[{\"slice\":\"ALL\",\"key\":\"\",\"figures\":{}}");
    for (int month = 1; month <= 12; month++) {
      rows.append(",{\"slice\":\"MONTH\",\"key\":\"2026-%02d\",\"figures\":{}}".formatted(month));
    }
    report.rows = rows.append("]").toString();
    return frozen(report);
  }

  private void previous() {
    breaks(
        "report-previous",
        Rule.REPORT_PREVIOUS,
        story -> {
          ReportStory.halfYear(story, 2025, 2).freeze();
          return frozen(next(story));
        });
    breaks(
        "report-previous.of-an-ad-hoc-report",
        Rule.REPORT_PREVIOUS,
        story -> {
          UUID before = ReportStory.empty(story).freeze();
          ReportStory report = ReportStory.empty(story);
          report.subject = ReportStory.SUBJECT.replace("f1", "f2");
          report.from = report.to;
          report.to = ReportStory.local("2026-03-01T00:00:00");
          report.rows = report.rows.replace("2026-01", "2026-02");
          report.previous = before;
          return frozen(report);
        });
    breaks(
        "report-previous.of-no-report",
        Rule.REPORT_PREVIOUS,
        story -> {
          ReportStory report = ReportStory.empty(story);
          report.previous = new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_00f2L);
          return frozen(report);
        });
    Payloads.restart();
    Story story = Story.withPolicy();
    UUID first = ReportStory.halfYear(story, 2025, 2).freeze();
    ReportStory second = next(story);
    second.previous = first;
    second.freeze();
    put(
        "valid/next-period",
        story,
        """
        {
          "kind": "export",
          "origin": "%s",
          "size": %d,
          "reports": 2
        }
        """
            .formatted(TestLedger.ORIGIN, story.ledger.size()));
  }

  /** The half-year behind {@code 2025-h2}, once it is over. */
  private static ReportStory next(Story story) {
    story.later(Duration.ofDays(200));
    return ReportStory.halfYear(story, 2026, 1);
  }

  /** A story and the leaf at which its breach is found. */
  record Told(Story story, long leaf) {}

  private static Told frozen(ReportStory report) {
    report.freeze();
    return new Told(report.story, report.story.last());
  }

  private void breaks(String folder, Rule rule, Function<Story, Told> teller) {
    Payloads.restart();
    Told told = teller.apply(Story.withPolicy());
    put(
        "invalid/" + folder,
        told.story(),
        """
        {
          "kind": "export",
          "rule": "%s",
          "grade": "%s",
          "origin": "%s",
          "leaf": %d
        }
        """
            .formatted(rule.id(), Grade.REPORTS.code(), TestLedger.ORIGIN, told.leaf()));
  }

  private void put(String folder, Story story, String expected) {
    files.put(folder + "/expected.json", expected.getBytes(StandardCharsets.UTF_8));
    files.put(folder + "/policy.txt", TestLedger.policy().getBytes(StandardCharsets.UTF_8));
    story.ledger.files().forEach((path, bytes) -> files.put(folder + "/export/" + path, bytes));
  }
}
