package org.disclosureledger.service.intake.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.service.deadline.DeadlineRule;
import org.disclosureledger.service.deadline.PolicyInForce;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.intake.FigureBudget;
import org.disclosureledger.service.register.OpenRequests;
import org.disclosureledger.service.request.DueMove;
import org.disclosureledger.service.request.RequestState;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.statistics.StatisticsQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What another policy or calendar would make of the due times of open requests, as far as the
 * register has come. Nothing is written, and nothing of it holds: the recount counts again.
 */
@Component
class RecountPreview {
  /** Looked at; beyond it the answer says that there are more. */
  static final int MOST = 20_000;

  /** Named, in the order of their ids. */
  static final int NAMED = 100;

  private static final int BATCH = 500;

  private final OpenRequests open;
  private final FigureBudget budget;

  RecountPreview(OpenRequests open, FigureBudget budget) {
    this.open = open;
    this.budget = budget;
  }

  /**
   * @param counted open requests that were looked at
   * @param moved those that would be due at another time
   * @param kept those that would keep their due time because it could not be counted
   * @param complete whether these are all that are open
   * @param first of those that would move
   */
  record PreviewView(long counted, long moved, long kept, boolean complete, List<Move> first) {}

  /**
   * @param from as it is, UTC; absent where nothing is due
   * @param to as it would be, UTC; absent where nothing would be due
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Move(UUID requestId, @Nullable Instant from, @Nullable Instant to) {}

  PreviewView of(LedgerDescription ledger, PolicyInForce next) {
    return budget.counted(() -> StatisticsQuery.question(() -> counted(ledger, next)));
  }

  private PreviewView counted(LedgerDescription ledger, PolicyInForce next) {
    Tally tally = new Tally();
    UUID last = null;
    boolean more = true;
    while (more && tally.counted < MOST) {
      List<OpenRequests.Folded> batch = open.folded(ledger, last, BATCH);
      batch.forEach(each -> tally.take(each, next));
      more = batch.size() == BATCH;
      last = batch.isEmpty() ? last : batch.getLast().request();
    }
    boolean complete = !more || open.after(ledger, last, 1).isEmpty();
    return new PreviewView(
        tally.counted, tally.moved, tally.kept, complete, List.copyOf(tally.first));
  }

  private static final class Tally {
    private final List<Move> first = new ArrayList<>();
    private long counted;
    private long moved;
    private long kept;

    void take(OpenRequests.Folded request, PolicyInForce next) {
      counted++;
      RequestState state = request.state();
      if (state == null) {
        kept++;
        return;
      }
      try {
        Optional<DueMove> move = DueMove.of(state, next);
        if (move.isPresent()) {
          moved++;
          if (first.size() < NAMED) {
            first.add(new Move(request.request(), move.get().from(), move.get().to()));
          }
        }
      } catch (CommandRefused refused) {
        if (!(refused.rule() instanceof DeadlineRule)) {
          throw refused;
        }
        kept++;
      }
    }
  }
}
