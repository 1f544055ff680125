package org.disclosureledger.service.request;

import java.util.List;
import org.disclosureledger.service.deadline.PolicyInForce;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.ProposedEvent;

/** Decides commands about one request: pure, the same answer for the same arguments. */
public final class DataRequest {
  private DataRequest() {}

  /**
   * The events that a command amounts to in this state.
   *
   * @throws CommandRefused with a {@link RequestRule} or a deadline rule; nothing happened then
   */
  public static List<ProposedEvent<RequestEvent>> decide(
      RequestState state, RequestCommand command, CommandContext context, PolicyInForce policies) {
    throw new UnsupportedOperationException("decided in the next commit");
  }
}
