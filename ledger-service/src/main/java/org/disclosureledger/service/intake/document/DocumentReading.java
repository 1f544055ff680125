package org.disclosureledger.service.intake.document;

import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.disclosure.DisclosureVault;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.story.DocumentStory;
import org.disclosureledger.service.story.EventViews;
import org.disclosureledger.service.story.RequestStory;
import org.disclosureledger.service.wire.InputRefused;
import org.disclosureledger.service.wire.ProblemType;
import org.springframework.stereotype.Component;

/** Reads what a request's entries say of its documents, for who may read all of it. */
@Component
class DocumentReading {
  private final EntryStore store;
  private final EventViews events;

  DocumentReading(EntryStore store, DisclosureVault vault) {
    this.store = store;
    this.events = new EventViews(vault);
  }

  /**
   * @throws InputRefused of type request-not-found
   */
  DocumentStory of(LedgerDescription ledger, UUID request) {
    List<StoredEvent> stream = store.stream(ledger.name(), RequestStream.of(request));
    if (stream.isEmpty()) {
      throw new InputRefused(ProblemType.REQUEST_NOT_FOUND, "no request of this id");
    }
    RequestStory story =
        RequestStory.of(stream, stored -> events.filled(ledger.name(), stored, true));
    return new DocumentStory(story.state, stream, story.documents());
  }
}
