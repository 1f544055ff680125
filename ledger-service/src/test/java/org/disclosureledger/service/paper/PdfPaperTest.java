package org.disclosureledger.service.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.disclosureledger.service.figures.FigureRow;
import org.disclosureledger.service.figures.Figures;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.paper.ReportPaper.AgencyName;
import org.disclosureledger.service.paper.ReportPaper.Amendment;
import org.disclosureledger.service.paper.ReportPaper.Languages;
import org.disclosureledger.service.paper.ReportPaper.Variant;
import org.disclosureledger.service.report.ReportName;
import org.junit.jupiter.api.Test;

class PdfPaperTest {
  private static final Pattern BLANK = Pattern.compile("[\\s\\u00A0]+");

  private static byte[] pdf(ReportPaper paper) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Papers.pdf(paper, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static ReportPaper in(ReportPaper paper, Languages languages) {
    return InventedReports.with(paper, paper.variant(), languages, paper.enterprise());
  }

  /** Words with one blank between them, as lines are broken anywhere. */
  private static String text(PDDocument document) throws IOException {
    return BLANK.matcher(new PDFTextStripper().getText(document)).replaceAll(" ");
  }

  @Test
  void aReportWithNothingLateHasItsChartToo() throws IOException {
    ReportPaper paper = InventedReports.small();
    List<FigureRow> rows = paper.figures().rows().stream().map(PdfPaperTest::inTime).toList();
    StatedFigures figures =
        new StatedFigures(
            paper.figures().period(),
            paper.figures().asOf(),
            paper.figures().size(),
            paper.figures().root(),
            rows,
            List.of());
    byte[] pdf = pdf(InventedReports.report(figures, Map.of()));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(text(document)).contains("80 %", "100 %");
    }
  }

  private static FigureRow inTime(FigureRow row) {
    Map<String, Long> members = new LinkedHashMap<>(row.figures().members());
    members.put("onTime", members.getOrDefault("due", 0L));
    return new FigureRow(row.slice(), row.key(), Figures.ofMembers(members));
  }

