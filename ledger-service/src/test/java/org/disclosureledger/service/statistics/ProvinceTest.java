package org.disclosureledger.service.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.disclosureledger.service.agency.AgencyCode;
import org.disclosureledger.service.agency.event.AgencyAmended;
import org.disclosureledger.service.agency.event.AgencyEvent;
import org.disclosureledger.service.agency.event.AgencyRegistered;
import org.disclosureledger.service.facts.FactsProjector;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.figures.FigureRow;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.figures.Slice;
import org.disclosureledger.service.projection.MemoryEntryStore;
import org.disclosureledger.service.projection.ProjectionDatabase;
import org.disclosureledger.service.projection.SyntheticHistory;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.vocabulary.Channel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where an agency is, as of any instant, told on purpose. */
class ProvinceTest {
  private static final Instant START = Instant.parse("2026-07-03T00:00:00Z");
  private static final LedgerDescription NORTH = SyntheticHistory.ledger("north");
  private static final LedgerDescription SOUTH = SyntheticHistory.ledger("south");
  private static final ReportingPeriod HALF = ReportingPeriod.halfYearOf(START);

  private final SyntheticHistory history = new SyntheticHistory(1, START);
  private final MemoryEntryStore store = new MemoryEntryStore(List.of());
  private final ProjectionDatabase database = new ProjectionDatabase(List.of(NORTH, SOUTH));

  @AfterEach
  void close() {
    database.close();
  }

  private void agency(String ledger, int second, AgencyEvent event) {
    AgencyCode code = new AgencyCode(StatisticsCasesTest.AGENCY);
    history.force(ledger, at(second), at(second), code.stream(), event);
  }

  private static Instant at(int second) {
    return START.plusSeconds(second);
  }

  private static AgencyEvent registered(@Nullable String province) {
    LocalDate from = LocalDate.of(2025, 3, 1);
    String code = StatisticsCasesTest.AGENCY;
    return new AgencyRegistered(code, AgencyKind.COURT, province, "Tòa", "Court", from, null);
  }

  private static AgencyEvent amended(@Nullable String province) {
    LocalDate from = LocalDate.of(2025, 3, 1);
    return new AgencyAmended(AgencyKind.COURT, province, "Tòa", "Court", from, null);
  }

  private void apply() {
    List<StoredEvent> all = history.events();
    all.subList((int) store.headPosition() + 1, all.size()).forEach(store::add);
    database.fill(store, new FactsProjector());
  }

  /** Of one request. */
  private List<String> provinces(LedgerDescription ledger, Instant asOf) {
    StatisticsQuery query = new StatisticsQuery(database.reader(), (l, size) -> Optional.empty());
    List<FigureRow> rows =
        query.of(ledger, HALF, asOf, EnumSet.of(Slice.PROVINCE), StatisticsFilter.NONE).rows();
    assertThat(rows).allMatch(row -> row.figures().count(Figure.RECEIVED) == 1);
    return rows.stream().map(FigureRow::key).toList();
  }

  @Test
  void theProvinceIsTheOneSaidLastByThen() {
    history.force(
        "north",
        at(1),
        StatisticsCasesTest.ID,
        StatisticsCasesTest.recorded(Channel.PORTAL, false));
    history.force(
        "south",
        at(1),
        StatisticsCasesTest.ID,
        StatisticsCasesTest.recorded(Channel.PORTAL, false));
    agency("north", 10, registered("24"));
    agency("south", 10, registered("01"));
    apply();
    agency("north", 20, amended("31"));
    agency("north", 20, amended("79"));
    apply();
    agency("north", 30, amended(null));
    agency("north", 40, amended("96"));
    agency("north", 40, amended(null));
    agency("north", 50, amended("96"));
    apply();
    assertThat(provinces(NORTH, at(10).minusMillis(1))).isEmpty();
    assertThat(provinces(NORTH, at(10))).containsExactly("24");
    assertThat(provinces(NORTH, at(20).minusMillis(1))).containsExactly("24");
    assertThat(provinces(NORTH, at(20))).as("of two at once the later leaf").containsExactly("79");
    assertThat(provinces(NORTH, at(30))).isEmpty();
    assertThat(provinces(NORTH, at(40))).isEmpty();
    assertThat(provinces(NORTH, at(49))).isEmpty();
    assertThat(provinces(NORTH, at(50))).containsExactly("96");
    assertThat(provinces(SOUTH, at(60))).containsExactly("01");
  }

  @Test
  void timesThatRunAgainstTheLeavesGiveWhatTheVerifierWouldRead() {
    history.force(
        "north",
        at(1),
        StatisticsCasesTest.ID,
        StatisticsCasesTest.recorded(Channel.PORTAL, false));
    agency("north", 20, registered("24"));
    agency("north", 15, amended("31"));
    apply();
    assertThat(provinces(NORTH, at(14))).isEmpty();
    assertThat(provinces(NORTH, at(15))).containsExactly("31");
    assertThat(provinces(NORTH, at(25))).containsExactly("31");
  }
}
