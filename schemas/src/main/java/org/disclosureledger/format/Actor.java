package org.disclosureledger.format;

import java.util.UUID;

/** {@code actor} of FORMAT §1: a random id for each person and ledger, or {@code system}. */
public record Actor(String value) {
  public static final Actor SYSTEM = new Actor("system");

  /** Rule {@code actor}: a lowercase UUIDv4 or {@code system}. */
  public Actor {
    if (!value.equals("system") && !UuidText.is(UuidText.parse(value, FormatRule.ACTOR), 4)) {
      throw FormatRule.ACTOR.violation(0, "an actor's id is a random UUID (version 4)");
    }
  }

  /** The person known to this ledger under a version 4 UUID. */
  public static Actor of(UUID person) {
    return new Actor(person.toString());
  }

  public boolean isSystem() {
    return value.equals("system");
  }

  @Override
  public String toString() {
    return value;
  }
}
