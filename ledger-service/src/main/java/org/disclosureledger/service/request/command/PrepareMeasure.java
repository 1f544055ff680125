package org.disclosureledger.service.request.command;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.request.content.RequestForm;
import org.disclosureledger.service.vocabulary.Measure;
import org.jspecify.annotations.Nullable;

/**
 * Proposes a measure for an item that asks for an act, or its end.
 *
 * @param item ordinal of the item, from 1
 * @param targets ordinals of the targets concerned
 * @param order the order it rests on
 * @param scope what it covers
 * @param from when it begins, UTC
 * @param until when it ends by itself, UTC; absent without an end
 * @param happenedAt when it happened, UTC; absent for now
 */
public record PrepareMeasure(
    UUID requestId,
    Measure measure,
    int item,
    List<Integer> targets,
    @Nullable String order,
    @Nullable String scope,
    Instant from,
    @Nullable Instant until,
    @Nullable Instant happenedAt)
    implements RequestCommand {

  public PrepareMeasure {
    requestId = Form.required("requestId", requestId);
    measure = Form.required("measure", measure);
    RequestForm.ordinal("item", item);
    targets = RequestForm.ordinals("targets", targets);
    order = Form.text("order", order);
    scope = Form.text("scope", scope);
    from = Form.instant("from", from);
    until = Form.optionalInstant("until", until);
    happenedAt = Form.optionalInstant("happenedAt", happenedAt);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "PrepareMeasure[" + requestId + "]";
  }
}