  @Test
  void theVietnameseReportHasItsLayoutAndItsLetters() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(in(InventedReports.small(), Languages.VI)))) {
      String text = text(document);
      assertThat(text)
          .contains(
              "CÔNG TY CỔ PHẦN VIỄN THÔNG THÍ DỤ",
              "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
              "Độc lập - Tự do - Hạnh phúc",
              "Số: …………/BC-…………",
              "Hà Nội, ngày 09 tháng 7 năm 2026",
              "DỮ LIỆU MẪU – KHÔNG PHẢI SỐ LIỆU THẬT",
              "BÁO CÁO",
              "6 tháng đầu năm 2026",
              "Thời gian trả lời: phân vị 90%",
              "Tồn đầu kỳ + tiếp nhận vào sổ + mở lại − đã xong = tồn cuối kỳ: 0 + 214 + 8 − 215"
                  + " = 7.",
              "91,6 % (196/214)",
              "5 giờ 1 phút",
              "Nơi nhận:",
              "- Cơ quan điều tra số 2 tỉnh Ví Dụ (đã gửi lúc 09:00 ngày 10/07/2026);",
              "- CQ-MAU-LA (đã gửi lúc 10:30 ngày 10/07/2026);",
              "Lưu: VT",
              "kích thước 4812, gốc (base64) +q2+796tvu/erb7v3q2+796tvu/erb7v3q2+796tvu8=",
              "2026-06-30T17:00:00Z (00:00 ngày 01/07/2026)",
              "report/2026-h1");
      assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
      assertThat(text).doesNotContain("Requests received");
    }
  }

  @Test
  void theEnglishReportSaysTheSame() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(in(InventedReports.small(), Languages.EN)))) {
      assertThat(text(document))
          .contains(
              "SOCIALIST REPUBLIC OF VIET NAM",
              "SAMPLE DATA – NOT OF ANYTHING REAL",
              "first half of 2026",
              "214 requests were received in the period",
              "91.6 % (196/214)",
              "5 h 1 min",
              "0 + 214 + 8 − 215 = 7",
              "Investigation Agency no. 2 of Vi Du Province (handed over at 09:00, 10 July 2026);")
          .doesNotContain("Yêu cầu tiếp nhận");
    }
  }

  @Test
  void everyPageIsA4WithEmbeddedFontsAndNoPicture() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(InventedReports.small()))) {
      assertThat(document.getNumberOfPages()).isGreaterThan(8);
      for (PDPage page : document.getPages()) {
        assertThat(page.getMediaBox().getWidth()).isBetween(595.2f, 595.4f);
        assertThat(page.getMediaBox().getHeight()).isBetween(841.8f, 842.0f);
        PDResources resources = page.getResources();
        assertThat(resources.getFontNames()).isNotEmpty();
        for (COSName name : resources.getFontNames()) {
          PDFont font = resources.getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
          assertThat(font.getName()).contains("Liberation");
        }
        // Charts are vectors: no image, neither as an object nor in line.
        assertThat(resources.getXObjectNames()).isEmpty();
        List<Object> tokens = new PDFStreamParser(page).parse();
        assertThat(tokens)
            .noneMatch(token -> token instanceof Operator made && made.getName().equals("BI"));
      }
    }
  }

  @Test
  void itIsTaggedAndNamesItselfAndItsLanguage() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(in(InventedReports.small(), Languages.VI)))) {
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo("Báo cáo 6 tháng đầu năm 2026 – Công ty Cổ phần Viễn thông Thí Dụ");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("vi");
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
      assertThat(document.getDocumentInformation().getCreationDate().toInstant())
          .isEqualTo(Instant.parse("2026-07-09T03:12:45Z"));
    }
  }

  @Test
  void theSameReportHasTheSameBytes() {
    byte[] once = pdf(InventedReports.small());

    assertThat(pdf(InventedReports.small())).isEqualTo(once);
  }

  @Test
  void noOtherLedgerReportVersionVariantOrLanguageHasItsId() throws IOException {
    ReportPaper paper = in(InventedReports.small(), Languages.VI);
    ReportName half = paper.report();
    Instant asOf = paper.figures().asOf();
    List<ReportPaper> papers =
        List.of(
            paper,
            in(paper, Languages.EN),
            in(paper, Languages.BOTH),
            InventedReports.with(paper, Variant.PUBLIC),
            InventedReports.named(paper, "thi-du-2", half, null),
            InventedReports.named(paper, "thi-du", ReportName.half(2026, 2), null),
            InventedReports.named(paper, "thi-du", half, new Amendment(1, asOf)),
            InventedReports.named(paper, "thi-du", half, new Amendment(2, asOf)));
    Set<String> ids = new HashSet<>();
    for (ReportPaper each : papers) {
      ids.add(id(each));
      assertThat(id(each)).as("made again").isEqualTo(id(each));
    }
    assertThat(ids).hasSameSizeAs(papers);
  }

  /** Both parts of it, which are the same. */
  private static String id(ReportPaper paper) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(paper))) {
      COSArray id = document.getDocument().getDocumentID();
      assertThat(id.get(1)).isEqualTo(id.get(0));
      return ((COSString) id.get(0)).toHexString();
    }
  }

  @Test
  void namesAreTextWhateverTheyLookLikeAndNothingIsFetched() throws IOException {
    AtomicInteger fetched = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          fetched.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    try {
      String place = "http://127.0.0.1:" + server.getAddress().getPort();
      ReportPaper small = InventedReports.small();
      Map<String, AgencyName> names = new HashMap<>(small.agencies());
      names.put("CQ-MAU-001", name("<img src=" + place + "/a>"));
      names.put("CQ-MAU-002", name("</style><link rel=stylesheet href=" + place + "/b>"));
      names.put("CQ-MAU-003", name("@import url(" + place + "/c)"));
      names.put("CQ-MAU-004", name("<iframe src=file:///etc/hostname></iframe>"));
      names.put("CQ-MAU-005", name("a\u0000b\uD800c\u202Ed&amp;e"));
      names.put(
          "CQ-MAU-006", name(Normalizer.normalize("Cơ quan tỉnh Thí Dụ", Normalizer.Form.NFD)));
      ReportPaper hostile =
          InventedReports.with(
              InventedReports.report(small.figures(), names),
              Variant.FULL,
              Languages.VI,
              "<script>x</script> ]]> <!-- " + "DàiQuá".repeat(40));
      try (PDDocument document = Loader.loadPDF(pdf(hostile))) {
        String text = text(document).replace(" ", "");
        assertThat(text)
            .contains(
                "<imgsrc=" + place + "/a>",
                "</style><linkrel=stylesheethref=" + place + "/b>",
                "@importurl(" + place + "/c)",
                "<iframesrc=file:///etc/hostname></iframe>",
                "&amp;e",
                "<script>x</script>]]><!--",
                "CơquantỉnhThíDụ");
      }
      assertThat(fetched).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  private static AgencyName name(String name) {
    return new AgencyName(name, name);
  }

  @Test
  void anEmptyReportSaysSo() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(InventedReports.empty()))) {
      assertThat(text(document))
          .contains("Trong kỳ không có yêu cầu nào.", "There was no request in the period.")
          .doesNotContain("NaN", "Infinity");
    }
  }

  /** Each page of the table of 300 agencies begins with its headings, the axis of its dots too. */
  @Test
  void aLongTableRepeatsItsHeadings() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(in(InventedReports.large(), Languages.VI)))) {
      List<String> pages = new ArrayList<>();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        String text = BLANK.matcher(stripper.getText(document)).replaceAll(" ");
        if (text.contains("CQ-MAU-")) {
          pages.add(text);
        }
      }
      assertThat(pages).hasSizeGreaterThan(10);
      assertThat(pages)
          .allSatisfy(page ->
              assertThat(page).contains("Cơ quan yêu cầu n Đúng hạn Trung vị", "0 20 40 60"));
      assertThat(String.join(" ", pages)).contains("CQ-MAU-001", "CQ-MAU-300");
    }
  }

  @Test
  void thePublicReportHasNoAgencyAndNoSignature() throws IOException {
    ReportPaper open = InventedReports.with(InventedReports.small(), Variant.PUBLIC);
    try (PDDocument document = Loader.loadPDF(pdf(open))) {
      assertThat(text(document))
          .contains("(Bản công bố)", "Không có thời hạn <5", "không quá 33 giờ")
          .doesNotContain("CQ-MAU-", "Nơi nhận");
    }
  }
}
