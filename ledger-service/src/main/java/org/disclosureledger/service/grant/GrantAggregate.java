package org.disclosureledger.service.grant;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.StreamAggregate;
import org.disclosureledger.service.grant.event.GrantEvent;
import org.disclosureledger.service.grant.event.GrantEvents;

/** Axon's shell around {@link Grants}. */
public class GrantAggregate extends StreamAggregate<GrantEvent> {
  private Grants grants = Grants.NONE;

  /** For Axon, which makes an empty aggregate before the first command or event. */
  public GrantAggregate() {
    super(new GrantEvents());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(GrantMessage message) {
    append(
        List.of(
            grants.decide(
                message.facts(), message.command(), message.expectedSequence(), message.context())),
        message.command(),
        message.context());
  }

  /** Whatever stands in the stream: who looked at the request is no matter here. */
  @EventSourcingHandler
  void on(Object event, MetaData metaData) {
    EventHeader header = sourced(metaData);
    if (event instanceof GrantEvent granted) {
      grants = grants.evolve(granted, header);
    }
  }
}
