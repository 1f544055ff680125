package org.disclosureledger.service.intake;

import static org.springframework.http.HttpMethod.POST;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.disclosureledger.service.intake.BadInputRows.Row;

/** What is refused where documents are sent. */
final class BadDocumentRows {
  private static final String ID = "01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f";
  private static final String DOCUMENTS = "/api/v1/ledgers/demo/requests/" + ID + "/documents";
  private static final String OCTETS = "application/octet-stream";
  private static final String SECRET = BadInputRows.SECRET;

  private BadDocumentRows() {}

  private static Row document(String path, String what, String body, int status, String type) {
    return new Row(what, POST, path, Map.of("Content-Type", OCTETS), body, status, type, "");
  }

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.add(document(DOCUMENTS, "document of no purpose", SECRET, 400, "invalid-parameter"));
    String order = DOCUMENTS + "?purpose=ORDER";
    rows.add(document(DOCUMENTS + "?purpose=order", "bad purpose", SECRET, 400, "unknown-code"));
    rows.add(document(order + "&x=" + SECRET, "unknown word", SECRET, 400, "invalid-parameter"));
    rows.add(document(order + "&of=" + SECRET, "bad id signed", SECRET, 400, "invalid-parameter"));
    rows.add(
        document(order + "&name=" + SECRET, "name in a URL", SECRET, 400, "invalid-parameter"));
    for (String disposition :
        List.of(
            "attachment; filename*=UTF-8''a%0A" + SECRET,
            "attachment; filename=" + "a".repeat(256),
            "inline; filename=" + SECRET,
            "attachment; filename*=UTF-8''%zz" + SECRET,
            "attachment; " + SECRET)) {
      Map<String, String> headers =
          Map.of("Content-Type", OCTETS, "Content-Disposition", disposition);
      String type = "invalid-parameter";
      rows.add(new Row("bad name of a file", POST, order, headers, SECRET, 400, type, ""));
    }
    rows.add(document(order, "document of no request", SECRET, 404, "request-not-found"));
    for (String form :
        List.of(
            // Forms never come this far (SlowConnectionsTest).
            "text/plain", "application/pdf", "application/json")) {
      Map<String, String> headers = Map.of("Content-Type", form);
      String type = "unsupported-media-type";
      rows.add(new Row("document as " + form, POST, order, headers, SECRET, 415, type, ""));
    }
    rows.add(BadInputRows.get("documents of no request", DOCUMENTS, 404, "request-not-found"));
    rows.add(
        BadInputRows.get("no request's document", DOCUMENTS + "/" + ID, 404, "request-not-found"));
    return rows;
  }
}
