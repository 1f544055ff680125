package org.disclosureledger.service.viewing;

import java.util.List;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.EventCatalogue;
import org.disclosureledger.service.envelope.Upcaster;
import org.springframework.stereotype.Component;

/** The event types of looking at records. */
@Component
public final class ViewingEvents implements EventCatalogue {
  static final EventBinding VIEWED = EventBinding.of("record.viewed", 3, RecordViewed.class);

  static final EventBinding EXPORTED = EventBinding.of("record.exported", 1, RecordExported.class);

  @Override
  public List<EventBinding> bindings() {
    return List.of(VIEWED, EXPORTED);
  }

  /** Each version knows more parts and purposes than the one before, and no other member. */
  @Override
  public List<Upcaster> upcasters() {
    return List.of(
        Upcaster.of("record.viewed", 1, data -> data),
        Upcaster.of("record.viewed", 2, data -> data));
  }
}
