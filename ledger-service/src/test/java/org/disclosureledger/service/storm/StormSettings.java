package org.disclosureledger.service.storm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/** What the build hands to these tests as system properties. */
final class StormSettings {
  private StormSettings() {}

  static Path serviceJar() {
    return jar("storm.service-jar");
  }

  static Path verifierJar() {
    return jar("storm.verifier-jar");
  }

  /** Rounds of each kind of kill. */
  static int rounds() {
    return Integer.parseInt(property("storm.rounds"));
  }

  /** The seed given by {@code -Dstorm.seed=…}, else a fresh one; printed either way. */
  static long seed(String test) {
    String given = property("storm.seed");
    long seed = given.isEmpty() ? ThreadLocalRandom.current().nextLong() : Long.parseLong(given);
    System.out.println(test + ": seed " + seed);
    return seed;
  }

  /** A folder of the build for this purpose, e.g. {@code target/storm/logs}. */
  static Path folder(String purpose) {
    try {
      return Files.createDirectories(Path.of(property("storm.folder"), purpose));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path jar(String property) {
    Path jar = Path.of(property(property));
    if (!Files.exists(jar)) {
      throw new IllegalStateException(jar + " is not there: these tests run after `package`");
    }
    return jar;
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("run by failsafe, which sets " + name);
    }
    return value;
  }
}
