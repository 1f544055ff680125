package org.disclosureledger.service.paper;

import java.time.LocalDate;
import java.util.Locale;
import org.disclosureledger.service.figures.StatedFigures;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * What stands about the figures in a Vietnamese administrative document (Nghị định 30/2020/NĐ-CP,
 * annex I): its head, its title, whom it goes to, who signs; then, small, how to check it.
 */
record PaperFrame(Page page, Element body, ReportPaper paper, Language language) {
  private static final Locale VIETNAMESE = Locale.of("vi", "VN");
  private static final String DOTS = "…………";

  void begin() {
    Element head = page.add(page.add(page.add(body, "table", "head"), "tbody", ""), "tr", "");
    Element left = page.add(head, "td", "left");
    page.add(left, "p", "agency", paper.enterprise().toUpperCase(VIETNAMESE));
    page.add(left, "div", "shortline");
    page.add(
        left,
        "p",
        "serial",
        language.say("Số: ", "No.: ") + given(paper.heading().number(), DOTS + "/BC-" + DOTS));
    Element right = page.add(head, "td", "right");
    page.add(
        right,
        "p",
        "nation",
        language.say("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM"));
    page.add(
        right,
        "p",
        "motto",
        language.say("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"));
    page.add(right, "div", "mottoline");
    page.add(right, "p", "place", placeAndDate());
    title();
    introduction();
  }

  private static String given(@Nullable String text, String otherwise) {
    return text == null || text.isBlank() ? otherwise : text;
  }

  private String placeAndDate() {
    String place = given(paper.heading().place(), DOTS);
    LocalDate date = paper.heading().date();
    if (date != null) {
      return place
          + ", "
          + language.say(
              "ngày %s tháng %s năm %d"
                  .formatted(
                      twoDigits(date.getDayOfMonth(), 9),
                      twoDigits(date.getMonthValue(), 2),
                      date.getYear()),
              new Wording(language).day(date));
    }
    return place + ", " + language.say("ngày …… tháng …… năm ………", "…… …………… ………");
  }

  /** Days below ten and January and February with a zero, so that nobody writes one before them. */
  private static String twoDigits(int number, int upTo) {
    return number <= upTo ? "0" + number : Integer.toString(number);
  }

  private void title() {
    Wording wording = new Wording(language);
    if (paper.sample()) {
      page.add(
          body,
          "p",
          "sample",
          language.say(
              "DỮ LIỆU MẪU – KHÔNG PHẢI SỐ LIỆU THẬT", "SAMPLE DATA – NOT OF ANYTHING REAL"));
    }
    page.add(body, "h1", "", language.say("BÁO CÁO", "REPORT"));
    page.add(
        body,
        "p",
        "subject",
        language.say(
            "Về việc tiếp nhận và trả lời yêu cầu cung cấp thông tin của cơ quan có thẩm quyền, "
                + wording.period(paper.figures().period()),
            "On requests for information by competent agencies and the answers given, "
                + wording.period(paper.figures().period())));
    ReportPaper.Amendment amendment = paper.amendment();
    if (amendment != null) {
      page.add(
          body,
          "p",
          "subject",
          language.say(
              "Bản sửa đổi số %d của báo cáo tính đến %s"
                  .formatted(amendment.number(), wording.minute(amendment.originalAsOf())),
              "Amendment no. %d of the report as of %s"
                  .formatted(amendment.number(), wording.minute(amendment.originalAsOf()))));
    }
    if (paper.variant() == ReportPaper.Variant.PUBLIC) {
      page.add(body, "p", "subject", language.say("(Bản công bố)", "(Public variant)"));
    }
    page.add(body, "div", "titleline");
  }

  private void introduction() {
    Wording wording = new Wording(language);
    StatedFigures figures = paper.figures();
    String kind = language.say(paper.kind());
    page.add(
        body,
        "p",
        "text",
        language.say(
            "%s lập %s về các yêu cầu cung cấp thông tin, %s. Số liệu tính đến %s (giờ Việt Nam),"
                    .formatted(
                        paper.enterprise(),
                        kind,
                        wording.bounds(figures.period()),
                        wording.minute(figures.asOf()))
                + " từ %s mục đầu của sổ điện tử có chữ ký; công thức của từng số liệu ở"
                    .formatted(wording.count(figures.size()))
                + " REPORTS.md của định dạng sổ.",
            "This is the %s of %s on requests for information, %s. Its figures are as of %s (Viet"
                    .formatted(
                        kind,
                        paper.enterprise(),
                        wording.bounds(figures.period()),
                        wording.minute(figures.asOf()))
                + " Nam time) and rest on the first %s entries of the signed electronic ledger; the"
                    .formatted(wording.count(figures.size()))
                + " formula of each is in REPORTS.md of the ledger's format."));
  }

