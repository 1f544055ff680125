package org.disclosureledger.service.grant;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.grant.command.GrantCommand;
import org.disclosureledger.service.grant.command.GrantDisclosure;
import org.disclosureledger.service.grant.command.RevokeGrant;
import org.disclosureledger.service.grant.event.DisclosureGranted;
import org.disclosureledger.service.grant.event.DisclosureRevoked;
import org.disclosureledger.service.grant.event.GrantEvent;
import org.jspecify.annotations.Nullable;

/** The grants of one request, as they follow from its entries: pure. */
public final class Grants {
  public static final Grants NONE = new Grants(Map.of());

  /** How many a request may have in all: they are read together. */
  public static final int MOST = 500;

  /** The longest that one stands. */
  static final Duration LONGEST = Duration.ofDays(366);

  /** The shortest that is of any use. */
  static final Duration SHORTEST = Duration.ofMinutes(1);

  private final Map<UUID, Grant> byId;

  private Grants(Map<UUID, Grant> byId) {
    this.byId = Collections.unmodifiableMap(byId);
  }

  /** In the order in which they were given. */
  public Collection<Grant> all() {
    return byId.values();
  }

  public Optional<Grant> find(UUID id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** What contradicts what came before is the verifier's to find; here it changes nothing. */
  public Grants evolve(GrantEvent event, EventHeader header) {
    Map<UUID, Grant> next = new LinkedHashMap<>(byId);
    switch (event) {
      case DisclosureGranted e -> {
        if (e.isGivenBy(header.id())) {
          next.putIfAbsent(e.grant(), given(e, header));
        }
      }
      case DisclosureRevoked e ->
          next.computeIfPresent(
              e.grant(),
              (id, grant) ->
                  grant.revokedAt() == null ? grant.revoked(header.recordedTime()) : grant);
    }
    return new Grants(next);
  }

  private static Grant given(DisclosureGranted event, EventHeader header) {
    return new Grant(
        event.grant(),
        event.to(),
        event.actor(),
        event.purpose(),
        event.until(),
        header.recordedTime(),
        header.actor(),
        null);
  }

  /**
   * @param expectedSequence the request's last sequence as the caller saw it, or {@code null}
   * @throws CommandRefused with a {@link GrantRule}; nothing happened then
   */
  ProposedEvent<GrantEvent> decide(
      GrantFacts facts,
      GrantCommand command,
      @Nullable Long expectedSequence,
      CommandContext context) {
    require(
        context.role() == ActorRole.APPROVER && !context.actor().isSystem(),
        GrantRule.GRANT_NOT_ALLOWED,
        context.role().code());
    require(facts.lastSequence() >= 0, GrantRule.REQUEST_NOT_FOUND, "it has no events");
    require(
        expectedSequence == null || expectedSequence == facts.lastSequence(),
        GrantRule.STALE_VERSION,
        "the last sequence is " + facts.lastSequence());
    require(!facts.erased(), GrantRule.PERSONAL_DATA_ERASED, "there is nothing to open");
    UUID id = context.newId();
    GrantEvent event =
        switch (command) {
          case GrantDisclosure grant -> granted(id, grant, context.now());
          case RevokeGrant revocation -> revoked(facts, revocation, context.now());
        };
    return new ProposedEvent<>(id, context.now(), event);
  }

  private GrantEvent granted(UUID id, GrantDisclosure command, Instant now) {
    require(
        GrantedPurposes.of(command.to()).contains(command.purpose()),
        GrantRule.GRANT_PURPOSE_NOT_OF_ROLE,
        command.to().role().code());
    require(
        !command.until().isBefore(now.plus(SHORTEST)),
        GrantRule.GRANT_TOO_SHORT,
        "until " + now.plus(SHORTEST) + " at least");
    require(
        !command.until().isAfter(now.plus(LONGEST)),
        GrantRule.GRANT_TOO_LONG,
        "until " + now.plus(LONGEST) + " at most");
    require(byId.size() < MOST, GrantRule.GRANTS_TOO_MANY, "there are " + byId.size());
    return new DisclosureGranted(
        id, command.to(), command.actor(), command.purpose(), command.until());
  }

  private GrantEvent revoked(GrantFacts facts, RevokeGrant command, Instant now) {
    Grant grant =
        find(command.grant())
            .orElseThrow(
                () -> new CommandRefused(GrantRule.GRANT_NOT_FOUND, "no grant of this request"));
    require(grant.revokedAt() == null, GrantRule.GRANT_OVER, "revoked at " + grant.revokedAt());
    require(grant.standsAt(now), GrantRule.GRANT_OVER, "it stood until " + grant.until());
    // As of every command about the request: see its own rules of the same names.
    boolean given = command.reason() != null;
    require(!facts.aboveNormal() || !given, GrantRule.SECRECY_FORBIDS_CONTENT, "reason");
    require(facts.aboveNormal() || given, GrantRule.REASON_MISSING, "reason is absent");
    return new DisclosureRevoked(grant.id(), Committed.of(command.reason()));
  }

  private static void require(boolean holds, GrantRule rule, String detail) {
    if (!holds) {
      throw new CommandRefused(rule, detail);
    }
  }
}
