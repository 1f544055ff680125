package org.disclosureledger.format;

import java.util.UUID;

/** {@code actor} of FORMAT §1: a random id for each person and ledger, or {@code system}. */
public record Actor(String value) {
  public static final Actor SYSTEM = new Actor("system");

  public static Actor of(UUID person) {
    return new Actor(person.toString());
  }

  public boolean isSystem() {
    return equals(SYSTEM);
  }
}
