package org.disclosureledger.service.intake.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.disclosureledger.format.Origin;
import org.disclosureledger.service.access.SignedInUser;
import org.disclosureledger.service.figures.FigureRow;
import org.disclosureledger.service.figures.Figures;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.figures.Slice;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.intake.FigureBudget;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.disclosureledger.service.statistics.StatisticsFilter;
import org.disclosureledger.service.statistics.StatisticsQuery;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.wire.InputRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** A comparison that cannot hold all says what it leaves out. */
class ComparisonLimitsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00.123Z");

  private final StatisticsQuery statistics = mock(StatisticsQuery.class);

  private Comparison compare(int ledgers, int agencies, MockHttpServletRequest request) {
    return controller(ledgers, agencies).compare(mock(SignedInUser.class), request);
  }

  private List<String> lines(int ledgers, int agencies, MockHttpServletRequest request) {
    byte[] csv = controller(ledgers, agencies).export(mock(SignedInUser.class), request).getBody();
    return new String(csv, StandardCharsets.UTF_8).lines().toList();
  }

  private ComparisonController controller(int ledgers, int agencies) {
    List<FigureRow> rows = new ArrayList<>();
    rows.add(new FigureRow(Slice.ALL, "", Figures.NONE));
    for (int agency = 0; agency < agencies; agency++) {
      rows.add(new FigureRow(Slice.AGENCY, "CQ-%05d".formatted(agency), Figures.NONE));
    }
    when(statistics.of(any(), any(), any(), any(), any()))
        .thenAnswer(call ->
            new StatedFigures(
                call.getArgument(1), call.getArgument(2), 1, "root", rows, List.of()));
    return new ComparisonController(
        directory(ledgers),
        (user, ledger) -> !ledger.equals("hidden"),
        statistics,
        ledger -> NOW,
        new FigureBudget());
  }

  private static LedgerDirectory directory(int ledgers) {
    List<LedgerDescription> all = new ArrayList<>();
    IntStream.range(0, ledgers).forEach(n -> all.add(ledger(n, "l%03d".formatted(n), false)));
    all.add(ledger(ledgers, "hidden", false));
    all.add(ledger(ledgers + 1, "sample", true));
    return new LedgerDirectory() {
      @Override
      public Optional<LedgerDescription> find(String name) {
        return Optional.empty();
      }

      @Override
      public List<LedgerDescription> all() {
        return all;
      }
    };
  }

  private static LedgerDescription ledger(int number, String name, boolean sample) {
    return new LedgerDescription(
        new UUID(0, number), name, new Origin("ledger.example/" + name), sample);
  }

  @Test
  void whatFitsIsLeftOutNowhere() {
    Comparison all =
        compare(
            ComparisonController.MOST_LEDGERS, Compared.MOST_ROWS, new MockHttpServletRequest());
    assertThat(all.enterprises()).hasSize(ComparisonController.MOST_LEDGERS);
    assertThat(all.rows()).hasSize(Compared.MOST_ROWS);
    assertThat(all.enterprisesLeftOut()).isZero();
    assertThat(all.rowsLeftOut()).isZero();
    assertThat(all.from()).isEqualTo(ReportingPeriod.half(2026, 2).from());
  }

  @Test
  void enterprisesAndAgenciesThatAreLeftOutAreCounted() {
    Comparison some =
        compare(
            ComparisonController.MOST_LEDGERS + 3,
            Compared.MOST_ROWS + 2,
            new MockHttpServletRequest());
    assertThat(some.enterprises()).hasSize(ComparisonController.MOST_LEDGERS);
    assertThat(some.enterprisesLeftOut()).as("of those that may be read").isEqualTo(3);
    assertThat(some.rows()).hasSize(Compared.MOST_ROWS);
    assertThat(some.rowsLeftOut()).isEqualTo(2);
  }

  @Test
  void theFileHasALineAnEnterpriseAndRowAndSaysInEachWhatItLeavesOut() {
    List<String> lines =
        lines(
            ComparisonController.MOST_LEDGERS + 3,
            Compared.MOST_LINES / ComparisonController.MOST_LEDGERS + 2,
            new MockHttpServletRequest());
    int rows = Compared.MOST_LINES / ComparisonController.MOST_LEDGERS;
    assertThat(lines).hasSize(1 + ComparisonController.MOST_LEDGERS * (1 + rows));
    assertThat(lines.getFirst())
        .startsWith("\uFEFFsample,enterprisesLeftOut,rowsLeftOut,ledger,asOf,headSize,headRoot,");
    assertThat(lines.get(1))
        .startsWith("false,3,2,l000," + NOW + ",1,sha256:root,")
        .contains(",ALL,");
    assertThat(lines.getLast()).startsWith("false,3,2,l199,").contains(",CQ-00499,");
  }

  @Test
  void whatIsInventedIsToldApart() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.addParameter("samples", "true");
    assertThat(lines(1, 0, request))
        .hasSize(3)
        .anySatisfy(line -> assertThat(line).startsWith("true,0,0,sample,"))
        .anySatisfy(line -> assertThat(line).startsWith("false,0,0,l000,"));
  }

  @ParameterizedTest
  @EnumSource(Slice.class)
  void theSliceAndTheFilterThatAreNamedAreAskedOfEachEnterprise(Slice slice) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.addParameter("half", "2025-H1");
    request.addParameter("slice", slice.name());
    request.addParameter("agencyKind", "COURT");
    request.addParameter("emergency", "true");
    compare(2, 1, request);
    verify(statistics, times(2))
        .of(
            any(),
            eq(ReportingPeriod.half(2025, 1)),
            eq(NOW),
            eq(EnumSet.of(Slice.ALL, slice)),
            eq(new StatisticsFilter(null, AgencyKind.COURT, null, null, true, null)));
  }

  @Test
  void nothingIsCountedOfAPeriodThatIsTooLongForSoManyLedgers() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.addParameter("from", "2016-01-01T00:00:00.000Z");
    request.addParameter("to", "2026-01-01T00:00:00.000Z");
    assertThat(compare(49, 1, request).enterprises()).hasSize(49);
    assertThatThrownBy(() -> compare(60, 1, request)).isInstanceOf(InputRefused.class);
    verify(statistics, times(49)).of(any(), any(), any(), any(), any());
  }

  @Test
  void anEarlierInstantIsAskedForAndALaterOneRefused() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.addParameter("asOf", "2026-03-31T17:00:00.000Z");
    Comparison then = compare(2, 1, request);
    assertThat(then.enterprises())
        .allSatisfy(
            each -> assertThat(each.asOf()).isEqualTo(Instant.parse("2026-03-31T17:00:00Z")));
    assertThat(then.from())
        .as("the half-year of then")
        .isEqualTo(ReportingPeriod.half(2026, 1).from());
    MockHttpServletRequest later = new MockHttpServletRequest();
    later.addParameter("asOf", "2026-11-21T03:00:00.124Z");
    assertThatThrownBy(() -> compare(2, 1, later)).hasMessageContaining("lies in the future");
  }
}
