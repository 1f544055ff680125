package org.disclosureledger.verifier.figures;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one row, in their order: twelve bytes each and no more, since a hundred thousand
 * rows may wait for the entry that states them (REPORTS §7). They are few, and so looked through.
 */
final class Figures extends AbstractMap<String, Long> {
  private final String[] names;
  private final long[] values;

  private Figures(String[] names, long[] values) {
    this.names = names;
    this.values = values;
  }

  static Figures of(Map<String, Long> figures) {
    if (figures instanceof Figures same) {
      return same;
    }
    String[] names = figures.keySet().toArray(new String[0]);
    long[] values = figures.values().stream().mapToLong(Long::longValue).toArray();
    return new Figures(names, values);
  }

  private int place(@Nullable Object name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public @Nullable Long get(@Nullable Object name) {
    int place = place(name);
    return place < 0 ? null : values[place];
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return place(name) >= 0;
  }

  @Override
  public Set<Map.Entry<String, Long>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return names.length;
      }

      @Override
      public Iterator<Map.Entry<String, Long>> iterator() {
        return new InOrder();
      }
    };
  }

  private final class InOrder implements Iterator<Map.Entry<String, Long>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < names.length;
    }

    @Override
    public Map.Entry<String, Long> next() {
      if (next == names.length) {
        throw new NoSuchElementException("no further figure");
      }
      Map.Entry<String, Long> entry = Map.entry(names[next], values[next]);
      next++;
      return entry;
    }
  }
}
