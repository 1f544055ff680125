package org.disclosureledger.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.disclosureledger.service.wire.BodyLimitFilter;
import org.springframework.http.HttpMethod;

/** One line a refusal: what is sent, and the problem that answers it. */
final class BadInputRows {
  private static final String REQUESTS = "/api/v1/ledgers/demo/requests";
  private static final String ID = "01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f";
  private static final String VERIFY = REQUESTS + "/" + ID + "/verify-authority";
  private static final String DELIVER = REQUESTS + "/" + ID + "/prepare-delivery";
  static final String APPROVE = REQUESTS + "/" + ID + "/approve-acceptance";

  /** Stands in the bodies wherever a personal value would; must stand in no answer. */
  static final String SECRET = "0900000001";

  private BadInputRows() {}

  record Row(
      String what,
      HttpMethod method,
      String path,
      Map<String, String> headers,
      String body,
      int status,
      String type,
      String pointer) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Row body(String what, String body, int status, String type, String pointer) {
    return new Row(what, POST, REQUESTS, Map.of(), body, status, type, pointer);
  }

  private static Row to(
      String path, String what, String body, int status, String type, String pointer) {
    return new Row(what, POST, path, Map.of(), body, status, type, pointer);
  }

  private static Row header(String what, String name, String value, int status, String type) {
    return new Row(what, POST, REQUESTS, Map.of(name, value), record(), status, type, "");
  }

  static Row get(String what, String path, int status, String type) {
    return new Row(what, GET, path, Map.of(), "", status, type, "");
  }

  private static String record() {
    return HttpTest.example("recordRequest.request.json");
  }

  private static String with(String from, String to) {
    String body = record();
    assertThat(body).contains(from);
    return body.replace(from, to);
  }

