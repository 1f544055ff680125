package org.disclosureledger.service.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import java.util.UUID;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.w3c.dom.Element;

/** A report as PDF: A4, tagged, fonts embedded, nothing fetched. */
final class PdfPaper {
  private static final String PRODUCER = "Disclosure Ledger";

  static {
    // It tells of each step of each page.
    XRLog.listRegisteredLoggers().forEach(log -> XRLog.setLevel(log, Level.WARNING));
  }

  private PdfPaper() {}

  static void write(ReportPaper paper, OutputStream out) throws IOException {
    List<Language> languages = Language.of(paper.languages());
    Page page = new Page();
    Element html = page.root();
    html.setAttribute("lang", languages.getFirst().tag());
    Element head = page.add(html, "head", "");
    page.add(head, "title", "", title(paper, languages.getFirst()));
    page.add(head, "style", "", style(paper));
    meta(page, head, "subject", "report/" + paper.report());
    meta(page, head, "author", paper.enterprise());
    Element body = page.add(html, "body", "");
    for (Language language : languages) {
      Element part = page.add(body, "div", language == languages.getFirst() ? "" : "next");
      part.setAttribute("lang", language.tag());
      PaperFrame frame = new PaperFrame(page, part, paper, language);
      frame.begin();
      switch (paper.variant()) {
        case FULL -> new PaperBody(page, part, paper, language).write();
        case PUBLIC -> new PublicBody(page, part, paper, language).write();
      }
      frame.end();
    }
    render(paper, page, out);
  }

  private static String title(ReportPaper paper, Language language) {
    return language.say("Báo cáo ", "Report, ")
        + new Wording(language).period(paper.figures().period())
        + " – "
        + paper.enterprise();
  }

  private static void meta(Page page, Element head, String name, String content) {
    Element meta = page.add(head, "meta", "");
    meta.setAttribute("name", name);
    meta.setAttribute("content", Page.printable(content));
  }

  /** With what stands on the foot of each page: an id and an instant, nothing that people gave. */
  private static String style(ReportPaper paper) throws IOException {
    try (InputStream in = resource("/paper/paper.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          + "@page { @bottom-left { font-family: 'Liberation Sans'; font-size: 6.5pt; color: #666666;"
          + " content: 'report/"
          + paper.report()
          + " · T "
          + paper.figures().asOf()
          + "' } }";
    }
  }

  private static void render(ReportPaper paper, Page page, OutputStream out) throws IOException {
    PdfRendererBuilder builder =
        new PdfRendererBuilder()
            .withW3cDocument(page.document(), null)
            .useFastMode()
            .usePdfUaAccessibility(true)
            .withProducer(PRODUCER)
            .useReplacementText("?")
            .useUnicodeLineBreaker(new SpaceBreaker())
            .useUriResolver((base, uri) -> null);
    for (ExternalResourceControlPriority priority : ExternalResourceControlPriority.values()) {
      builder.useExternalResourceAccessControl((uri, type) -> false, priority);
    }
    for (String family : List.of("Serif", "Sans")) {
      font(builder, family, "Regular", 400, FontStyle.NORMAL);
      font(builder, family, "Bold", 700, FontStyle.NORMAL);
      font(builder, family, "Italic", 400, FontStyle.ITALIC);
      font(builder, family, "BoldItalic", 700, FontStyle.ITALIC);
    }
    builder.toStream(out);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.layout();
      PDDocument document = renderer.createPDFKeepOpen();
      try (document) {
        settle(paper, document);
        document.save(out);
      }
    }
  }

  private static void font(
      PdfRendererBuilder builder, String family, String face, int weight, FontStyle style) {
    builder.useFont(
        () -> resource("/liberation/Liberation" + family + "-" + face + ".ttf"),
        "Liberation " + family,
        weight,
        style,
        true);
  }

  private static InputStream resource(String path) {
    return Objects.requireNonNull(PdfPaper.class.getResourceAsStream(path), path);
  }

  /** Of one report, version, variant and language no other: a reader's programs tell by it. */
  private static long id(ReportPaper paper) {
    String identity =
        String.join(
            " ",
            paper.ledger(),
            paper.report().value(),
            Integer.toString(paper.version()),
            paper.variant().name(),
            paper.languages().name());
    return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8))
        .getMostSignificantBits();
  }

  /** The same report has the same bytes: its dates are the entry's, its id follows from it. */
  private static void settle(ReportPaper paper, PDDocument document) {
    Calendar frozen = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    frozen.setTimeInMillis(paper.frozenAt().toEpochMilli());
    PDDocumentInformation information = document.getDocumentInformation();
    information.setCreationDate(frozen);
    information.setModificationDate(frozen);
    document.setDocumentId(id(paper));
  }
}
