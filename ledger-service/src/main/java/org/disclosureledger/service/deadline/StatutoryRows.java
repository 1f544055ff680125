package org.disclosureledger.service.deadline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The rows shipped with the service: second-hand, for an administrator to check and replace. */
public final class StatutoryRows {
  private static final String RESOURCE = "/policies/statutory-rows.json";

  private StatutoryRows() {}

  /**
   * Reads the shipped rows.
   *
   * @throws IllegalStateException when the resource is not in this build
   */
  public static PolicyAdopted read() {
    JsonMapper mapper =
        JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    try (InputStream rows = StatutoryRows.class.getResourceAsStream(RESOURCE)) {
      if (rows == null) {
        throw new IllegalStateException("missing resource " + RESOURCE);
      }
      return mapper.readValue(rows, PolicyAdopted.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
