package org.disclosureledger.service.grant.event;

import java.util.List;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.EventCatalogue;
import org.springframework.stereotype.Component;

/** The event types of grants. */
@Component
public final class GrantEvents implements EventCatalogue {
  public static final EventBinding GRANTED =
      EventBinding.of("disclosure.granted", 1, DisclosureGranted.class);
  public static final EventBinding REVOKED =
      EventBinding.of("disclosure.revoked", 1, DisclosureRevoked.class);

  @Override
  public List<EventBinding> bindings() {
    return List.of(GRANTED, REVOKED);
  }
}
