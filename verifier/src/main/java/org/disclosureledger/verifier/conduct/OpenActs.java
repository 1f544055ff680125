package org.disclosureledger.verifier.conduct;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What waits for its second person. One act does at a time; of those that may not, the last few are
 * enough.
 */
final class OpenActs<T extends OpenActs.Waiting> {
  private static final int MOST = 8;

  /** What the first person prepared. */
  interface Waiting {
    UUID id();
  }

  private List<T> open = List.of();

  /** Open until an unknown entry came, which may have settled them. */
  private List<T> perhaps = List.of();

  /** Null if none is known to wait. */
  @Nullable T first() {
    return open.isEmpty() ? null : open.getFirst();
  }

  /** Whether nothing waits, not even perhaps. */
  boolean isEmpty() {
    return open.isEmpty() && perhaps.isEmpty();
  }

  /** Those known to wait. */
  List<T> all() {
    return open;
  }

  /** Null if nothing of this id waits, not even perhaps. */
  @Nullable T find(UUID id) {
    return Stream.concat(open.stream(), perhaps.stream())
        .filter(act -> act.id().equals(id))
        .findFirst()
        .orElse(null);
  }

  void add(T act) {
    open = lastOf(Stream.concat(open.stream(), Stream.of(act)).toList());
  }

  void replace(T act, T by) {
    open = open.stream().map(other -> other == act ? by : other).toList();
  }

  void settle(T act) {
    open = open.stream().filter(other -> other != act).toList();
    perhaps = perhaps.stream().filter(other -> other != act).toList();
  }

  /** An unknown entry came. */
  void doubt() {
    perhaps = lastOf(Stream.concat(perhaps.stream(), open.stream()).toList());
    open = List.of();
  }

  void clear() {
    open = List.of();
    perhaps = List.of();
  }

  private static <T> List<T> lastOf(List<T> acts) {
    return List.copyOf(acts.subList(Math.max(0, acts.size() - MOST), acts.size()));
  }
}
