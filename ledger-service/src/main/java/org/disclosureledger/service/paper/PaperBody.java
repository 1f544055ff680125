package org.disclosureledger.service.paper;

import static org.disclosureledger.service.figures.Figure.AGING_24H;
import static org.disclosureledger.service.figures.Figure.AGING_3H;
import static org.disclosureledger.service.figures.Figure.AGING_7D;
import static org.disclosureledger.service.figures.Figure.AGING_NOT_DUE;
import static org.disclosureledger.service.figures.Figure.AGING_NO_DEADLINE;
import static org.disclosureledger.service.figures.Figure.AGING_OVER;
import static org.disclosureledger.service.figures.Figure.ANSWERED;
import static org.disclosureledger.service.figures.Figure.CANCELLED;
import static org.disclosureledger.service.figures.Figure.CLOSED;
import static org.disclosureledger.service.figures.Figure.DUE;
import static org.disclosureledger.service.figures.Figure.EMERGENCIES;
import static org.disclosureledger.service.figures.Figure.ERRORS_RECORDABLE;
import static org.disclosureledger.service.figures.Figure.ERRORS_REPORTABLE;
import static org.disclosureledger.service.figures.Figure.FULL;
import static org.disclosureledger.service.figures.Figure.GROSS_CORRECTED_P50;
import static org.disclosureledger.service.figures.Figure.GROSS_CORRECTED_P90;
import static org.disclosureledger.service.figures.Figure.GROSS_CORRECTED_P95;
import static org.disclosureledger.service.figures.Figure.GROSS_MILLIS;
import static org.disclosureledger.service.figures.Figure.GROSS_P50;
import static org.disclosureledger.service.figures.Figure.GROSS_P90;
import static org.disclosureledger.service.figures.Figure.GROSS_P95;
import static org.disclosureledger.service.figures.Figure.ITEMS;
import static org.disclosureledger.service.figures.Figure.ITEMS_CANCELLED;
import static org.disclosureledger.service.figures.Figure.ITEMS_DISCLOSED;
import static org.disclosureledger.service.figures.Figure.ITEMS_IN_FORCE;
import static org.disclosureledger.service.figures.Figure.ITEMS_NO_DATA;
import static org.disclosureledger.service.figures.Figure.ITEMS_OPEN;
import static org.disclosureledger.service.figures.Figure.ITEMS_REJECTED;
import static org.disclosureledger.service.figures.Figure.LAG_MAX;
import static org.disclosureledger.service.figures.Figure.LAG_OVER_HOUR;
import static org.disclosureledger.service.figures.Figure.LAG_P50;
import static org.disclosureledger.service.figures.Figure.NET_COUNTED;
import static org.disclosureledger.service.figures.Figure.NET_P50;
import static org.disclosureledger.service.figures.Figure.NET_P90;
import static org.disclosureledger.service.figures.Figure.NET_P95;
import static org.disclosureledger.service.figures.Figure.NONE;
import static org.disclosureledger.service.figures.Figure.NO_DEADLINE;
import static org.disclosureledger.service.figures.Figure.ON_TIME;
import static org.disclosureledger.service.figures.Figure.OPEN;
import static org.disclosureledger.service.figures.Figure.OPENED;
import static org.disclosureledger.service.figures.Figure.OPEN_AFTER;
import static org.disclosureledger.service.figures.Figure.OPEN_AT_AS_OF;
import static org.disclosureledger.service.figures.Figure.OPEN_BEFORE;
import static org.disclosureledger.service.figures.Figure.OPEN_CORRECTED;
import static org.disclosureledger.service.figures.Figure.PAPERS;
import static org.disclosureledger.service.figures.Figure.PAPERS_CLAIMED;
import static org.disclosureledger.service.figures.Figure.PAPERS_IN_TIME;
import static org.disclosureledger.service.figures.Figure.PARTIAL;
import static org.disclosureledger.service.figures.Figure.PARTS;
import static org.disclosureledger.service.figures.Figure.PARTS_BEYOND;
import static org.disclosureledger.service.figures.Figure.PAUSED_MILLIS;
import static org.disclosureledger.service.figures.Figure.RECEIVED;
import static org.disclosureledger.service.figures.Figure.RECEIVED_CORRECTED;
import static org.disclosureledger.service.figures.Figure.RECORDED;
import static org.disclosureledger.service.figures.Figure.REFUSED;
import static org.disclosureledger.service.figures.Figure.REFUTED;
import static org.disclosureledger.service.figures.Figure.REOPENED;
import static org.disclosureledger.service.figures.Figure.REPLIED;
import static org.disclosureledger.service.figures.Figure.REPLY_P50;
import static org.disclosureledger.service.figures.Figure.TARGETS;
import static org.disclosureledger.service.figures.Figure.UNREADABLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.figures.FigureRow;
import org.disclosureledger.service.figures.Figures;
import org.disclosureledger.service.figures.Slice;
import org.w3c.dom.Element;

