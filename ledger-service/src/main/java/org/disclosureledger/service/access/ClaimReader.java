package org.disclosureledger.service.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.format.ActorRole;
import org.jspecify.annotations.Nullable;

/** Who somebody is by the claims of a token whose signature and times have been checked. */
final class ClaimReader {
  private static final int MAX_CHARS = 256;
  private static final Set<ActorRole> BOTH_EYES = EnumSet.of(ActorRole.LEGAL, ActorRole.APPROVER);

  private final ClaimSettings settings;

  ClaimReader(ClaimSettings settings) {
    this.settings = settings;
  }

  /**
   * @throws SignInRefused when a claim is of another type, or the roles are none or ambiguous
   */
  SignedInUser user(Map<String, Object> claims) {
    Set<String> names = roleNames(claims);
    String person = text(claims, settings.person());
    if (person == null) {
      throw new SignInRefused(
          AccessRule.CLAIM_INVALID, "the claim of ledger.access.person-claim is missing");
    }
    String ledger = text(claims, settings.ledger());
    String allLedgers = settings.allLedgersRole();
    if (ledger == null && (allLedgers == null || !names.contains(allLedgers))) {
      ledger = SignedInUser.NO_LEDGER;
    }
    String account = claims.get("preferred_username") instanceof String name ? name : person;
    return new SignedInUser(account, role(names), ledger, person);
  }

  private ActorRole role(Set<String> names) {
    EnumSet<ActorRole> roles = EnumSet.noneOf(ActorRole.class);
    for (String name : names) {
      ActorRole role = settings.roleNames().get(name);
      if (role != null) {
        roles.add(role);
      }
    }
    if (roles.isEmpty()) {
      throw new SignInRefused(AccessRule.ROLE_MISSING, "no role of this service is in the token");
    }
    if (roles.equals(BOTH_EYES)) {
      return ActorRole.APPROVER; // who may do what a legal officer may, and more
    }
    if (roles.size() > 1) {
      throw new SignInRefused(
          AccessRule.ROLE_AMBIGUOUS, "only legal and approver go together; give one role");
    }
    return roles.iterator().next();
  }

  private Set<String> roleNames(Map<String, Object> claims) {
    Object value = claim(claims, settings.roles());
    Set<String> names = new HashSet<>();
    if (value == null) {
      return names;
    }
    if (!(value instanceof Collection<?> list)) {
      throw wrongType(settings.roles());
    }
    for (Object name : list) {
      if (!(name instanceof String text)) {
        throw wrongType(settings.roles());
      }
      names.add(text);
    }
    return names;
  }

  private static @Nullable String text(Map<String, Object> claims, String path) {
    Object value = claim(claims, path);
    if (value == null) {
      return null;
    }
    if (!(value instanceof String text) || text.isBlank() || text.length() > MAX_CHARS) {
      throw wrongType(path);
    }
    return text;
  }

  /** A claim named as the whole path is, else what the path leads to. */
  private static @Nullable Object claim(Map<String, Object> claims, String path) {
    if (claims.containsKey(path)) {
      return claims.get(path);
    }
    Object value = claims;
    for (String step : path.split("\\.", -1)) {
      if (value == null) {
        return null;
      }
      if (!(value instanceof Map<?, ?> members)) {
        throw wrongType(path);
      }
      value = members.get(step);
    }
    return value;
  }

  /** Names the setting's path, which is ours, and nothing of the token. */
  private static SignInRefused wrongType(String path) {
    return new SignInRefused(AccessRule.CLAIM_INVALID, "the claim " + path + " has another type");
  }
}
