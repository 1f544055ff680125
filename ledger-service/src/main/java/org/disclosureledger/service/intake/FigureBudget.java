package org.disclosureledger.service.intake;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.figures.FigureRule;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.wire.QueryParameters;
import org.springframework.stereotype.Component;

/**
 * What answers that cost much may take of one process, whoever asks: how wide a question is, and
 * how many are worked on at once. The rest of the service shares its database and its memory.
 */
@Component
public class FigureBudget {
  /** Each month and each slice is rows to be made. */
  static final int MOST_CELLS = 1_200;

  /** The same over all ledgers of a comparison. */
  static final int MOST_COMPARED = 12_000;

  static final int COUNTED_AT_ONCE = 4;

  /** A document is held in memory until it is whole. */
  static final int MADE_AT_ONCE = 2;

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Semaphore counting = new Semaphore(COUNTED_AT_ONCE, true);
  private final Semaphore making = new Semaphore(MADE_AT_ONCE, true);

  /**
   * Whether one question may be so wide.
   *
   * @throws org.disclosureledger.service.wire.InputRefused when it may not
   */
  public void require(ReportingPeriod period, int slices) {
    require(period, slices, 1, MOST_CELLS);
  }

  /** The same of a comparison. */
  public void require(ReportingPeriod period, int slices, int ledgers) {
    require(period, slices, ledgers, MOST_COMPARED);
  }

  private static void require(ReportingPeriod period, int slices, int ledgers, int most) {
    if ((long) period.months().size() * slices * ledgers > most) {
      throw QueryParameters.refused(
          "to", "is too far from from: months times slices times ledgers are at most " + most);
    }
  }

  /**
   * Figures, counted when it is their turn.
   *
   * @throws CommandRefused with {@link FigureRule#FIGURES_BUSY} when too many are asked for
   */
  public <T> T counted(Supplier<? extends T> figures) {
    return inTurn(counting, figures);
  }

  /**
   * A document, made when it is its turn.
   *
   * @throws CommandRefused with {@link FigureRule#FIGURES_BUSY} when too many are asked for
   */
  public <T> T made(Supplier<? extends T> document) {
    return inTurn(making, document);
  }

  private static <T> T inTurn(Semaphore turns, Supplier<? extends T> work) {
    try {
      if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }

  private static CommandRefused busy() {
    return new CommandRefused(FigureRule.FIGURES_BUSY, "the header Retry-After says when");
  }
}