/** The numbered sections of a full report: words, tables, and beside each chart its table. */
final class PaperBody {
  private final Page page;
  private final Element body;
  private final ReportPaper paper;
  private final Language language;
  private final Wording wording;
  private final PaperTables tables;
  private final Charts charts;
  private final Figures all;
  private final Map<Figure, Cell> cells;
  private int sections;
  private int numbered;

  PaperBody(Page page, Element body, ReportPaper paper, Language language) {
    this.page = page;
    this.body = body;
    this.paper = paper;
    this.language = language;
    wording = new Wording(language);
    tables = new PaperTables(page, language, wording, new KeyLabels(paper.agencies()));
    charts = new Charts(page, language, wording);
    all = paper.figures().all();
    cells = PrintedRow.of(new FigureRow(Slice.ALL, "", all)).cells();
  }

  void write() {
    received();
    deadlines();
    turnaround();
    standing();
    items();
    conduct();
    agencies();
    others();
  }

  private void received() {
    section("Tiếp nhận và trả lời", "Received and answered");
    if (all.isEmpty()) {
      say("Trong kỳ không có yêu cầu nào.", "There was no request in the period.");
    } else {
      say(
          "Trong kỳ đã tiếp nhận %s yêu cầu với %s đối tượng được hỏi; đã trả lời %s, chưa trả lời"
              + " %s; cơ quan đã hủy %s.",
          "%s requests were received in the period, asking about %s target identifiers; %s were"
              + " answered, %s are open; the agencies took back %s.",
          RECEIVED,
          TARGETS,
          ANSWERED,
          OPEN,
          CANCELLED);
    }
    caption("Yêu cầu tiếp nhận trong kỳ", "Requests received in the period");
    table(
        RECEIVED,
        ANSWERED,
        CANCELLED,
        OPEN,
        NO_DEADLINE,
        TARGETS,
        EMERGENCIES,
        REFUTED,
        REPLIED,
        FULL,
        PARTIAL,
        NONE,
        REFUSED,
        RECEIVED_CORRECTED,
        OPEN_CORRECTED);
  }

  private void deadlines() {
    section("Thời hạn", "Deadlines");
    if (all.count(DUE) == 0) {
      say("Trong kỳ không có yêu cầu nào đến hạn.", "No request was due in the period.");
    } else {
      onTime();
    }
    caption("Yêu cầu đến hạn trong kỳ", "Requests due in the period");
    tables.cohorts(body, all);
    List<FigureRow> months = rows(Slice.MONTH);
    if (months.isEmpty()) {
      return;
    }
    Element kept = page.add(body, "div", "kept");
    OnTimeChart chart = OnTimeChart.of(months);
    if (chart.due() > 0) {
      figure(
          kept,
          "Tỷ lệ đúng hạn theo tháng; vạch đỏ: giới hạn kiểm soát (ba độ lệch chuẩn quanh tỷ lệ"
              + " chung, vạch xám); chấm đỏ: ngoài giới hạn",
          "Share on time by month; red lines: control limits (three standard deviations about the"
              + " share of all, grey line); red dots: beyond the limits");
      chart.draw(page, kept, wording);
    }
    caption("Theo tháng", "By month");
    tables.slice(body, Slice.MONTH, months);
  }

