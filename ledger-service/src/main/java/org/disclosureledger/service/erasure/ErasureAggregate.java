package org.disclosureledger.service.erasure;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.envelope.StreamAggregate;
import org.disclosureledger.service.erasure.event.ErasureEvents;
import org.disclosureledger.service.erasure.event.PersonalDataErased;

/** Axon's shell around {@link Erasure}, which decides on facts that its caller brings. */
public class ErasureAggregate extends StreamAggregate<PersonalDataErased> {

  /** For Axon, which makes an empty aggregate before the first command or event. */
  public ErasureAggregate() {
    super(new ErasureEvents());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ErasureMessage message) {
    PersonalDataErased erased =
        Erasure.decide(
            message.facts(), message.command(), message.expectedSequence(), message.context());
    append(
        List.of(new ProposedEvent<>(message.context().newId(), message.context().now(), erased)),
        message.command(),
        message.context());
  }

  /** Whatever stands in the stream: who looked at the request is no matter here. */
  @EventSourcingHandler
  void on(Object event, MetaData metaData) {
    sourced(metaData);
  }
}
