package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.service.request.content.ItemScope;

/** What one person prepared and a second has not yet decided; a request has one at most. */
public sealed interface OpenAct {
  /** Event id of the prepared entry. */
  UUID prepared();

  Actor preparer();

  /** When it was prepared, as claimed, UTC. */
  Instant time();

  record Acceptance(UUID prepared, Actor preparer, Instant time, List<ItemScope> items)
      implements OpenAct {}

  record Refusal(UUID prepared, Actor preparer, Instant time, List<Integer> items)
      implements OpenAct {}

  record Delivery(UUID prepared, Actor preparer, Instant time, List<HandedPart> items)
      implements OpenAct {}
}
