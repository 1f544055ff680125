package org.disclosureledger.verifier.source;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Why a server refuses, in its own words (RFC 9457), as far as they go into a line or two. */
final class Problem {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int MOST_BYTES = 16_384;
  private static final int MOST_CHARACTERS = 120;

  private Problem() {}

  /** The first bytes of a problem, however many follow; nothing of any other body. */
  static BodySubscriber<byte[]> body(HttpResponse.ResponseInfo info) {
    String type = info.headers().firstValue("Content-Type").orElse("");
    if (!type.startsWith("application/problem+json")) {
      return BodySubscribers.replacing(new byte[0]);
    }
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    return BodySubscribers.mapping(
        BodySubscribers.ofByteArrayConsumer(bytes ->
            bytes.ifPresent(
                next -> first.write(next, 0, Math.min(next.length, MOST_BYTES - first.size())))),
        done -> first.toByteArray());
  }

  /** Such as ": <title in Vietnamese> · <in English>"; nothing where it has no title. */
  static String of(byte[] body) {
    try {
      JsonNode problem = MAPPER.readTree(body);
      String titles =
          Stream.of("title", "titleEn")
              .map(name -> problem.path(name).stringValue(""))
              .filter(title -> !title.isBlank())
              .map(title -> title.substring(0, Math.min(title.length(), MOST_CHARACTERS)))
              .collect(Collectors.joining(" · "));
      return titles.isEmpty() ? "" : ": " + titles;
    } catch (JacksonException e) {
      return "";
    }
  }
}
