package org.disclosureledger.service.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.figures.Slice;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.paper.ReportPaper.Variant;
import org.junit.jupiter.api.Test;

class PublicationTest {
  private static final ReportingPeriod HALF = ReportingPeriod.half(2026, 1);

  private static List<PrintedRow> published(int requests) {
    StatedFigures figures = InventedReports.figures(HALF, requests, 9, 11);
    return Publication.of(publicPaper(figures)).rows();
  }

  private static ReportPaper publicPaper(StatedFigures figures) {
    return InventedReports.with(
        InventedReports.report(figures, InventedReports.names(9)), Variant.PUBLIC);
  }

  @Test
  void theRowsAreTheSameWhateverHappened() {
    List<String> many = published(900).stream().map(row -> row.slice() + row.key()).toList();

    assertThat(published(30).stream().map(row -> row.slice() + row.key())).isEqualTo(many);
    assertThat(many).hasSize(1 + 10 + 1 + 6);
    assertThat(published(900).stream().map(PrintedRow::slice))
        .doesNotContain(Slice.AGENCY, Slice.PROVINCE, Slice.ITEM_KIND, Slice.REFUSAL_GROUND);
  }

  @Test
  void fewerThanFiveRequestsHaveNoSlices() {
    assertThat(published(4)).hasSize(1);
    assertThat(published(4).getFirst().cells().get(Figure.RECEIVED))
        .isEqualTo(new Cell(null, "<5", false));
  }

  @Test
  void aQuantileNeedsFiveOnEitherSideAndIsInWholeHours() {
    Map<Figure, Cell> few = published(10).getFirst().cells();
    assertThat(few).doesNotContainKeys(Figure.GROSS_P50, Figure.GROSS_P90, Figure.GROSS_P95);
    Map<Figure, Cell> many = published(900).getFirst().cells();
    assertThat(many).containsKeys(Figure.GROSS_P50, Figure.GROSS_P90, Figure.GROSS_P95);
    Cell median = Objects.requireNonNull(many.get(Figure.GROSS_P50));
    assertThat(median.rounded()).isTrue();
    assertThat(Objects.requireNonNull(median.value()) % 3_600_000).isZero();
    assertThat(many)
        .doesNotContainKeys(Figure.LAG_MAX, Figure.LAG_P50, Figure.NET_P50, Figure.TARGETS);
  }

  @Test
  void aSecondTableOfTheSameRequestsIsRefused() {
    ReportPaper amended = InventedReports.with(InventedReports.large(), Variant.PUBLIC);
    assertThatThrownBy(() -> Papers.json(amended, new ByteArrayOutputStream()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("half-year");
    StatedFigures figures = InventedReports.figures(HALF, 40, 9, 11);
    StatedFigures later =
        new StatedFigures(
            HALF,
            HALF.to().plus(Duration.ofDays(9)),
            figures.size(),
            figures.root(),
            figures.rows(),
            List.of());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThatThrownBy(() -> Papers.csv(publicPaper(later), out))
        .hasMessageContaining("as of the half-year's end");
    assertThat(out.size()).isZero();
  }
}
