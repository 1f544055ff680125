package org.disclosureledger.verifier.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The report for people: a line a grade, then findings, then notes, then the verdict. */
public final class TextReport {
  private static final int WIDTH = 80;
  private static final int NAME = 13;

  private TextReport() {}

  /** Lines ended by newlines; ASCII controls in foreign text are made visible. */
  public static String of(VerificationReport report) {
    return of(report, List.of());
  }

  /**
   * The same, with notes about what was done before the verdict.
   *
   * @param notes one line each
   */
  public static String of(VerificationReport report, List<String> notes) {
    StringBuilder out = new StringBuilder();
    for (GradeResult result : report.grades()) {
      String name = result.grade().code();
      String line =
          name
              + " ".repeat(NAME - name.length())
              + result.status().code()
              + "  "
              + result.evidence();
      wrap(out, printable(line), NAME);
    }
    for (Finding finding : report.findings()) {
      finding(out, finding);
    }
    long more = report.findingsTotal() - report.findings().size();
    if (more > 0) {
      out.append("… and " + Counted.of(more, "more finding", "more findings") + "\n");
    }
    notes.forEach(note -> wrap(out, printable(note), 4));
    return out + verdict(report);
  }

  /** The verdict alone: one line, broken where it is wider than the rest. */
  public static String verdict(VerificationReport report) {
    StringBuilder out = new StringBuilder();
    wrap(out, printable(report.verdict()), 4);
    return out.toString();
  }

  private static void finding(StringBuilder out, Finding finding) {
    StringBuilder line = new StringBuilder();
    if (finding.leaf() >= 0) {
      line.append("leaf ").append(finding.leaf()).append("  ");
    }
    line.append(finding.rule()).append("  ").append(finding.file());
    if (finding.offset() >= 0) {
      line.append(" byte ").append(finding.offset());
    }
    wrap(out, printable(line.toString()), 4);
    String vietnamese = finding.titleVi();
    if (vietnamese != null) {
      wrap(out, printable("    " + vietnamese), 4);
    }
    wrap(out, printable("    " + finding.message()), 4);
    detail(out, "expected", finding.expected());
    detail(out, "found", finding.found());
  }

  private static void detail(StringBuilder out, String name, @Nullable String value) {
    if (value != null) {
      wrap(out, printable("    %-9s%s".formatted(name, value)), 13);
    }
  }

  /** Breaks at spaces where there are any; a longer word stays whole, so that it can be copied. */
  private static void wrap(StringBuilder out, String line, int indent) {
    List<String> lines = new ArrayList<>();
    String rest = line;
    int from = 0;
    while (rest.length() > WIDTH) {
      int cut = rest.lastIndexOf(' ', WIDTH);
      if (cut <= Math.max(from, indent)) {
        cut = rest.indexOf(' ', WIDTH);
      }
      if (cut < 0) {
        break;
      }
      lines.add(rest.substring(0, cut).stripTrailing());
      rest = " ".repeat(indent) + rest.substring(cut + 1).stripLeading();
      from = indent;
    }
    lines.add(rest.stripTrailing());
    lines.forEach(each -> out.append(each).append('\n'));
  }

  /** Foreign bytes must not steer a terminal. */
  public static String printable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          int type = Character.getType(c);
          if (Character.isISOControl(c)
              || type == Character.FORMAT
              || type == Character.LINE_SEPARATOR
              || type == Character.PARAGRAPH_SEPARATOR) {
            out.append("\\u%04x".formatted(c));
          } else {
            out.appendCodePoint(c);
          }
        });
    return out.toString();
  }
}
