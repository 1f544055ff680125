package org.disclosureledger.service.intake.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.disclosureledger.service.database.LedgerReader;
import org.disclosureledger.service.database.LedgerReaders;
import org.disclosureledger.service.deadline.PolicyInForce;
import org.disclosureledger.service.intake.FigureBudget;
import org.disclosureledger.service.intake.HttpTestApplication;
import org.disclosureledger.service.register.OpenRequests;
import org.disclosureledger.service.request.RequestState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.TransactionTimedOutException;

/** How far a preview looks. What it counts is for tests of the whole service. */
class RecountPreviewTest {
  @ParameterizedTest
  @ValueSource(
      ints = {
        0,
        1,
        499,
        500,
        501,
        RecountPreview.MOST - 1,
        RecountPreview.MOST,
        RecountPreview.MOST + 1
      })
  void eachOpenRequestIsLookedAtOnceAndWhatIsLeftIsSaid(int all) {
    OpenRequests open = mock(OpenRequests.class);
    when(open.folded(any(), any(), anyInt()))
        .thenAnswer(call ->
            ids(all, call.getArgument(1), call.getArgument(2)).stream()
                // Every third cannot be read; the others do not exist yet, and stay.
                .map(id ->
                    new OpenRequests.Folded(
                        id, id.getLeastSignificantBits() % 3 == 0 ? null : RequestState.EMPTY))
                .toList());
    when(open.after(any(), any(), anyInt()))
        .thenAnswer(call -> ids(all, call.getArgument(1), call.getArgument(2)));
    RecountPreview.PreviewView preview =
        new RecountPreview(open, new FigureBudget())
            .of(HttpTestApplication.DEMO, PolicyInForce.NONE);
    int counted = Math.min(all, RecountPreview.MOST);
    assertThat(preview.counted()).isEqualTo(counted);
    assertThat(preview.kept()).isEqualTo(counted / 3);
    assertThat(preview.moved()).isZero();
    assertThat(preview.first()).isEmpty();
    assertThat(preview.complete()).isEqualTo(all <= RecountPreview.MOST);
  }

  @Test
  void allBatchesAreOfOneQuestion() {
    OpenRequests open = mock(OpenRequests.class);
    LedgerReader spent = LedgerReaders.spent();
    when(open.folded(any(), any(), anyInt()))
        .thenAnswer(call -> spent.in(HttpTestApplication.DEMO.id(), _ -> List.of()));
    RecountPreview preview = new RecountPreview(open, new FigureBudget());
    assertThatThrownBy(() -> preview.of(HttpTestApplication.DEMO, PolicyInForce.NONE))
        .isInstanceOf(TransactionTimedOutException.class);
  }

  private static List<UUID> ids(int all, @Nullable UUID after, int limit) {
    long last = after == null ? 0 : after.getLeastSignificantBits();
    return LongStream.rangeClosed(last + 1, all)
        .limit(limit)
        .mapToObj(n -> new UUID(0, n))
        .toList();
  }
}
