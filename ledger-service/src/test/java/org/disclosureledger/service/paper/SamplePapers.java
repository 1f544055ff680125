package org.disclosureledger.service.paper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Writes invented reports in every form into a folder, and each page as a picture to look at:
 * {@code mvn -q -pl ledger-service -am test -Dtest=SamplePapersTest -Dpapers.folder=<folder>
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
final class SamplePapers {
  private SamplePapers() {}

  static void write(Path folder, int dpi) throws IOException {
    Map<String, ReportPaper> papers = new LinkedHashMap<>();
    papers.put("small", InventedReports.small());
    papers.put("empty", InventedReports.empty());
    papers.put("large", InventedReports.large());
    papers.put("public", InventedReports.with(InventedReports.small(), ReportPaper.Variant.PUBLIC));
    Files.createDirectories(folder);
    for (Map.Entry<String, ReportPaper> paper : papers.entrySet()) {
      write(folder, paper.getKey(), paper.getValue(), dpi);
    }
  }

  private static void write(Path folder, String name, ReportPaper paper, int dpi)
      throws IOException {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    Papers.pdf(paper, pdf);
    Files.write(folder.resolve(name + ".pdf"), pdf.toByteArray());
    try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".xlsx"))) {
      Papers.xlsx(paper, out);
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".csv"))) {
      Papers.csv(paper, out);
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".json"))) {
      Papers.json(paper, out);
    }
    try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
      PDFRenderer renderer = new PDFRenderer(document);
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        BufferedImage picture = renderer.renderImageWithDPI(page, dpi);
        ImageIO.write(
            picture, "png", folder.resolve("%s-%02d.png".formatted(name, page + 1)).toFile());
      }
    }
  }

  static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]), arguments.length > 1 ? Integer.parseInt(arguments[1]) : 80);
  }
}
