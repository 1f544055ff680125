package org.disclosureledger.service.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The event types whose schemas are published: what a ledger out there may hold. */
final class ShippedTypes {
  private static final String SUFFIX = ".schema.json";

  private ShippedTypes() {}

  /** Types of all schemas on the class path, e.g. {@code org.disclosureledger.x.y.v1}. */
  static Set<String> onClassPath() {
    try {
      Resource[] schemas =
          new PathMatchingResourcePatternResolver().getResources("classpath*:events/*" + SUFFIX);
      return Arrays.stream(schemas)
          .map(schema -> Objects.requireNonNull(schema.getFilename()))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .map(name -> "org.disclosureledger." + name)
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
