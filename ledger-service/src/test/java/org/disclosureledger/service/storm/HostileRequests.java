package org.disclosureledger.service.storm;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Requests that no client sends by mistake, drawn from a seed. */
final class HostileRequests {
  private static final List<String> PLACES =
      List.of(
          "/api/v1/ledgers/demo/requests",
          "/api/v1/ledgers/demo/requests/01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f",
          "/api/v1/ledgers/demo/register.csv",
          "/api/v1/ledgers/demo/agencies",
          "/api/v1/ledgers/demo/reconciliations",
          "/api/v1/me",
          "/ledgers/demo/checkpoint",
          "/ledgers/demo/tile/entries/000",
          "/ledgers/demo/receipts/0",
          "/actuator/env",
          "/actuator/heapdump",
          "/v3/api-docs",
          "/sign-in",
          "/index.html",
          "/error");
  private static final List<String> TWISTS =
      List.of(
          "/..;/",
          "/../",
          "//",
          "/./",
          "/;a=b/",
          "%2f",
          "%2F..%2f",
          "%5c",
          "\\",
          "%00",
          "%0d%0aX: y",
          "%c0%ae%c0%ae/",
          "%c0%af",
          "%e0%80%af",
          "%252e%252e/",
          "%25",
          "%",
          "%zz",
          "%u002e",
          "*",
          "|",
          "\u00e1",
          "%ff%fe",
          "%ef%bc%8f",
          "~",
          "{x}",
          "<script>",
          "'",
          "\"",
          "`",
          "#a",
          "?a=%",
          "?a[]=1",
          "?limit=-1",
          "?cursor=%00",
          "?limit=99999999999999999999",
          "?asOf=x",
          "?state=A&state=B",
          ".json",
          "/",
          ";jsessionid=1",
          "%20",
          "%09",
          "..%c0%af",
          "%2e%2e%2f",
          "/a/b/c/d");
  private static final List<String> METHODS =
      List.of(
          "GET",
          "GET",
          "GET",
          "POST",
          "POST",
          "PUT",
          "DELETE",
          "PATCH",
          "HEAD",
          "OPTIONS",
          "TRACE",
          "CONNECT",
          "PROPFIND",
          "get",
          "G\u00e9T",
          "X".repeat(300),
          "",
          "GET GET",
          "PRI");
  private static final List<String> VERSIONS =
      List.of(
          "HTTP/1.1",
          "HTTP/1.1",
          "HTTP/1.1",
          "HTTP/1.1",
          "HTTP/1.0",
          "HTTP/0.9",
          "HTTP/2.0",
          "HTTP/9.9",
          "HTTP/1.1 x",
          "",
          "http/1.1");
  private static final List<String> HOSTS =
      List.of(
          "Host: localhost",
          "Host: localhost",
          "Host: localhost",
          "Host: a\r\nHost: b",
          "Host:",
          "Host: evil.example/../",
          "Host: [::1",
          "Host: a b",
          "Host: a:99999",
          "X: no host",
          "Host: localhost\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-For: 198.51.100.1");
  private static final List<String> HEADERS =
      List.of(
          "Authorization: Basic",
          "Authorization: Basic !!!!",
          "Authorization: Basic Og==",
          "Authorization: Bearer a.b.c",
          "Authorization: Digest username=x",
          "Authorization:",
          "Content-Length: -1",
          "Content-Length: 5\r\nContent-Length: 6",
          "Content-Length: 1e3",
          "Content-Length: 99999999999999999999",
          "Transfer-Encoding: chunked",
          "Transfer-Encoding: chunked\r\nContent-Length: 4",
          "Transfer-Encoding: xchunked, gzip",
          "Expect: 100-continue",
          "Expect: the-worst",
          "Connection: Upgrade, HTTP2-Settings",
          "Upgrade: h2c",
          "Upgrade: websocket",
          "Accept: ",
          "Accept: */*;q=x",
          "Accept: text/html",
          "Accept: " + "a/b,".repeat(500),
          "Accept: application/xml",
          "Content-Type: ",
          "Content-Type: application/json; charset=utf-99",
          "Content-Type: text/html",
          "Content-Type: application/json;;;",
          "Content-Type: multipart/form-data; boundary=",
          "Content-Type: \u0000",
          "Purpose: ",
          "Purpose: NONE",
          "Purpose: ANSWERING\r\nPurpose: AUDIT",
          "Purpose: " + "A".repeat(5_000),
          "Purpose: \u00e1\u0001",
          "If-Match: *",
          "If-Match: \"",
          "If-Match: W/\"0\"",
          "If-Match: \"99999999999999999999\"",
          "If-None-Match: ,,,",
          "Idempotency-Key: ",
          "Idempotency-Key: " + "k".repeat(4_000),
          "Idempotency-Key: a\r\nIdempotency-Key: b",
          "Idempotency-Key: \u0007",
          "Cookie: ledger-session=" + "A".repeat(9_000),
          "Cookie: =;=;;;",
          "Cookie: ledger-session=../../x",
          "Range: bytes=0-,0-,0-",
          "Accept-Encoding: gzip;q=a",
          "Origin: null",
          "X-HTTP-Method-Override: DELETE",
          "X-Original-URL: /actuator/env",
          "X-Rewrite-URL: /api/v1/me",
          "Forwarded: for=;host=",
          " folded: header",
          "no colon here",
          ": no name",
          "A\u0000B: c",
          "X: y\rZ: injected",
          "X: y\nZ: injected",
          "\u00e9: x");
  private static final List<String> BODIES =
      List.of(
          "",
          "",
          "{",
          "null",
          "[]",
          "{\"a\":1}",
          "[".repeat(5_000),
          "{\"a\":\"\ud83d\"}",
          "\u0000",
          "a=b&c=d",
          "5\r\nhello\r\n0\r\n\r\n",
          "zz\r\n",
          "<?xml version=\"1.0\"?><!DOCTYPE a>",
          "{\"receivedAt\":1e999}",
          "\"" + "x".repeat(3_000) + "\"");

  private final Random random;

  HostileRequests(long seed) {
    random = new Random(seed);
  }

  /**
   * One request, whole or broken.
   *
   * @param authorization a header of a signed-in user with its line end, or nothing
   */
  byte[] next(String authorization) {
    // Wholly wild ones are refused at the first look: some are wild in one place only.
    boolean tame = random.nextInt(3) > 0;
    List<String> headers = new ArrayList<>(List.of(tame ? "Host: localhost" : one(HOSTS)));
    if (!authorization.isEmpty()) {
      headers.add(authorization.strip());
    }
    for (int i = random.nextInt(tame ? 2 : 4); i > 0; i--) {
      headers.add(one(HEADERS));
    }
    Collections.shuffle(headers, random);
    String body = one(BODIES);
    if (random.nextBoolean()) {
      headers.add("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length);
    }
    headers.add("Connection: close");
    String method = tame && random.nextBoolean() ? "GET" : one(METHODS);
    String head =
        method
            + " "
            + path(tame)
            + " "
            + (tame ? "HTTP/1.1" : one(VERSIONS))
            + "\r\n"
            + String.join("\r\n", headers);
    return (head + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8);
  }

  private String path(boolean tame) {
    StringBuilder path = new StringBuilder(one(PLACES));
    for (int i = random.nextInt(tame ? 2 : 4); i > 0; i--) {
      int at = random.nextBoolean() ? path.length() : random.nextInt(path.length() + 1);
      path.insert(at, one(TWISTS));
    }
    if (random.nextInt(40) == 0) {
      path.append("/a".repeat(6_000));
    }
    return path.toString();
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
