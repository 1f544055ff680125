package org.disclosureledger.service.suppression;

import java.util.ArrayList;
import java.util.List;

/** Tables of one direction and of two. */
final class SmallTables {
  private SmallTables() {}

  static CountTable.Builder parts(long... counts) {
    CountTable.Builder table = new CountTable.Builder();
    long total = 0;
    String[] names = new String[counts.length];
    for (int i = 0; i < counts.length; i++) {
      names[i] = "p" + i;
      table.print(names[i], counts[i]);
      total += counts[i];
    }
    return table.print("total", total).sum("total", names);
  }

  /** Margins first: what is asked early is sooner told. */
  static CountTable.Builder cross(long[][] cells) {
    CountTable.Builder table = new CountTable.Builder();
    long[] columns = new long[cells[0].length];
    List<String> rows = new ArrayList<>();
    long all = 0;
    for (int r = 0; r < cells.length; r++) {
      long sum = 0;
      List<String> row = new ArrayList<>();
      for (int c = 0; c < columns.length; c++) {
        sum += cells[r][c];
        columns[c] += cells[r][c];
        row.add("c" + r + c);
      }
      table.print("row" + r, sum).sum("row" + r, row.toArray(String[]::new));
      rows.add("row" + r);
      all += sum;
    }
    List<String> across = new ArrayList<>();
    for (int c = 0; c < columns.length; c++) {
      List<String> column = new ArrayList<>();
      for (int r = 0; r < cells.length; r++) {
        column.add("c" + r + c);
      }
      table.print("column" + c, columns[c]).sum("column" + c, column.toArray(String[]::new));
      across.add("column" + c);
    }
    for (int r = 0; r < cells.length; r++) {
      for (int c = 0; c < columns.length; c++) {
        table.print("c" + r + c, cells[r][c]);
      }
    }
    return table
        .print("all", all)
        .sum("all", rows.toArray(String[]::new))
        .sum("all", across.toArray(String[]::new));
  }
}
