package org.disclosureledger.verifier.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** A row keeps its figures as they were, in little room. */
class RowTest {
  private final Map<String, Long> counted = new LinkedHashMap<>();

  private Row row() {
    for (int i = 60; i > 0; i--) {
      counted.put("figure" + i, (long) i * i);
    }
    return new Row(Slice.ALL, "", counted);
  }

  @Test
  void figuresStayInTheirOrderAndAreFoundByName() {
    Row row = row();
    assertThat(row.figures()).containsExactlyEntriesOf(counted).isEqualTo(counted);
    assertThat(row.figures().keySet()).containsExactlyElementsOf(counted.keySet());
    counted.forEach((name, value) -> assertThat(row.figures().get(name)).isEqualTo(value));
    assertThat(row.figures().get("figure0")).isNull();
    assertThat(row.figures().getOrDefault("figure0", 7L)).isEqualTo(7);
    assertThat(row.figures().containsKey("figure61")).isFalse();
    assertThat(row).isEqualTo(new Row(Slice.ALL, "", row.figures()));
  }

  @Test
  void nobodyChangesThemAfterwards() {
    Row row = row();
    counted.put("figure1", 9L);
    assertThat(row.figures().get("figure1")).isEqualTo(1);
    assertThatThrownBy(() -> row.figures().put("figure1", 9L))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void behindTheLastThereIsNone() {
    Iterator<Map.Entry<String, Long>> none =
        new Row(Slice.ALL, "", Map.of()).figures().entrySet().iterator();
    assertThat(none.hasNext()).isFalse();
    assertThatThrownBy(none::next).isInstanceOf(NoSuchElementException.class);
  }
}
