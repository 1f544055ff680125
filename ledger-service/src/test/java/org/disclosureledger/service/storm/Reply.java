package org.disclosureledger.service.storm;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer of the service, read whole. */
record Reply(HttpResponse<byte[]> response) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PROBLEMS = "https://disclosureledger.example/problems/";

  int status() {
    return response.statusCode();
  }

  byte[] bytes() {
    return response.body();
  }

  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  JsonNode json() {
    return JSON.readTree(bytes());
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  boolean accepted() {
    return status() == 200 || status() == 201;
  }

  /** The same; fails when it is a refusal. */
  static Reply done(Reply reply) {
    if (!reply.accepted()) {
      throw new AssertionError("refused: " + reply);
    }
    return reply;
  }

  /** The code at the end of an RFC 9457 problem's type; fails when it is no problem. */
  String problem() {
    String type = header("Content-Type").startsWith("application/problem+json") ? type() : "";
    if (!type.startsWith(PROBLEMS)) {
      throw new AssertionError("no problem details: " + this);
    }
    return type.substring(PROBLEMS.length());
  }

  private String type() {
    return json().path("type").asString();
  }

  @Override
  public String toString() {
    return status() + " " + text();
  }
}
