package org.disclosureledger.verifier.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.disclosureledger.format.FormatTime;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The derived register for people, spreadsheets and programs. Every value is plain ASCII. */
public final class RegisterReport {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String[] COLUMNS = {"number", "leafIndex", "requestId", "recordedTime"};

  private RegisterReport() {}

  /** Aligned columns under their names; within 80 columns up to 8 digits of leaf index. */
  public static String text(List<RegisterLine> lines) {
    int number = width("number", lines.stream().map(RegisterLine::number).toList());
    int leaf = width("leaf", lines.stream().map(l -> Long.toString(l.leafIndex())).toList());
    int request = width("request", lines.stream().map(RegisterLine::request).toList());
    String form = "%" + number + "s %" + leaf + "s %-" + request + "s %s%n";
    StringBuilder out = new StringBuilder();
    out.append(line(form, "number", "leaf", "request", "recorded"));
    for (RegisterLine each : lines) {
      out.append(
          line(
              form,
              each.number(),
              Long.toString(each.leafIndex()),
              each.request(),
              FormatTime.format(each.recordedTime())));
    }
    return out.toString();
  }

  private static String line(String form, String... values) {
    return String.format(Locale.ROOT, form, (Object[]) values).stripTrailing() + "\n";
  }

  private static int width(String title, List<String> values) {
    return values.stream().mapToInt(String::length).reduce(title.length(), Math::max);
  }

  /** RFC 4180 with a header line. */
  public static String csv(List<RegisterLine> lines) {
    return String.join(",", COLUMNS)
        + "\r\n"
        + lines.stream()
            .map(l ->
                String.join(
                        ",",
                        l.number(),
                        Long.toString(l.leafIndex()),
                        l.request(),
                        FormatTime.format(l.recordedTime()))
                    + "\r\n")
            .collect(Collectors.joining());
  }

  /** One object: how the verification came out, and {@code register}, an array of the lines. */
  public static String json(List<RegisterLine> lines, VerificationReport report) {
    ObjectNode root = JSON.createObjectNode();
    root.put("exitCode", report.exitCode());
    root.put("verdict", report.verdict());
    ArrayNode register = root.putArray("register");
    for (RegisterLine line : lines) {
      register
          .addObject()
          .put(COLUMNS[0], line.number())
          .put(COLUMNS[1], line.leafIndex())
          .put(COLUMNS[2], line.request())
          .put(COLUMNS[3], FormatTime.format(line.recordedTime()));
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }
}
