package org.disclosureledger.service.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.access.SignedInUser;
import org.disclosureledger.service.deadline.PolicyInForce;
import org.disclosureledger.service.disclosure.ActorRegistry;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.request.AgencyStanding;
import org.disclosureledger.service.request.Circumstances;
import org.disclosureledger.service.request.DataRequest;
import org.disclosureledger.service.request.RequestState;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.sealing.LedgerClock;
import org.springframework.stereotype.Component;

/**
 * What a reader may do with a request as it stands, by asking the domain: each command is decided
 * in its most modest form, and what it would append is thrown away. What only a command's own
 * content decides, like a scope too wide or a contact not of the register, is not foreseen here.
 */
@Component
class RequestActions {
  private static final UUID ANY = new UUID(0x7000L, 0x8000_0000_0000_0000L);
  private static final Actor SOMEBODY = Actor.of(new UUID(0x4000L, 0x8000_0000_0000_0000L));

  /** Nothing of other streams is read: a probe is cheap. */
  private record Unasked(boolean erased) implements Circumstances {
    @Override
    public boolean personalDataErased(UUID requestId) {
      return erased;
    }

    @Override
    public PolicyInForce policies() {
      return PolicyInForce.NONE;
    }

    @Override
    public AgencyStanding agency(String code) {
      return AgencyStanding.UNREGISTERED;
    }

    @Override
    public boolean requestExists(UUID requestId) {
      return true;
    }
  }

  private final ActorRegistry actors;
  private final LedgerClock clock;

  RequestActions(ActorRegistry actors, LedgerClock clock) {
    this.actors = actors;
    this.clock = clock;
  }

  /**
   * @param erased whether the vault has lost the request
   */
  List<RequestView.ActionView> of(
      RequestState state, UUID id, String ledger, SignedInUser reader, boolean erased) {
    if (!state.exists()) {
      return List.of();
    }
    Instant now = clock.now(ledger);
    // Only the second of two people has to be told from the first.
    boolean second = state.open() != null && reader.role() == ActorRole.APPROVER;
    Actor actor = second ? actors.actorFor(ledger, reader.person()) : SOMEBODY;
    CommandContext context = new CommandContext(ledger, actor, reader.role(), now, () -> ANY, null);
    List<RequestView.ActionView> all = new ArrayList<>();
    for (Map.Entry<String, RequestCommand> probe :
        new CommandProbes(state, id, now).all().entrySet()) {
      all.add(decide(probe.getKey(), state, probe.getValue(), context, new Unasked(erased)));
    }
    return List.copyOf(all);
  }

  private static RequestView.ActionView decide(
      String path,
      RequestState state,
      RequestCommand command,
      CommandContext context,
      Circumstances circumstances) {
    try {
      DataRequest.decide(state, command, context, circumstances);
      return new RequestView.ActionView(path, true, null, null, null);
    } catch (CommandRefused refused) {
      return new RequestView.ActionView(
          path, false, refused.rule().code(), refused.rule().titleVi(), refused.rule().titleEn());
    }
  }
}
