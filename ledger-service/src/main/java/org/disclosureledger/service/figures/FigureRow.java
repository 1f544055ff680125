package org.disclosureledger.service.figures;

import java.util.Comparator;

/**
 * The figures of one slice.
 *
 * @param key which one: a code, {@code true}, {@code YYYY-MM}; empty for {@link Slice#ALL}
 */
public record FigureRow(Slice slice, String key, Figures figures) {
  /** As reports list them: ASCII keys, by their bytes. */
  public static final Comparator<FigureRow> ORDER =
      Comparator.comparing(FigureRow::slice).thenComparing(FigureRow::key);
}
