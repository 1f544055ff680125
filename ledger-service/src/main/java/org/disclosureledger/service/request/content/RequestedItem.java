package org.disclosureledger.service.request.content;

import java.util.List;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.jspecify.annotations.Nullable;

/**
 * One thing asked for.
 *
 * @param targets whom or what it is about; may be empty, e.g. for figures
 * @param fields what is asked about them; at least one
 * @param period absent when the agency set no period
 * @param maximumRecords absent when the agency set no maximum
 */
public record RequestedItem(
    ItemKind kind,
    List<RequestedTarget> targets,
    List<DataField> fields,
    @Nullable Period period,
    @Nullable Long maximumRecords) {

  public RequestedItem {
    kind = Form.required("kind", kind);
    targets = Form.list("targets", targets);
    fields = RequestForm.fields(fields);
    maximumRecords = Form.optionalCount("maximumRecords", 1, maximumRecords);
  }
}