  /** The public variant is nobody's letter: it has no recipients and no signature. */
  void end() {
    if (paper.variant() == ReportPaper.Variant.FULL) {
      letterEnd();
    }
    proof(body);
  }

  private void letterEnd() {
    Wording wording = new Wording(language);
    KeyLabels labels = new KeyLabels(paper.agencies());
    if (paper.dueBy() != null) {
      page.add(
          body,
          "p",
          "text due",
          language.say("Thời hạn gửi báo cáo: ", "The report is due by ")
              + wording.minute(paper.dueBy())
              + ".");
    }
    Element kept = page.add(body, "div", "kept ending");
    Element row = page.add(page.add(page.add(kept, "table", "foot"), "tbody", ""), "tr", "");
    Element left = page.add(row, "td", "left");
    page.add(left, "p", "recipients", language.say("Nơi nhận:", "Recipients:"));
    for (ReportPaper.Submission submission : paper.submitted()) {
      page.add(
          left,
          "p",
          "recipient",
          "- "
              + labels.agency(language, submission.agency())
              + language.say(" (đã gửi lúc ", " (handed over at ")
              + wording.minute(submission.at())
              + ");");
    }
    if (paper.submitted().isEmpty()) {
      page.add(left, "p", "recipient", "- " + DOTS + DOTS + ";");
    }
    page.add(left, "p", "recipient", language.say("- Lưu: VT.", "- File."));
    Element right = page.add(row, "td", "right");
    page.add(right, "p", "office", language.say("ĐẠI DIỆN THEO PHÁP LUẬT", "LEGAL REPRESENTATIVE"));
    page.add(
        right,
        "p",
        "hint",
        language.say(
            "(Chữ ký của người có thẩm quyền, dấu của doanh nghiệp)",
            "(Signature of the person in charge, seal of the enterprise)"));
    page.add(right, "p", "signature", DOTS + DOTS + DOTS);
  }

  private void proof(Element parent) {
    Wording wording = new Wording(language);
    StatedFigures figures = paper.figures();
    Element proof = page.add(parent, "div", "kept proof");
    page.add(proof, "p", "prooftitle", language.say("Kiểm chứng", "How to check this report"));
    fact(proof, language.say("Báo cáo", "Report"), "report/" + paper.report());
    fact(
        proof,
        language.say("Ghi vào sổ", "Recorded"),
        paper.frozenAt()
            + " ("
            + wording.minute(paper.frozenAt())
            + "), "
            + language.say("lá số ", "leaf ")
            + paper.leaf());
    fact(
        proof,
        language.say("Tính đến (T)", "As of (T)"),
        figures.asOf() + " (" + wording.minute(figures.asOf()) + ")");
    String root = figures.root();
    fact(
        proof,
        language.say("Đầu sổ", "Head"),
        language.say("kích thước ", "size ")
            + figures.size()
            + (root == null ? "" : language.say(", gốc (base64) ", ", root (base64) ") + root));
    boolean full = paper.variant() == ReportPaper.Variant.FULL;
    page.add(
        proof,
        "p",
        "",
        full
            ? language.say(
                "Bất kỳ ai có bản sao sổ đều tính lại được từng số liệu: lấy bản sao bằng lệnh"
                    + " verifier mirror, rồi chạy verifier verify; mục «reports» so sánh mọi số"
                    + " liệu với các mục của sổ dưới gốc nói trên. Tệp CSV, XLSX và JSON kèm theo"
                    + " có số liệu chính xác đến mili giây.",
                "Anybody with a copy of the ledger recomputes each figure: take one with verifier"
                    + " mirror, then run verifier verify; its grade “reports” compares every figure"
                    + " with the entries under the root above. The CSV, XLSX and JSON files beside"
                    + " this have the figures to the millisecond.")
            : language.say(
                "Số liệu này tính từ các mục của sổ dưới gốc nói trên, theo thời điểm T; số nhỏ được"
                    + " che theo quy tắc cố định. Kiểm toán viên có bản sao sổ tính lại được.",
                "These figures are counted from the ledger's entries under the root above, as of T;"
                    + " small counts are withheld by a fixed rule. An auditor with a copy of the"
                    + " ledger can count them again."));
  }

  private void fact(Element parent, String name, String value) {
    Element line = page.add(parent, "p", "");
    page.add(line, "b", "", name + ": ");
    page.text(line, value);
  }
}
