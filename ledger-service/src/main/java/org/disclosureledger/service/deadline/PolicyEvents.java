package org.disclosureledger.service.deadline;

import java.util.List;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.EventCatalogue;
import org.springframework.stereotype.Component;

/** The event types of the streams {@code policy} and {@code calendar}. */
@Component
public final class PolicyEvents implements EventCatalogue {
  public static final EventBinding ADOPTED =
      EventBinding.of("policy.adopted", 1, PolicyAdopted.class);

  public static final EventBinding IMPORTED =
      EventBinding.of("calendar.imported", 1, CalendarImported.class);

  @Override
  public List<EventBinding> bindings() {
    return List.of(ADOPTED, IMPORTED);
  }
}
