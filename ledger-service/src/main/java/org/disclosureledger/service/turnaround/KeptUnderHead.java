package org.disclosureledger.service.turnaround;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.sealing.LedgerDescription;

/**
 * Answers about half-years that are over, each made once for all who ask, in memory and bounded.
 * None grows old: it rests on the entries below its head as of the half-year's end, which no later
 * entry changes; on their clear members alone ({@code schemas/REPORTS.md}), which no erasure
 * changes; and facts that are made anew are made of the same entries. A release that counts
 * otherwise runs in another process, which has kept nothing.
 *
 * @param <V> an answer, which nobody changes
 */
public final class KeptUnderHead<V> {
  private final Cache<Question, V> kept;

  private record Question(UUID ledger, ReportingPeriod half, Turnaround.Head head) {}

  /**
   * @param most what all that is kept may weigh
   * @param weight of an answer, more than 0; one that weighs more than all may is not kept
   */
  public KeptUnderHead(long most, ToIntFunction<? super V> weight) {
    kept =
        Caffeine.newBuilder()
            .maximumWeight(most)
            .weigher((Question question, V answer) -> weight.applyAsInt(answer))
            // Whoever adds one drops others: no more than the bound waits for a thread to do it.
            .executor(Runnable::run)
            .build();
  }

  /** The answer under that head, if it is kept. */
  public Optional<V> kept(LedgerDescription ledger, ReportingPeriod half, Turnaround.Head head) {
    return Optional.ofNullable(kept.getIfPresent(new Question(ledger.id(), half, head)));
  }

  /**
   * The answer under that head. Who asks while it is made waits for it.
   *
   * @param made asked where it is not kept; what it throws is thrown, and not kept
   */
  public V get(
      LedgerDescription ledger,
      ReportingPeriod half,
      Turnaround.Head head,
      Supplier<? extends V> made) {
    return kept.get(new Question(ledger.id(), half, head), asked -> made.get());
  }
}
