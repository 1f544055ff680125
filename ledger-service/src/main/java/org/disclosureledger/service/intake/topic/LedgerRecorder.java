package org.disclosureledger.service.intake.topic;

import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.disclosure.ActorRegistry;
import org.disclosureledger.service.dispatch.Caller;
import org.disclosureledger.service.dispatch.Idempotency;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.RefusalRule;
import org.disclosureledger.service.intake.request.RequestIntake;
import org.disclosureledger.service.sealing.AppendRefused;
import org.disclosureledger.service.wire.CommandReader;
import org.disclosureledger.service.wire.InputRefused;
import org.jspecify.annotations.Nullable;

/** As a legal officer would record it over HTTP, under the same rules. */
final class LedgerRecorder implements IntakeRecorder {
  /** Each ledger knows it by an actor id of its own; nobody signs in so. */
  private static final String GATEWAY = "intake topic";

  private final RequestIntake requests;
  private final ActorRegistry actors;

  LedgerRecorder(RequestIntake requests, ActorRegistry actors) {
    this.requests = requests;
    this.actors = actors;
  }

  @Override
  public @Nullable RefusalRule record(String ledger, IntakeMessage message) {
    try {
      Caller caller = new Caller(GATEWAY, actors.actorFor(ledger, GATEWAY), ActorRole.LEGAL);
      requests.record(
          ledger,
          caller,
          new Idempotency(caller.actor().value(), message.key(), message.body()),
          message.body());
      return null;
    } catch (InputRefused refused) {
      return CommandReader.rule(refused);
    } catch (CommandRefused refused) {
      if (isForNow(refused.rule())) {
        throw refused;
      }
      return refused.rule();
    }
  }

  /**
   * What somebody else did meanwhile, or what is not to be had now, says nothing of the message. An
   * answer that cannot be read will not be read later: the letter tells its sender.
   */
  private static boolean isForNow(RefusalRule rule) {
    return (rule.status() >= 500 && rule != AppendRefused.Rule.ANSWER_UNREADABLE)
        || rule == AppendRefused.Rule.STREAM_CONFLICT
        || rule == AppendRefused.Rule.DECISION_STALE;
  }
}
