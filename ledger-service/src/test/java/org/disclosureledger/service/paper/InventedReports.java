package org.disclosureledger.service.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.figures.FigureRow;
import org.disclosureledger.service.figures.Figures;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.figures.Slice;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.report.ReportName;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.jspecify.annotations.Nullable;

/** Reports of invented requests; their figures add up as those of REPORTS.md do. */
final class InventedReports {
  private static final ReportName OUT_OF_TURN =
      ReportName.outOfTurn(UUID.fromString("0198c0de-0000-7000-8000-00000000a11c"));

  private static final long HOUR = 3_600_000;
  private static final String ROOT = "+q2+796tvu/erb7v3q2+796tvu/erb7v3q2+796tvu8=";

  private InventedReports() {}

  private record Asked(
      String agency,
      AgencyKind kind,
      String province,
      String month,
      ItemKind item,
      RefusalGround ground,
      boolean emergency,
      boolean answered,
      boolean refused,
      boolean cancelled,
      long millis,
      long late) {}

  static StatedFigures figures(ReportingPeriod period, int requests, int agencies, long seed) {
    Random random = new Random(seed);
    List<String> months = List.copyOf(period.months().keySet());
    List<Asked> asked = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      int agency = i < agencies ? i : random.nextInt(agencies);
      boolean refused = random.nextInt(9) == 0;
      boolean answered = refused || random.nextInt(25) != 0;
      long millis = (long) (HOUR * (2 + agency % 7 * 4 + 40 * random.nextDouble()));
      asked.add(
          new Asked(
              "CQ-MAU-%03d".formatted(agency + 1),
              AgencyKind.values()[agency % AgencyKind.values().length],
              agency % 2 == 0 ? "Giả Định" : "Ví Dụ",
              months.get(random.nextInt(months.size())),
              ItemKind.values()[random.nextInt(4)],
              RefusalGround.values()[random.nextInt(3)],
              random.nextInt(8) == 0,
              answered,
              refused,
              answered && !refused && random.nextInt(20) == 0,
              millis,
              random.nextInt(15) == 0 ? HOUR : -HOUR));
    }
    return new StatedFigures(
        period, period.to(), requests == 0 ? 4 : 4812, ROOT, rows(asked, months), List.of());
  }

  private static List<FigureRow> rows(List<Asked> asked, List<String> months) {
    List<FigureRow> rows = new ArrayList<>();
    rows.add(new FigureRow(Slice.ALL, "", of(asked)));
    slice(rows, asked, Slice.AGENCY, Asked::agency);
    slice(rows, asked, Slice.AGENCY_KIND, one -> one.kind().name());
    slice(rows, asked, Slice.ITEM_KIND, one -> one.item().name());
    slice(rows, asked, Slice.PROVINCE, Asked::province);
    slice(rows, select(asked, Asked::emergency), Slice.EMERGENCY, one -> "true");
    slice(rows, select(asked, Asked::refused), Slice.REFUSAL_GROUND, one -> one.ground().name());
    for (String month : months) {
      List<Asked> of = select(asked, one -> one.month().equals(month));
      rows.add(new FigureRow(Slice.MONTH, month, of(of)));
    }
    rows.sort(FigureRow.ORDER);
    return rows;
  }

  private static List<Asked> select(List<Asked> asked, Predicate<Asked> which) {
    return asked.stream().filter(which).toList();
  }

  private static void slice(
      List<FigureRow> rows, List<Asked> asked, Slice slice, Function<Asked, String> key) {
    Map<String, List<Asked>> sliced = new TreeMap<>();
    asked.forEach(one -> sliced.computeIfAbsent(key.apply(one), k -> new ArrayList<>()).add(one));
    sliced.forEach((name, of) -> rows.add(new FigureRow(slice, name, of(of))));
  }

  private static Figures of(List<Asked> asked) {
    Map<Figure, Long> values = new EnumMap<>(Figure.class);
    long all = asked.size();
    List<Asked> answered = select(asked, Asked::answered);
    long refused = select(asked, Asked::refused).size();
    long cancelled = select(asked, Asked::cancelled).size();
    long open = all - answered.size();
    long late = select(asked, one -> one.late() > 0 || !one.answered()).size();
    values.put(Figure.RECEIVED, all);
    values.put(Figure.ANSWERED, (long) answered.size());
    values.put(Figure.CANCELLED, cancelled);
    values.put(Figure.OPEN, open);
    values.put(Figure.TARGETS, all * 2);
    values.put(Figure.EMERGENCIES, (long) select(asked, Asked::emergency).size());
    values.put(Figure.REPLIED, all - open);
    values.put(Figure.FULL, answered.size() - refused - cancelled);
    values.put(Figure.NONE, refused + cancelled);
    values.put(Figure.REFUSED, refused);
    values.put(Figure.ITEMS, 2 * all);
    values.put(Figure.ITEMS_REJECTED, 2 * refused);
    values.put(Figure.ITEMS_CANCELLED, 2 * cancelled);
    values.put(Figure.ITEMS_OPEN, 2 * open);
    values.put(Figure.ITEMS_IN_FORCE, (answered.size() - refused - cancelled) / 2);
    values.put(
        Figure.ITEMS_DISCLOSED,
        2 * (answered.size() - refused - cancelled) - (answered.size() - refused - cancelled) / 2);
    values.put(Figure.RECEIVED_CORRECTED, all);
    values.put(Figure.OPEN_CORRECTED, open);
    values.put(Figure.DUE, all);
    values.put(Figure.ON_TIME, all - late);
    values.put(Figure.ON_TIME_RECORDED, Math.max(0, all - late - 1));
    values.put(Figure.DUE_ORIGINAL, all);
    values.put(Figure.ON_TIME_ORIGINAL, (all - late) * 9 / 10);
    values.put(Figure.RECORDED, all);
    values.put(Figure.LAG_OVER_HOUR, all / 30);
    values.put(Figure.AGING_NOT_DUE, open / 3);
    values.put(Figure.AGING_24H, open / 3);
    values.put(Figure.AGING_OVER, open - 2 * (open / 3));
    values.put(Figure.OPEN_AT_AS_OF, open);
    values.put(Figure.OPENED, all);
    values.put(Figure.REOPENED, all / 25);
    values.put(Figure.CLOSED, answered.size() + all / 25);
    values.put(Figure.OPEN_AFTER, open);
    values.put(Figure.PAPERS, all / 9);
    values.put(Figure.PAPERS_IN_TIME, all / 10);
    values.put(Figure.PAPERS_CLAIMED, all / 9);
    values.put(Figure.PARTS, all * 2);
    values.put(Figure.PARTS_BEYOND, all / 60);
    values.put(Figure.ERRORS_RECORDABLE, all / 40);
    times(values, answered);
    return Figures.of(values);
  }

  private static void times(Map<Figure, Long> values, List<Asked> answered) {
    List<Long> sorted = answered.stream().map(Asked::millis).sorted().toList();
    if (sorted.isEmpty()) {
      return;
    }
    values.put(Figure.GROSS_P50, rank(sorted, 50));
    values.put(Figure.GROSS_P90, rank(sorted, 90));
    values.put(Figure.GROSS_P95, rank(sorted, 95));
    values.put(Figure.GROSS_MILLIS, sorted.stream().mapToLong(Long::longValue).sum());
    values.put(Figure.PAUSED_MILLIS, HOUR * sorted.size());
    values.put(Figure.REPLY_P50, rank(sorted, 50) / 2);
    values.put(Figure.LAG_P50, -90_000L);
    values.put(Figure.LAG_MAX, 5 * HOUR + 61_000);
  }

  private static long rank(List<Long> sorted, int percent) {
    return sorted.get(Math.ceilDiv(percent * sorted.size(), 100) - 1);
  }

  static ReportPaper report(StatedFigures figures, Map<String, ReportPaper.AgencyName> names) {
    return new ReportPaper(
        "thi-du",
        "Công ty Cổ phần Viễn thông Thí Dụ",
        true,
        named(figures.period()),
        figures,
        Instant.parse("2026-07-09T03:12:45.678Z"),
        4820,
        null,
        Instant.parse("2026-07-15T10:00:00Z"),
        List.of(
            new ReportPaper.Submission("CQ-MAU-002", Instant.parse("2026-07-10T02:00:00Z")),
            new ReportPaper.Submission("CQ-MAU-LA", Instant.parse("2026-07-10T03:30:00Z"))),
        names,
        new ReportPaper.Heading(null, "Hà Nội", LocalDate.of(2026, 7, 9)),
        ReportPaper.Languages.BOTH,
        ReportPaper.Variant.FULL);
  }

  static Map<String, ReportPaper.AgencyName> names(int agencies) {
    Map<String, ReportPaper.AgencyName> names = new HashMap<>();
    for (int i = 1; i <= agencies; i++) {
      names.put(
          "CQ-MAU-%03d".formatted(i),
          i % 5 == 0
              ? new ReportPaper.AgencyName(
                  "Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao số "
                      + i
                      + " tỉnh Giả Định, khu vực hợp nhất Ví Dụ – Thí Dụ – Mẫu",
                  "Division "
                      + i
                      + " of Cybersecurity and High-Technology Crime Prevention of Gia"
                      + " Dinh Province, merged area of Vi Du, Thi Du and Mau")
              : new ReportPaper.AgencyName(
                  "Cơ quan điều tra số " + i + " tỉnh Ví Dụ",
                  "Investigation Agency no. " + i + " of Vi Du Province"));
    }
    return names;
  }

  static ReportPaper small() {
    return report(figures(ReportingPeriod.half(2026, 1), 214, 9, 7), names(9));
  }

  private static ReportName named(ReportingPeriod period) {
    return Stream.of(ReportName.half(2026, 1), ReportName.half(2026, 2), ReportName.year(2026))
        .filter(name -> name.period().orElseThrow().equals(period))
        .findFirst()
        .orElse(OUT_OF_TURN);
  }

  static ReportPaper empty() {
    return report(figures(ReportingPeriod.half(2026, 1), 0, 1, 7), names(0));
  }

  static ReportPaper large() {
    ReportPaper half = report(figures(ReportingPeriod.half(2026, 1), 6400, 300, 7), names(300));
    ReportPaper year = report(figures(ReportingPeriod.year(2026), 12_400, 300, 8), names(300));
    return new ReportPaper(
        "thi-du",
        "Tổng Công ty Dịch vụ Viễn thông và Công nghệ thông tin Thí Dụ – Chi nhánh khu vực Giả Định",
        false,
        ReportName.year(2026),
        year.figures(),
        Instant.parse("2027-01-09T03:12:45.678Z"),
        54_820,
        new ReportPaper.Amendment(2, Instant.parse("2027-01-05T00:00:00Z")),
        null,
        List.of(),
        year.agencies(),
        ReportPaper.Heading.BLANK,
        ReportPaper.Languages.BOTH,
        ReportPaper.Variant.FULL);
  }

  /** The same figures as another ledger's, report's or version's. */
  static ReportPaper named(
      ReportPaper paper,
      String ledger,
      ReportName report,
      ReportPaper.@Nullable Amendment amendment) {
    return new ReportPaper(
        ledger,
        paper.enterprise(),
        paper.sample(),
        report,
        paper.figures(),
        paper.frozenAt(),
        paper.leaf(),
        amendment,
        paper.dueBy(),
        paper.submitted(),
        paper.agencies(),
        paper.heading(),
        paper.languages(),
        paper.variant());
  }

  static ReportPaper with(ReportPaper paper, ReportPaper.Variant variant) {
    return with(paper, variant, paper.languages(), paper.enterprise());
  }

  static ReportPaper with(
      ReportPaper paper,
      ReportPaper.Variant variant,
      ReportPaper.Languages languages,
      String enterprise) {
    return new ReportPaper(
        paper.ledger(),
        enterprise,
        paper.sample(),
        paper.report(),
        paper.figures(),
        paper.frozenAt(),
        paper.leaf(),
        paper.amendment(),
        paper.dueBy(),
        paper.submitted(),
        paper.agencies(),
        paper.heading(),
        languages,
        variant);
  }
}
