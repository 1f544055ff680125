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
import org.disclosureledger.service.erasure.event.RetentionAdopted;

/** Axon's shell around {@link Retention}. */
public class RetentionAggregate extends StreamAggregate<RetentionAdopted> {

  /** For Axon, which makes an empty aggregate before the first command or event. */
  public RetentionAggregate() {
    super(new ErasureEvents());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RetentionMessage message) {
    RetentionAdopted adopted = Retention.decide(message.command(), message.context());
    expect(message.expectedSequence(), RetentionRule.RETENTION_STALE_VERSION);
    append(
        List.of(new ProposedEvent<>(message.context().newId(), message.context().now(), adopted)),
        message.command(),
        message.context());
  }

  /** The newest rules replace all others. */
  @EventSourcingHandler
  void on(Object event, MetaData metaData) {
    sourced(metaData);
  }
}