  private void onTime() {
    say(
        "Trong các yêu cầu đến hạn trong kỳ, tỷ lệ trả lời đúng hạn là "
            + wording.share(all.count(ON_TIME), all.count(DUE))
            + ". Yêu cầu chưa trả lời được tính là chậm.",
        "Of the requests due in the period, the share answered on time is "
            + wording.share(all.count(ON_TIME), all.count(DUE))
            + ". One without an answer counts as late.");
  }

  private void turnaround() {
    section("Thời gian trả lời", "Turnaround");
    boolean estimated = 10 * all.count(OPEN) > all.count(RECEIVED);
    say(
        "Thời gian tính từ lúc tiếp nhận đến lúc nội dung cuối cùng có kết quả, gồm cả thời gian"
            + " tạm dừng."
            + (estimated
                ? " Hơn một phần mười số yêu cầu chưa trả lời nên các phân vị là ước lượng"
                    + " Kaplan–Meier."
                : ""),
        "Turnaround runs from receipt to the end of the last item, pauses included."
            + (estimated
                ? " More than a tenth of the requests are open, so the quantiles are those of the"
                    + " Kaplan–Meier estimator."
                : ""));
    caption("Thời gian trả lời và ghi sổ", "Turnaround and recording");
    table(
        GROSS_P50,
        GROSS_P90,
        GROSS_P95,
        NET_COUNTED,
        NET_P50,
        NET_P90,
        NET_P95,
        REPLY_P50,
        GROSS_MILLIS,
        PAUSED_MILLIS,
        GROSS_CORRECTED_P50,
        GROSS_CORRECTED_P90,
        GROSS_CORRECTED_P95,
        RECORDED,
        LAG_P50,
        LAG_MAX,
        LAG_OVER_HOUR);
  }

  private void standing() {
    section("Tồn đọng", "Backlog");
    String sum =
        "%s + %s + %s − %s = %s"
            .formatted(
                wording.count(all.count(OPEN_BEFORE)),
                wording.count(all.count(OPENED)),
                wording.count(all.count(REOPENED)),
                wording.count(all.count(CLOSED)),
                wording.count(all.count(OPEN_AFTER)));
    say(
        "Tồn đầu kỳ + tiếp nhận vào sổ + mở lại − đã xong = tồn cuối kỳ: " + sum + ".",
        "Open at the beginning + recorded + reopened − closed = open at the end: " + sum + ".");
    Element kept = page.add(body, "div", "kept");
    if (all.count(OPEN_BEFORE) + all.count(OPENED) + all.count(REOPENED) > 0) {
      figure(kept, "Tồn đọng trong kỳ", "Backlog over the period");
      charts.backlog(kept, all);
    }
    caption("Tồn đọng trong kỳ", "Backlog over the period");
    table(OPEN_BEFORE, OPENED, REOPENED, CLOSED, OPEN_AFTER);
    Element ageing = page.add(body, "div", "kept");
    if (all.count(OPEN_AT_AS_OF) > 0) {
      figure(
          ageing,
          "Yêu cầu còn chờ tại thời điểm tính, theo thời gian quá hạn",
          "Open requests as of the instant of the figures, by how late they are");
      charts.ageing(ageing, all);
    }
    caption(
        "Yêu cầu còn chờ tại thời điểm tính, toàn sổ",
        "Open requests as of the instant of the figures, of the whole ledger");
    table(
        AGING_NOT_DUE,
        AGING_3H,
        AGING_24H,
        AGING_7D,
        AGING_OVER,
        AGING_NO_DEADLINE,
        OPEN_AT_AS_OF,
        UNREADABLE);
  }

