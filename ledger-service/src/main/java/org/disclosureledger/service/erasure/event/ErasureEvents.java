package org.disclosureledger.service.erasure.event;

import java.util.List;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.EventCatalogue;
import org.springframework.stereotype.Component;

/** The event types of retention and erasure. */
@Component
public final class ErasureEvents implements EventCatalogue {
  public static final EventBinding ADOPTED =
      EventBinding.of("retention.adopted", 1, RetentionAdopted.class);
  public static final EventBinding ERASED =
      EventBinding.of("personal-data.erased", 1, PersonalDataErased.class);

  @Override
  public List<EventBinding> bindings() {
    return List.of(ADOPTED, ERASED);
  }
}
