package org.disclosureledger.service.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.figures.Figures;
import org.disclosureledger.service.figures.Slice;

/** Figures by slice and key, as statement after statement gives them. */
final class Numbers {
  private final Map<Slice, Map<String, Map<Figure, Long>>> all = new EnumMap<>(Slice.class);

  /** A row: slice, what is measured, key and the numbers of it. */
  void take(ResultSet row) throws SQLException {
    Map<Figure, Long> into = of(Slice.valueOf(row.getString("slice")), row.getString("key"));
    Long[] values = (Long[]) row.getArray("numbers").getArray();
    int at = 0;
    for (String measured : row.getString("measured").split("\\+")) {
      at = Measured.valueOf(measured).put(values, at, into);
    }
    if (at != values.length) {
      throw new IllegalStateException(values.length - at + " numbers that no figure takes");
    }
  }

  /** Of one row, to be filled. */
  Map<Figure, Long> of(Slice slice, String key) {
    return all.computeIfAbsent(slice, unused -> new TreeMap<>())
        .computeIfAbsent(key, unused -> new EnumMap<>(Figure.class));
  }

  void add(Numbers others) {
    others.all.forEach(
        (slice, keys) -> keys.forEach((key, values) -> of(slice, key).putAll(values)));
  }

  /** Each row's key and figures. */
  void forEach(Slice slice, BiConsumer<String, Map<Figure, Long>> row) {
    all.getOrDefault(slice, Map.of()).forEach(row);
  }

  /** Rows of which every figure is 0 or none are left out, but that of all. */
  Map<Slice, Map<String, Figures>> figures() {
    Map<Slice, Map<String, Figures>> found = new EnumMap<>(Slice.class);
    all.forEach((slice, keys) -> {
      Map<String, Figures> figures = new TreeMap<>();
      keys.forEach((key, values) -> {
        Figures stated = Figures.of(values);
        if (slice == Slice.ALL || !stated.isEmpty()) {
          figures.put(key, stated);
        }
      });
      found.put(slice, figures);
    });
    return found;
  }
}
