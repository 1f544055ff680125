package org.disclosureledger.service.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Rows as a CSV file, a page at a time: no connection and no memory is held by their number.
 *
 * @param first is read before the answer begins
 */
public record CsvExport<R>(List<R> first, Pages<R> pages) {

  /** The rows behind one, or from the first on; none at the end. */
  public interface Pages<R> {
    List<R> after(@Nullable R last);
  }

  public interface Head {
    void write(Appendable out) throws IOException;
  }

  public interface Line<R> {
    void write(R row, Appendable out) throws IOException;
  }

  /** Whatever can be refused is refused here, before the first byte. */
  public static <R> CsvExport<R> of(Pages<R> pages) {
    return new CsvExport<>(pages.after(null), pages);
  }

  /**
   * @param name of the file, without its ending
   */
  public void write(HttpServletResponse response, String name, Head head, Line<R> line)
      throws IOException {
    response.setContentType("text/csv;charset=utf-8;header=present");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"");
    Writer out =
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    head.write(out);
    List<R> rows = first;
    while (!rows.isEmpty()) {
      for (R row : rows) {
        line.write(row, out);
      }
      rows = pages.after(rows.getLast());
    }
    out.flush();
  }
}