  static Stream<Row> rows() {
    List<Row> rows = new ArrayList<>();
    String date = "\"2026-11-03T09:12:00+07:00\"";
    rows.add(body("empty body", "", 400, "malformed-json", ""));
    rows.add(body("cut off", "{\"receivedAt\": \"" + SECRET, 400, "malformed-json", ""));
    rows.add(body("two texts", record() + "{}", 400, "malformed-json", ""));
    rows.add(body("bare word", "{\"receivedAt\": " + SECRET + "x}", 400, "malformed-json", ""));
    rows.add(body("null", "null", 400, "invalid-value", ""));
    rows.add(body("array for object", "[]", 400, "invalid-value", ""));
    rows.add(body("string for object", "\"" + SECRET + "\"", 400, "invalid-value", ""));
    rows.add(
        body(
            "unknown member",
            with("\"caseType\"", "\"colour\": \"" + SECRET + "\", \"caseType\""),
            400,
            "unknown-member",
            "/colour"));
    rows.add(
        body(
            "unknown member within",
            with("\"identifier\"", "\"name\""),
            400,
            "unknown-member",
            "/items/0/targets/0/name"));
    rows.add(
        body(
            "unknown member whose name is text",
            with("\"identifier\"", "\"Ông " + SECRET + "\""),
            400,
            "unknown-member",
            "/items/0/targets/0"));
    rows.add(
        body(
            "duplicate member",
            with("\"caseType\"", "\"urgency\": \"URGENT\", \"caseType\""),
            400,
            "duplicate-member",
            ""));
    rows.add(
        body(
            "missing member",
            with("\"receivedAt\": " + date + ",", ""),
            400,
            "missing-member",
            "/receivedAt"));
    rows.add(body("explicit null", with(date, "null"), 400, "missing-member", "/receivedAt"));
    rows.add(
        body(
            "missing member within",
            with("\"code\": \"CQDT-VI-DU-01\",", ""),
            400,
            "missing-member",
            "/requestingAgency/code"));
    rows.add(
        body(
            "null in list",
            with("\"SUBSCRIBER_NAME\"", "null"),
            400,
            "invalid-value",
            "/items/0/fields/0"));
    rows.add(
        body(
            "wrong enum",
            with("\"CRIMINAL\"", "\"" + SECRET + "\""),
            400,
            "unknown-code",
            "/caseType"));
    rows.add(
        body(
            "enum in lower case",
            with("\"CRIMINAL\"", "\"criminal\""),
            400,
            "unknown-code",
            "/caseType"));
    rows.add(body("enum by number", with("\"CRIMINAL\"", "2"), 400, "unknown-code", "/caseType"));
    rows.add(body("empty enum", with("\"CRIMINAL\"", "\"\""), 400, "unknown-code", "/caseType"));
    rows.add(
        body(
            "wrong enum in list",
            with("\"SUBSCRIBER_NAME\"", "\"SHOE_SIZE\""),
            400,
            "unknown-code",
            "/items/0/fields/0"));
    rows.add(
        body(
            "date without offset",
            with(date, "\"2026-11-03T09:12:00\""),
            400,
            "invalid-date",
            "/receivedAt"));
    rows.add(
        body(
            "31 November",
            with(date, "\"2026-11-31T09:12:00Z\""),
            400,
            "invalid-date",
            "/receivedAt"));
    rows.add(
        body(
            "29 February 2026",
            with("\"2026-11-02\"", "\"2026-02-29\""),
            400,
            "invalid-date",
            "/documentDate"));
    rows.add(body("date as number", with(date, "1762135920"), 400, "invalid-date", "/receivedAt"));
    rows.add(
        body(
            "second 60",
            with(date, "\"2026-11-03T09:12:60Z\""),
            400,
            "invalid-date",
            "/receivedAt"));
    rows.add(
        body(
            "nanoseconds",
            with(date, "\"2026-11-03T09:12:00.123456Z\""),
            400,
            "invalid-date",
            "/receivedAt"));
    rows.add(
        body(
            "float for int",
            with("\"maximumRecords\": 10", "\"maximumRecords\": 10.0"),
            400,
            "invalid-number",
            "/items/0/maximumRecords"));
    rows.add(
        body(
            "exponent for int",
            with("\"maximumRecords\": 10", "\"maximumRecords\": 1e1"),
            400,
            "invalid-number",
            "/items/0/maximumRecords"));
    rows.add(
        body(
            "string for int",
            with("\"maximumRecords\": 10", "\"maximumRecords\": \"10\""),
            400,
            "invalid-number",
            "/items/0/maximumRecords"));
    rows.add(
        body(
            "number past 64 bits",
            with("\"maximumRecords\": 10", "\"maximumRecords\": 99999999999999999999"),
            400,
            "invalid-number",
            "/items/0/maximumRecords"));
    rows.add(
        body(
            "number for string",
            with("\"" + SECRET + "\"", SECRET.substring(1)),
            400,
            "invalid-value",
            "/items/0/targets/0/identifier"));
    rows.add(
        body(
            "string for bool",
            with("\"emergency\": false", "\"emergency\": \"false\""),
            400,
            "invalid-value",
            "/emergency"));
    rows.add(
        body(
            "control character",
            with(SECRET, SECRET + "\\u0000"),
            400,
            "invalid-value",
            "/items/0/targets/0/identifier"));
    rows.add(
        body(
            "lone surrogate",
            with(SECRET, SECRET + "\\ud800"),
            400,
            "invalid-value",
            "/items/0/targets/0/identifier"));
    rows.add(
        body(
            "text far too long",
            with(SECRET, SECRET.repeat(4_001)),
            400,
            "invalid-value",
            "/items/0/targets/0/identifier"));
    rows.add(body("text too long", with(SECRET, SECRET.repeat(1_001)), 422, "text-too-long", ""));
    rows.add(
        body(
            "body too large",
            " ".repeat(BodyLimitFilter.MAX_BODY_BYTES) + record(),
            413,
            "body-too-large",
            ""));
    rows.add(
        to(
            VERIFY,
            "bad UUID",
            "{\"method\":\"CALL_BACK\",\"outcome\":\"VERIFIED\",\"contact\":\"1-1-1-1-1\"}",
            400,
            "invalid-value",
            "/contact"));
    rows.add(to(APPROVE, "missing reference", "{}", 400, "missing-member", "/prepared"));
    rows.add(
        to(
            DELIVER,
            "missing primitive",
            "{\"channel\":\"PORTAL\",\"items\":[{\"item\":1,\"fields\":[\"OTHER\"],\"recordCount\":1}]}",
            400,
            "missing-member",
            "/items/0/last"));
    rows.add(
        to(
            DELIVER,
            "int out of range",
            "{\"channel\":\"PORTAL\",\"items\":[{\"item\":3000000000,\"last\":true,\"fields\":[\"OTHER\"],\"recordCount\":1}]}",
            400,
            "invalid-number",
            "/items/0/item"));
    rows.add(to(REQUESTS + "/" + ID + "/burn", "unknown command", "{}", 404, "not-found", ""));
    rows.add(
        to(
            "/api/v1/ledgers/nobody/requests",
            "unknown ledger",
            record(),
            404,
            "ledger-not-found",
            ""));
    rows.add(to(REQUESTS + "/xyz/close", "bad id in path", "{}", 400, "invalid-parameter", ""));
    rows.add(
        new Row(
            "wrong method",
            DELETE,
            REQUESTS + "/" + ID,
            Map.of(),
            "",
            405,
            "method-not-allowed",
            ""));
    rows.add(header("media type", "Content-Type", "text/plain", 415, "unsupported-media-type"));
    rows.add(header("accept", "Accept", "text/html", 406, "not-acceptable"));
    rows.add(header("empty key", "Idempotency-Key", "", 400, "invalid-idempotency-key"));
    rows.add(
        header("long key", "Idempotency-Key", "k".repeat(201), 400, "invalid-idempotency-key"));
    rows.add(header("key with space", "Idempotency-Key", "a b", 400, "invalid-idempotency-key"));
    rows.add(header("weak tag", "If-Match", "W/\"3\"", 400, "invalid-if-match"));
    rows.add(header("unquoted tag", "If-Match", "3", 400, "invalid-if-match"));
    rows.add(header("stale tag", "If-Match", "\"3\"", 412, "stale-version"));
    rows.add(get("unknown request", REQUESTS + "/" + ID, 404, "request-not-found"));
    rows.add(
        get("unknown request's events", REQUESTS + "/" + ID + "/events", 404, "request-not-found"));
    rows.addAll(BadDocumentRows.rows());
    rows.add(get("unknown path", "/api/v2/anything", 404, "not-found"));
    rows.add(get("unknown parameter", REQUESTS + "?subject=" + SECRET, 400, "invalid-parameter"));
    rows.add(get("repeated parameter", REQUESTS + "?agency=A&agency=B", 400, "invalid-parameter"));
    rows.add(get("limit zero", REQUESTS + "?limit=0", 400, "invalid-parameter"));
    rows.add(get("limit 201", REQUESTS + "?limit=201", 400, "invalid-parameter"));
    rows.add(get("bad number", REQUESTS + "?number=0", 400, "invalid-parameter"));
    rows.add(get("bad flag", REQUESTS + "?emergency=1", 400, "invalid-parameter"));
    rows.add(get("bad sort", REQUESTS + "?sort=name", 400, "invalid-parameter"));
    rows.add(get("bad state", REQUESTS + "?state=OVERDUE", 400, "unknown-code"));
    rows.add(get("bad mark", REQUESTS + "?confirmation=missed", 400, "unknown-code"));
    rows.add(get("bad flag of a mark", REQUESTS + "?reopened=2", 400, "invalid-parameter"));
    rows.add(get("not overdue", REQUESTS + "?overdue=false", 400, "invalid-parameter"));
    rows.add(
        get(
            "as of without overdue",
            REQUESTS + "?asOf=2026-11-01T00:00:00Z",
            400,
            "invalid-parameter"));
    rows.add(get("no entries", REQUESTS + "/" + ID + "/events?limit=0", 400, "invalid-parameter"));
    rows.add(get("bad place", REQUESTS + "/" + ID + "/events?after=-2", 400, "invalid-parameter"));
    rows.add(get("bad due date", REQUESTS + "?dueBefore=tomorrow", 400, "invalid-date"));
    rows.add(get("bad cursor", REQUESTS + "?cursor=abc", 400, "invalid-cursor"));
    rows.add(
        get(
            "reversed period",
            "/api/v1/ledgers/demo/turnaround?from=2026-07-01T00:00:00Z&to=2026-01-01T00:00:00Z",
            400,
            "invalid-parameter"));
    rows.add(
        get(
            "a period of too many months",
            "/api/v1/ledgers/demo/turnaround?from=1000-01-01T00:00:00Z&to=2026-01-01T00:00:00Z",
            400,
            "invalid-parameter"));
    rows.add(
        get(
            "future instant",
            "/api/v1/ledgers/demo/turnaround?asOf=2027-01-01T00:00:00Z",
            400,
            "invalid-parameter"));
    for (String query :
        List.of(
            "from=2026-07-01T00:00:00Z&to=2026-01-01T00:00:00Z",
            "from=1000-01-01T00:00:00Z&to=2026-01-01T00:00:00Z",
            "asOf=2027-01-01T00:00:00Z",
            "half=2026-H3",
            "year=26",
            "half=2026-H1&year=2026",
            "half=2026-H1&from=2026-01-01T00:00:00Z",
            "province=Hue",
            "emergency=1",
            "x=1")) {
      rows.add(
          get(
              "statistics by " + query,
              "/api/v1/ledgers/demo/statistics?" + query,
              400,
              "invalid-parameter"));
    }
    for (String half : List.of("2026-H2", "2027-H1", "2026-H3", "2026", "H1-2026")) {
      rows.add(
          get(
              "public figures of " + half,
              "/api/v1/ledgers/demo/turnaround/public?half=" + half,
              400,
              "invalid-parameter"));
    }
    return rows.stream();
  }
}
