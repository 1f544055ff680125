package org.disclosureledger.service.paper;

import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.figures.StatedFigures;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * A report as JSON: its rows exactly as {@code schemas/REPORTS.md} §6 has them; in the public
 * variant every figure is a string, for some are signs.
 */
final class JsonPaper {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  /** As in entries: always with milliseconds. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private JsonPaper() {}

  static void write(ReportPaper paper, OutputStream out) {
    StatedFigures figures = paper.figures();
    List<PrintedRow> rows =
        paper.variant() == ReportPaper.Variant.PUBLIC ? PrintedRow.of(paper) : List.of();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("ledger", paper.ledger());
      json.writeStringProperty("report", paper.report().value());
      json.writeStringProperty("kind", paper.kind().name());
      json.writeStringProperty("variant", paper.variant().name());
      json.writeNumberProperty("version", paper.version());
      json.writeBooleanProperty("sample", paper.sample());
      time(json, "from", figures.period().from());
      time(json, "to", figures.period().to());
      time(json, "asOf", figures.asOf());
      json.writeObjectPropertyStart("head");
      json.writeNumberProperty("size", figures.size());
      if (figures.root() != null) {
        json.writeStringProperty("root", figures.root());
      }
      json.writeEndObject();
      json.writeArrayPropertyStart("rows");
      switch (paper.variant()) {
        case FULL ->
            figures
                .rows()
                .forEach(row -> {
                  begin(json, row.slice().name(), row.key());
                  row.figures().members().forEach(json::writeNumberProperty);
                  end(json);
                });
        case PUBLIC ->
            rows.forEach(row -> {
              begin(json, row.slice().name(), row.key());
              row.cells().forEach((figure, cell) -> figure(json, figure, cell));
              end(json);
            });
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void begin(JsonGenerator json, String slice, String key) {
    json.writeStartObject();
    json.writeStringProperty("slice", slice);
    json.writeStringProperty("key", key);
    json.writeObjectPropertyStart("figures");
  }

  private static void end(JsonGenerator json) {
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void figure(JsonGenerator json, Figure figure, Cell cell) {
    json.writeStringProperty(
        figure.member(), cell.sign() == null ? String.valueOf(cell.value()) : cell.sign());
  }

  private static void time(JsonGenerator json, String name, Instant instant) {
    json.writeStringProperty(name, TIME.format(instant));
  }
}
