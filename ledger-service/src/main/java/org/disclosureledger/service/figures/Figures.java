package org.disclosureledger.service.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The figures of one row: each count and sum that is not 0, and each quantile that there is. */
public final class Figures {
  public static final Figures NONE = new Figures(new EnumMap<>(Figure.class));

  private final Map<Figure, Long> values;

  private Figures(EnumMap<Figure, Long> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /** Counts and sums of 0 are left out; a quantile of 0 is one. */
  public static Figures of(Map<Figure, Long> values) {
    EnumMap<Figure, Long> kept = new EnumMap<>(Figure.class);
    values.forEach((figure, value) -> {
      if (value != 0 || figure.unit() == Figure.Unit.QUANTILE) {
        kept.put(figure, value);
      }
    });
    return new Figures(kept);
  }

  /**
   * By the names of events.
   *
   * @throws IllegalArgumentException when one names no figure
   */
  public static Figures ofMembers(Map<String, Long> members) {
    EnumMap<Figure, Long> values = new EnumMap<>(Figure.class);
    members.forEach((member, value) ->
        values.put(
            Figure.of(member)
                .orElseThrow(() -> new IllegalArgumentException("no figure is named " + member)),
            value));
    return of(values);
  }

  /** In the order of {@link Figure}, without what is left out. */
  public Map<String, Long> members() {
    Map<String, Long> members = new LinkedHashMap<>();
    values.forEach((figure, value) -> members.put(figure.member(), value));
    return members;
  }

  /** A count or a sum, 0 where nothing is said. */
  public long count(Figure figure) {
    if (figure.unit() == Figure.Unit.QUANTILE) {
      throw new IllegalArgumentException(figure + " may be absent");
    }
    return values.getOrDefault(figure, 0L);
  }

  /** Milliseconds; empty where there is no such quantile. */
  public OptionalLong quantile(Figure figure) {
    Long value = values.get(figure);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /** Four decimals, half up; empty over 0. */
  public Optional<BigDecimal> share(Figure part, Figure whole) {
    return share(count(part), count(whole));
  }

  /** Four decimals, half up; empty over 0. */
  public static Optional<BigDecimal> share(long part, long whole) {
    return whole == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP));
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Figures figures && values.equals(figures.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return members().toString();
  }
}
