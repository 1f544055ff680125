package org.disclosureledger.service.request.command;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.vocabulary.LinkRelation;
import org.jspecify.annotations.Nullable;

/**
 * Says that the request has to do with another one; it changes no state.
 *
 * @param other id of the other request, in the same ledger
 * @param happenedAt when it happened, UTC; absent for now
 */
public record LinkRequest(
    UUID requestId, LinkRelation relation, UUID other, @Nullable Instant happenedAt)
    implements RequestCommand {

  public LinkRequest {
    requestId = Form.required("requestId", requestId);
    relation = Form.required("relation", relation);
    other = Form.required("other", other);
    happenedAt = Form.optionalInstant("happenedAt", happenedAt);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "LinkRequest[" + requestId + "]";
  }
}
