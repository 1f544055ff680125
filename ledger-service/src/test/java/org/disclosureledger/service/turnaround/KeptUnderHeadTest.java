package org.disclosureledger.service.turnaround;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.service.figures.FiguresBehind;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.projection.SyntheticHistory;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.junit.jupiter.api.Test;

/** An answer is made once where nothing that it depends on differs, and not all are kept. */
class KeptUnderHeadTest {
  private static final int BOUND = 8;
  private static final LedgerDescription LEDGER = SyntheticHistory.ledger("demo");
  private static final ReportingPeriod HALF = ReportingPeriod.half(2026, 1);
  private static final Turnaround.Head HEAD = new Turnaround.Head(42, "A".repeat(43) + "=");

  private final List<String> made = new ArrayList<>();

  private String ask(
      KeptUnderHead<String> kept,
      LedgerDescription ledger,
      ReportingPeriod half,
      Turnaround.Head head,
      String answer) {
    return kept.get(
        ledger,
        half,
        head,
        () -> {
          made.add(answer);
          return answer;
        });
  }

  @Test
  void whatDependsOnTheSameIsMadeOnceAndNothingElseIsTakenForIt() {
    KeptUnderHead<String> kept = new KeptUnderHead<>(BOUND, answer -> 1);
    ReportingPeriod next = ReportingPeriod.half(2026, 2);
    LedgerDescription other = SyntheticHistory.ledger("other");
    Turnaround.Head longer = new Turnaround.Head(43, HEAD.root());
    Turnaround.Head forked = new Turnaround.Head(42, "B".repeat(43) + "=");
    for (int round = 0; round < 3; round++) {
      assertThat(ask(kept, LEDGER, HALF, HEAD, "first")).isEqualTo("first");
      assertThat(ask(kept, LEDGER, next, HEAD, "half")).isEqualTo("half");
      assertThat(ask(kept, other, HALF, HEAD, "ledger")).isEqualTo("ledger");
      assertThat(ask(kept, LEDGER, HALF, longer, "size")).isEqualTo("size");
      assertThat(ask(kept, LEDGER, HALF, forked, "root")).isEqualTo("root");
    }
    assertThat(made).containsExactly("first", "half", "ledger", "size", "root");
  }

  @Test
  void whatFailsIsNotKept() {
    KeptUnderHead<String> kept = new KeptUnderHead<>(BOUND, answer -> 1);
    FiguresBehind behind = new FiguresBehind("behind");
    assertThatThrownBy(() ->
            kept.get(
                LEDGER,
                HALF,
                HEAD,
                () -> {
                  throw behind;
                }))
        .isSameAs(behind);
    assertThat(ask(kept, LEDGER, HALF, HEAD, "later")).isEqualTo("later");
  }

  @Test
  void noMoreIsKeptThanTheBoundSays() {
    int heads = 5 * BOUND;
    for (int weight : List.of(1, 3, BOUND + 1)) {
      made.clear();
      KeptUnderHead<String> kept = new KeptUnderHead<>(BOUND, answer -> weight);
      for (int size = 1; size <= heads; size++) {
        ask(kept, LEDGER, HALF, new Turnaround.Head(size, null), "answer");
      }
      // Whatever is left of them is found without a second making.
      int left = 0;
      for (int size = 1; size <= heads; size++) {
        try {
          kept.get(
              LEDGER,
              HALF,
              new Turnaround.Head(size, null),
              () -> {
                throw new FiguresBehind("not kept");
              });
          left++;
        } catch (FiguresBehind e) {
          assertThat(e).hasMessageContaining("not kept");
        }
      }
      assertThat(made).hasSize(heads);
      assertThat(left).as("of weight %d", weight).isEqualTo(BOUND / weight);
    }
  }
}
