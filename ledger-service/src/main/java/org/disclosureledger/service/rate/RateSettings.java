package org.disclosureledger.service.rate;

import java.util.EnumMap;
import java.util.Map;
import org.disclosureledger.service.database.StartRefused;
import org.springframework.core.env.Environment;

/** How many of each kind a minute allows. */
record RateSettings(Map<RateKind, Integer> perMinute) {
  private static final int MOST = 1_000_000;

  RateSettings {
    perMinute = Map.copyOf(perMinute);
  }

  /**
   * @throws StartRefused for what is no number from 1 to a million
   */
  static RateSettings of(Environment environment) {
    Map<RateKind, Integer> limits = new EnumMap<>(RateKind.class);
    for (RateKind kind : RateKind.values()) {
      String value = environment.getProperty(kind.property());
      limits.put(kind, value == null ? kind.defaultPerMinute() : number(kind, value));
    }
    return new RateSettings(limits);
  }

  private static int number(RateKind kind, String value) {
    int number = value.matches("[0-9]{1,7}") ? Integer.parseInt(value) : 0;
    if (number < 1 || number > MOST) {
      throw new StartRefused(kind.property() + " is a number a minute, 1 to " + MOST);
    }
    return number;
  }

  int of(RateKind kind) {
    return perMinute.getOrDefault(kind, kind.defaultPerMinute());
  }
}
