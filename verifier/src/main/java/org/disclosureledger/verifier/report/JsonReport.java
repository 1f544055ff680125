package org.disclosureledger.verifier.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.disclosureledger.format.merkle.TreeHead;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The report for programs. Stable members: {@code report} (1), {@code subject}, {@code exitCode},
 * {@code verdict}, {@code anchored}, {@code head} ({@code origin}, {@code size}, {@code root}; null
 * if no checkpoint could be read), {@code required}, {@code grades} ({@code name}, {@code status}:
 * {@code pass}, {@code fail} or {@code not checked}, {@code evidence}), {@code findings} ({@code
 * rule}, {@code grade}, {@code leaf}, {@code file}, {@code offset}, {@code titleVi} (of
 * predecessor, conduct and reports), {@code message}, {@code expected}, {@code found}; null where
 * there is none), {@code findingsTotal} and {@code predecessor} (null of a first ledger; {@code
 * origin}, {@code reason}, {@code published} and {@code restored}, each with {@code size} and
 * {@code root}, {@code lost}, how many leaves from {@code restored} on, {@code unsigned}, how many
 * stand there that no checkpoint covers, {@code fork}, null where it is not known, {@code
 * keyInPolicy}, null where that was not asked, and {@code report}: such a report of the ledger
 * before, null if it was not given).
 */
public final class JsonReport {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonReport() {}

  /** One JSON object, indented, with a final newline. */
  public static String of(VerificationReport report) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json(report)) + "\n";
  }

  private static Map<String, @Nullable Object> json(VerificationReport report) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("report", 1);
    json.put("subject", report.subject());
    json.put("exitCode", report.exitCode());
    json.put("verdict", report.verdict());
    json.put("anchored", report.anchored());
    json.put("head", head(report));
    json.put("required", report.required().stream().sorted().map(Grade::code).toList());
    json.put("grades", report.grades().stream().map(JsonReport::grade).toList());
    json.put("findings", report.findings().stream().map(JsonReport::finding).toList());
    json.put("findingsTotal", report.findingsTotal());
    json.put("predecessor", predecessor(report.predecessor()));
    return json;
  }

  private static @Nullable Map<String, @Nullable Object> predecessor(
      @Nullable PredecessorReport before) {
    if (before == null) {
      return null;
    }
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("origin", before.origin());
    json.put("reason", before.reason());
    json.put("published", head(before.published()));
    json.put("restored", head(before.restored()));
    json.put("lost", before.lost());
    json.put("unsigned", before.unsigned());
    json.put("fork", before.fork());
    json.put("keyInPolicy", before.keyInPolicy());
    VerificationReport report = before.report();
    json.put("report", report == null ? null : json(report));
    return json;
  }

  private static Map<String, Object> head(TreeHead head) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("size", head.size());
    json.put("root", head.root().toBase64());
    return json;
  }

  private static @Nullable Map<String, Object> head(VerificationReport report) {
    String origin = report.origin();
    String root = report.root();
    if (origin == null || root == null) {
      return null;
    }
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("origin", origin);
    head.put("size", report.size());
    head.put("root", root);
    return head;
  }

  private static Map<String, Object> grade(GradeResult result) {
    Map<String, Object> grade = new LinkedHashMap<>();
    grade.put("name", result.grade().code());
    grade.put("status", result.status().code());
    grade.put("evidence", result.evidence());
    return grade;
  }

  private static Map<String, @Nullable Object> finding(Finding finding) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("rule", finding.rule());
    json.put("grade", finding.grade().code());
    json.put("leaf", finding.leaf() < 0 ? null : finding.leaf());
    json.put("file", finding.file());
    json.put("offset", finding.offset() < 0 ? null : finding.offset());
    json.put("titleVi", finding.titleVi());
    json.put("message", finding.message());
    json.put("expected", finding.expected());
    json.put("found", finding.found());
    return json;
  }
}
