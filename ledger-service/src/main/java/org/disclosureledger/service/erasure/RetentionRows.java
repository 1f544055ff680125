package org.disclosureledger.service.erasure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.disclosureledger.service.erasure.event.RetentionAdopted;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The rules shipped with the service, for an administrator to check and replace. */
public final class RetentionRows {
  private static final String RESOURCE = "/policies/retention-rows.json";

  private RetentionRows() {}

  /**
   * Reads the shipped rows.
   *
   * @throws IllegalStateException when the resource is not in this build
   */
  public static RetentionAdopted read() {
    JsonMapper mapper =
        JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    try (InputStream rows = RetentionRows.class.getResourceAsStream(RESOURCE)) {
      if (rows == null) {
        throw new IllegalStateException("missing resource " + RESOURCE);
      }
      return mapper.readValue(rows, RetentionAdopted.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
