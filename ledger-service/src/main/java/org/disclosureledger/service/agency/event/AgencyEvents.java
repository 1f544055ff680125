package org.disclosureledger.service.agency.event;

import java.util.List;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.EventCatalogue;
import org.disclosureledger.service.envelope.Upcaster;
import org.springframework.stereotype.Component;

/** The event types of streams {@code agency/<key>}. */
@Component
public final class AgencyEvents implements EventCatalogue {
  private static final List<EventBinding> BINDINGS =
      List.of(
          EventBinding.of("agency.registered", 2, AgencyRegistered.class),
          EventBinding.of("agency.amended", 2, AgencyAmended.class),
          EventBinding.of("agency.succeeded", 1, AgencySucceeded.class),
          EventBinding.of("contact.verified", 1, ContactVerified.class),
          EventBinding.of("contact.retired", 1, ContactRetired.class),
          EventBinding.of("officer.registered", 1, OfficerRegistered.class),
          EventBinding.of("officer.retired", 1, OfficerRetired.class));

  @Override
  public List<EventBinding> bindings() {
    return BINDINGS;
  }

  /** The first versions did not say where an agency is, and had every other member. */
  @Override
  public List<Upcaster> upcasters() {
    return List.of(
        Upcaster.of("agency.registered", 1, data -> data),
        Upcaster.of("agency.amended", 1, data -> data));
  }
}
