package org.disclosureledger.service.story;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.service.request.RequestState;
import org.disclosureledger.service.request.event.DocumentAttached;
import org.disclosureledger.service.sealing.StoredEvent;

/**
 * A request and the documents that its entries name.
 *
 * @param views as an officer reads them, in the order of their entries
 */
public record DocumentStory(
    RequestState state, List<StoredEvent> stream, List<AnswerViews.DocumentView> views) {

  public Optional<DocumentAttached> attached(UUID document) {
    return stream.stream()
        .map(StoredEvent::payload)
        .filter(DocumentAttached.class::isInstance)
        .map(DocumentAttached.class::cast)
        .filter(event -> event.document().equals(document))
        .findFirst();
  }

  public Optional<AnswerViews.DocumentView> view(UUID document) {
    return views.stream().filter(view -> view.document().equals(document)).findFirst();
  }

  /** The document that this entry attached. */
  public Optional<AnswerViews.DocumentView> attachedBy(UUID entry) {
    return views.stream().filter(view -> view.entry().id().equals(entry)).findFirst();
  }
}
