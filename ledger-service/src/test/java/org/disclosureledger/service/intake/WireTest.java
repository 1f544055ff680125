package org.disclosureledger.service.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.disclosureledger.service.wire.BodyLimitFilter;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What only a real server shows: chunks, broken requests. */
class WireTest extends HttpTest {
  private static final String REQUESTS = "/api/v1/ledgers/demo/requests";

  @LocalServerPort int port;

  @Test
  void aChunkedBodyIsRefusedWhileReading() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + REQUESTS))
            .header("Authorization", basic("legal"))
            .header("Content-Type", "application/json")
            // Of unknown length, so it goes out in chunks.
            .POST(
                HttpRequest.BodyPublishers.ofInputStream(() ->
                    new java.io.ByteArrayInputStream(new byte[BodyLimitFilter.MAX_BODY_BYTES + 1])))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      assertThat(response.statusCode()).isEqualTo(413);
      assertThat(response.body()).contains("/problems/body-too-large");
    }
    assertThat(dispatcher.commands).isEmpty();
  }

  @Test
  void aBodyOfJustTheLimitIsRead() throws Exception {
    String record = example("recordRequest.request.json");
    int pad = BodyLimitFilter.MAX_BODY_BYTES - record.getBytes(StandardCharsets.UTF_8).length;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + REQUESTS))
            .header("Authorization", basic("legal"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(" ".repeat(pad) + record))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
          .isEqualTo(201);
    }
  }

  @Test
  void whatTheFirewallRefusesIsAProblemToo() throws Exception {
    String answer =
        raw(
            "GET /api/v1//ledgers HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Authorization: "
                + basic("legal")
                + "\r\n\r\n");
    assertThat(answer)
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json")
        .contains("/problems/bad-request")
        .doesNotContain("Exception");
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      socket.getInputStream().transferTo(answer);
      return answer.toString(StandardCharsets.UTF_8);
    }
  }
}