  private void items() {
    section("Nội dung yêu cầu và kết quả", "Items and outcomes");
    long given = all.count(ITEMS_DISCLOSED) + all.count(ITEMS_IN_FORCE);
    String share = wording.share(given, all.count(ITEMS));
    if (all.count(ITEMS) > 0) {
      say("Tỷ lệ nội dung được đáp ứng: " + share + ".", "Items complied with: " + share + ".");
    }
    Element kept = page.add(body, "div", "kept");
    if (all.count(ITEMS) > 0) {
      figure(kept, "Kết quả của các nội dung yêu cầu", "Outcomes of the items");
      charts.outcomes(kept, all);
    }
    List<Figure> columns =
        List.of(
            ITEMS,
            ITEMS_DISCLOSED,
            ITEMS_IN_FORCE,
            ITEMS_NO_DATA,
            ITEMS_REJECTED,
            ITEMS_CANCELLED,
            ITEMS_OPEN);
    caption("Nội dung yêu cầu, theo loại", "Items, by kind");
    List<FigureRow> rows = new ArrayList<>(rows(Slice.ITEM_KIND));
    rows.add(new FigureRow(Slice.ALL, "", all));
    tables.items(body, Slice.ITEM_KIND, rows, columns);
    if (!rows(Slice.REFUSAL_GROUND).isEmpty()) {
      caption("Nội dung bị từ chối, theo lý do", "Items refused, by ground");
      tables.items(
          body, Slice.REFUSAL_GROUND, rows(Slice.REFUSAL_GROUND), List.of(RECEIVED, ITEMS));
    }
  }

  private void conduct() {
    section("Khẩn cấp, phạm vi cung cấp, sai sót", "Emergencies, scope, errors");
    String papers = wording.share(all.count(PAPERS_IN_TIME), all.count(PAPERS));
    if (all.count(PAPERS) > 0) {
      say(
          "Yêu cầu khẩn cấp bằng lời có văn bản xác nhận đúng hạn: " + papers + ".",
          "Oral emergencies confirmed in writing in time: " + papers + ".");
    }
    caption("Văn bản xác nhận, phạm vi cung cấp, sai sót", "Confirmations, scope and errors");
    table(
        PAPERS,
        PAPERS_IN_TIME,
        PAPERS_CLAIMED,
        PARTS,
        PARTS_BEYOND,
        ERRORS_REPORTABLE,
        ERRORS_RECORDABLE);
  }

  private void agencies() {
    List<FigureRow> rows = rows(Slice.AGENCY);
    if (rows.isEmpty()) {
      return;
    }
    section("Theo cơ quan yêu cầu", "By requesting agency");
    say(
        "Chấm: trung vị thời gian trả lời của mỗi cơ quan; n: số yêu cầu tiếp nhận trong kỳ. Trung"
            + " vị của ít yêu cầu dao động nhiều.",
        "Dots: the median turnaround of each agency; n: its requests received in the period. The"
            + " median of a few requests varies widely.");
    caption("Cơ quan yêu cầu", "Requesting agencies");
    tables.agencies(body, rows);
  }

  private void others() {
    List<Slice> slices =
        List.of(Slice.AGENCY_KIND, Slice.ITEM_KIND, Slice.PROVINCE, Slice.EMERGENCY);
    if (slices.stream().allMatch(slice -> rows(slice).isEmpty())) {
      return;
    }
    section("Theo các tiêu chí khác", "By other criteria");
    for (Slice slice : slices) {
      if (!rows(slice).isEmpty()) {
        caption(
            "Yêu cầu theo: " + slice.vi().toLowerCase(Locale.ROOT),
            "Requests by " + slice.en().toLowerCase(Locale.ROOT));
        tables.slice(body, slice, rows(slice));
      }
    }
  }

  private List<FigureRow> rows(Slice slice) {
    return paper.figures().rows().stream().filter(row -> row.slice() == slice).toList();
  }

  private void section(String vi, String en) {
    sections++;
    page.add(body, "h2", "", sections + ". " + language.say(vi, en));
  }

  private void say(String vi, String en, Figure... figures) {
    Object[] counts = new Object[figures.length];
    for (int i = 0; i < figures.length; i++) {
      counts[i] = wording.count(all.count(figures[i]));
    }
    String text = language.say(vi, en);
    page.add(body, "p", "text", figures.length == 0 ? text : text.formatted(counts));
  }

  private void caption(String vi, String en) {
    numbered++;
    page.add(
        body,
        "p",
        "caption",
        language.say("Bảng ", "Table ") + numbered + ". " + language.say(vi, en));
  }

  private void figure(Element parent, String vi, String en) {
    page.add(parent, "p", "legend", language.say(vi, en));
  }

  private void table(Figure... figures) {
    tables.figures(body, cells, List.of(figures));
  }
}
