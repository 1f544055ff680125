package org.disclosureledger.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.http.HttpMethod.GET;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.disclosureledger.service.statistics.StatisticsQuery;
import org.disclosureledger.service.turnaround.Turnaround;
import org.disclosureledger.service.turnaround.TurnaroundQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/** While as many figures are counted as may be, whoever asks for more is told to come again. */
class BusyFiguresHttpTest extends HttpTest {
  @Autowired FigureBudget budget;
  @Autowired StatisticsQuery statistics;
  @Autowired TurnaroundQuery turnaround;

  @BeforeEach
  @AfterEach
  void forgetAll() {
    reset(statistics, turnaround);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/statistics",
        "/statistics.csv",
        "/turnaround",
        "/turnaround/public?half=2025-H2"
      })
  void nothingMoreIsCounted(String path) throws Exception {
    Supplier<Turnaround> count =
        () -> {
          throw new AssertionError("it is counted");
        };
    when(turnaround.whenOver(any(), any(), any()))
        .thenAnswer(call -> {
          Function<Supplier<Turnaround>, Turnaround> turn = call.getArgument(2);
          return Optional.of(turn.apply(count));
        });
    CountDownLatch begun = new CountDownLatch(FigureBudget.COUNTED_AT_ONCE);
    CountDownLatch end = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < FigureBudget.COUNTED_AT_ONCE; i++) {
        threads.submit(() ->
            budget.counted(() -> {
              begun.countDown();
              return awaited(end);
            }));
      }
      begun.await();
      try {
        MockHttpServletResponse response =
            mvc.perform(as("supervisor", GET, "/api/v1/ledgers/demo" + path))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isNotBlank();
        assertThat(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8))
            .contains("figures-busy");
      } finally {
        end.countDown();
      }
    }
    verify(statistics, never()).of(any(), any(), any(), any(), any());
    verify(turnaround, never()).figures(any(), any(), any());
  }

  private static boolean awaited(CountDownLatch end) {
    try {
      end.await();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
