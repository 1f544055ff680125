package org.disclosureledger.service.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.service.csv.CsvLine;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.figures.StatedFigures;
import org.jspecify.annotations.Nullable;

/**
 * A report as CSV: a line a row of figures and figure. What it is a report of, as of when and under
 * which head stands in each line, for a spreadsheet that sorts and filters them knows no comment
 * lines.
 */
final class CsvPaper {
  private CsvPaper() {}

  static void write(ReportPaper paper, Appendable out) throws IOException {
    KeyLabels labels = new KeyLabels(paper.agencies());
    StatedFigures stated = paper.figures();
    List<PrintedRow> rows = PrintedRow.of(paper);
    out.append(CsvLine.BYTE_ORDER_MARK)
        .append("ledger,report,version,variant,sample,from,to,asOf,headSize,headRoot,")
        .append("slice,key,key_vi,key_en,member,figure_vi,figure_en,value,unit\r\n");
    for (PrintedRow row : rows) {
      List<Figure> figures =
          paper.variant() == ReportPaper.Variant.FULL
              ? List.of(Figure.values())
              : new ArrayList<>(row.cells().keySet());
      for (Figure figure : figures) {
        out.append(
            CsvLine.of(
                paper.ledger(),
                paper.report(),
                paper.version(),
                paper.variant(),
                paper.sample(),
                stated.period().from(),
                stated.period().to(),
                stated.asOf(),
                stated.size(),
                stated.rootInCell(),
                row.slice().name(),
                row.key(),
                Page.printable(labels.say(Language.VI, row.slice(), row.key())),
                Page.printable(labels.say(Language.EN, row.slice(), row.key())),
                figure.member(),
                figure.vi(),
                figure.en(),
                value(row.cells().get(figure)),
                figure.unit() == Figure.Unit.COUNT ? "count" : "ms"));
      }
    }
  }

  private static @Nullable Object value(@Nullable Cell cell) {
    if (cell == null) {
      return null;
    }
    return cell.sign() == null ? cell.value() : cell.sign();
  }
}
