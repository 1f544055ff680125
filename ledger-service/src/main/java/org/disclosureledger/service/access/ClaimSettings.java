package org.disclosureledger.service.access;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.database.StartRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;

/**
 * Where a provider's tokens say who somebody is, and by which names.
 *
 * @param roles claim that lists roles
 * @param ledger claim that names the one ledger
 * @param person claim that is the same for all accounts of one person
 * @param allLedgersRole who has it sees every ledger if the claim names none
 */
record ClaimSettings(
    String roles,
    String ledger,
    String person,
    @Nullable String allLedgersRole,
    Map<String, ActorRole> roleNames) {
  private static final String PREFIX = "ledger.access.";
  private static final List<ActorRole> PEOPLE =
      List.of(
          ActorRole.LEGAL,
          ActorRole.APPROVER,
          ActorRole.SUPERVISOR,
          ActorRole.AUDITOR,
          ActorRole.ADMIN);

  static final ClaimSettings DEFAULTS =
      new ClaimSettings("realm_access.roles", "ledger", "sub", null, names(Map.of()));

  /**
   * @throws StartRefused when a role is unknown or two have one name
   */
  static ClaimSettings from(Binder settings) {
    return new ClaimSettings(
        text(settings, "roles-claim", DEFAULTS.roles()),
        text(settings, "ledger-claim", DEFAULTS.ledger()),
        text(settings, "person-claim", DEFAULTS.person()),
        settings.bind(PREFIX + "all-ledgers-role", String.class).orElse(null),
        names(
            settings
                .bind(PREFIX + "role-names", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of())));
  }

  private static String text(Binder settings, String name, String otherwise) {
    String given = settings.bind(PREFIX + name, String.class).orElse(otherwise);
    if (given.isBlank()) {
      throw new StartRefused(PREFIX + name + " is empty");
    }
    return given;
  }

  private static Map<String, ActorRole> names(Map<String, String> given) {
    Map<ActorRole, String> byRole = new EnumMap<>(ActorRole.class);
    PEOPLE.forEach(role -> byRole.put(role, role.code()));
    Set<String> codes = new HashSet<>();
    PEOPLE.forEach(role -> codes.add(role.code()));
    given.forEach((code, name) -> {
      if (!codes.contains(code) || name.isBlank()) {
        throw new StartRefused(
            PREFIX + "role-names." + code + ": not one of " + PEOPLE + ", or without a name");
      }
      PEOPLE.stream()
          .filter(role -> role.code().equals(code))
          .forEach(role -> byRole.put(role, name));
    });
    Map<String, ActorRole> names = new LinkedHashMap<>();
    byRole.forEach((role, name) -> {
      if (names.put(name, role) != null) {
        throw new StartRefused(PREFIX + "role-names: two roles are named " + name);
      }
    });
    return Map.copyOf(names);
  }
}
