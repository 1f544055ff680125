package org.disclosureledger.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.figures.FigureRule;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.wire.InputRefused;
import org.junit.jupiter.api.Test;

/** What answers that cost much may take. */
class FigureBudgetTest {
  private final FigureBudget budget = new FigureBudget();

  /** So many that do not end, one more, and one after they did. */
  private void inTurn(int atOnce, Function<Supplier<String>, String> work) throws Exception {
    CountDownLatch begun = new CountDownLatch(atOnce);
    CountDownLatch end = new CountDownLatch(1);
    List<Future<String>> working = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < atOnce; i++) {
        working.add(
            threads.submit(() ->
                work.apply(() -> {
                  begun.countDown();
                  await(end);
                  return "done";
                })));
      }
      begun.await();
      CommandRefused refused =
          catchThrowableOfType(CommandRefused.class, () -> work.apply(() -> "never"));
      assertThat(refused.rule()).isEqualTo(FigureRule.FIGURES_BUSY);
      assertThat(refused.rule().status()).isEqualTo(503);
      end.countDown();
      for (Future<String> each : working) {
        assertThat(each.get()).isEqualTo("done");
      }
    }
    assertThat(work.apply(() -> "again")).isEqualTo("again");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void soManyAreCountedAtOnceAndNoMore() throws Exception {
    inTurn(FigureBudget.COUNTED_AT_ONCE, budget::counted);
  }

  @Test
  void soManyDocumentsAreMadeAtOnceAndNoMore() throws Exception {
    inTurn(FigureBudget.MADE_AT_ONCE, budget::made);
  }

  @Test
  void whatFailsGivesItsTurnBack() {
    for (int i = 0; i < 3 * FigureBudget.MADE_AT_ONCE; i++) {
      assertThatThrownBy(() ->
              budget.made(() -> {
                throw new IllegalStateException("broken");
              }))
          .hasMessage("broken");
    }
  }

  @Test
  void monthsTimesSlicesTimesLedgersAreLimited() {
    ReportingPeriod decade =
        new ReportingPeriod(ReportingPeriod.year(2016).from(), ReportingPeriod.year(2025).to());
    assertThat(decade.months()).hasSize(120);
    assertThatCode(() -> budget.require(decade, 10)).doesNotThrowAnyException();
    assertThatThrownBy(() -> budget.require(decade, 11)).isInstanceOf(InputRefused.class);
    assertThatCode(() -> budget.require(decade, 2, 50)).doesNotThrowAnyException();
    assertThatThrownBy(() -> budget.require(decade, 2, 51)).isInstanceOf(InputRefused.class);
  }
}
