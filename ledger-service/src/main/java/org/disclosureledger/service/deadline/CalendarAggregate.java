package org.disclosureledger.service.deadline;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.envelope.StreamAggregate;

/** Axon's shell around {@link Adoption} of a calendar; the newest replaces all others. */
public class CalendarAggregate extends StreamAggregate<CalendarImported> {

  /** For Axon, which makes an empty aggregate before the first command or event. */
  public CalendarAggregate() {
    super(new PolicyEvents());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(CalendarMessage message) {
    CalendarImported adopted =
        Adoption.decide(message.command(), message.inForce(), message.context());
    expect(message.expectedSequence(), DeadlineRule.ADOPTION_STALE_VERSION);
    append(
        List.of(new ProposedEvent<>(message.context().newId(), message.context().now(), adopted)),
        message.command(),
        message.context());
  }

  @EventSourcingHandler
  void on(Object event, MetaData metaData) {
    sourced(metaData);
  }
}
