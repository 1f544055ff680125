package org.disclosureledger.service.request.content;

import java.util.List;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.vocabulary.DataField;
import org.jspecify.annotations.Nullable;

/**
 * What may be disclosed for one item, or was asked for: in clear, because it is enumerations,
 * counts and times.
 *
 * @param item ordinal of the item, from 1
 * @param targets ordinals of its targets, from 1; empty when the item names none
 * @param fields at least one
 * @param period absent when unlimited in time
 * @param maximumRecords absent, only in what was asked, when the agency set no maximum
 */
public record ItemScope(
    int item,
    List<Integer> targets,
    List<DataField> fields,
    @Nullable Period period,
    @Nullable Long maximumRecords) {

  public ItemScope {
    RequestForm.ordinal("item", item);
    targets = RequestForm.ordinals("targets", targets);
    fields = RequestForm.fields(fields);
    maximumRecords = Form.optionalCount("maximumRecords", 1, maximumRecords);
  }
}
