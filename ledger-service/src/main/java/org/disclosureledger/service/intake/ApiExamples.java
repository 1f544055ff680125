package org.disclosureledger.service.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Example bodies, one file an operation: {@code /openapi/<operationId>.request.json}. */
final class ApiExamples {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ApiExamples() {}

  static Optional<Object> request(String operationId) {
    return read(operationId + ".request.json");
  }

  static Optional<Object> response(String operationId) {
    return read(operationId + ".response.json");
  }

  static Object problem() {
    return read("problem.json").orElseThrow();
  }

  private static Optional<Object> read(String file) {
    try (InputStream in = ApiExamples.class.getResourceAsStream("/openapi/" + file)) {
      return in == null ? Optional.empty() : Optional.of(JSON.readValue(in, Object.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
