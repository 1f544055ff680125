package org.disclosureledger.service.intake.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.disclosureledger.service.paper.Papers;
import org.disclosureledger.service.paper.ReportPaper;
import org.springframework.http.MediaType;

/** What a report's document is, as its address ends. */
enum PaperFormat {
  PDF(MediaType.APPLICATION_PDF, Papers::pdf),
  XLSX(
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
      Papers::xlsx),
  CSV(MediaType.parseMediaType("text/csv;charset=UTF-8"), Papers::csv),
  JSON(MediaType.APPLICATION_JSON, Papers::json);

  /** Writes a document whole, and leaves the stream open. */
  @FunctionalInterface
  private interface Form {
    void write(ReportPaper paper, OutputStream out) throws IOException;
  }

  private final MediaType type;
  private final Form form;

  PaperFormat(MediaType type, Form form) {
    this.type = type;
    this.form = form;
  }

  /** In lower case alone: one document has one address. */
  static Optional<PaperFormat> of(String extension) {
    return Arrays.stream(values()).filter(each -> each.extension().equals(extension)).findFirst();
  }

  String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  MediaType type() {
    return type;
  }

  void write(ReportPaper paper, OutputStream out) throws IOException {
    form.write(paper, out);
  }
}
