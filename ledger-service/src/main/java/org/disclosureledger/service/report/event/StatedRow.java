package org.disclosureledger.service.report.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.disclosureledger.service.figures.FigureRow;
import org.disclosureledger.service.figures.Figures;
import org.disclosureledger.service.figures.Slice;

/**
 * A row of figures as an entry states it.
 *
 * @param figures by member name, in the order of {@code schemas/REPORTS.md} §3
 */
public record StatedRow(Slice slice, String key, Map<String, Long> figures) {
  public StatedRow {
    // Map.copyOf keeps no order, and the bytes are signed.
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }

  public static StatedRow of(FigureRow row) {
    return new StatedRow(row.slice(), row.key(), row.figures().members());
  }

  /**
   * @throws IllegalArgumentException when a member names no figure
   */
  public FigureRow row() {
    return new FigureRow(slice, key, Figures.ofMembers(figures));
  }
}
