package org.disclosureledger.service.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * The documents of a report, written to a stream that stays open. The same report gives the same
 * bytes. All of them throw {@link IllegalArgumentException}, before the first byte, where a report
 * has no public variant (decision 0025).
 */
public final class Papers {
  private Papers() {}

  /** A4, tagged, in the languages asked. */
  public static void pdf(ReportPaper paper, OutputStream out) throws IOException {
    PdfPaper.write(paper, out);
  }

  /** A cover and a sheet a slice. */
  public static void xlsx(ReportPaper paper, OutputStream out) throws IOException {
    XlsxPaper.write(paper, out);
  }

  /** UTF-8 with a byte order mark. */
  public static void csv(ReportPaper paper, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CsvPaper.write(paper, text);
    text.flush();
  }

  public static void json(ReportPaper paper, OutputStream out) {
    JsonPaper.write(paper, out);
  }
}
