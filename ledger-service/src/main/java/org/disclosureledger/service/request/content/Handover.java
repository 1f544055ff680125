package org.disclosureledger.service.request.content;

import java.util.List;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.vocabulary.DataField;
import org.jspecify.annotations.Nullable;

/**
 * What is to be handed over for one item; never the data itself.
 *
 * @param item ordinal of the item, from 1
 * @param last whether it completes the item
 * @param targets ordinals of the targets it is about
 * @param recordCount how many records it holds; 0 only to close an item answered in parts
 * @param digest SHA-256 of what is handed over, 64 hexadecimal digits
 * @param size of it in bytes
 */
public record Handover(
    int item,
    boolean last,
    List<Integer> targets,
    List<DataField> fields,
    @Nullable Period period,
    long recordCount,
    @Nullable String digest,
    @Nullable Long size) {

  public Handover {
    RequestForm.ordinal("item", item);
    targets = RequestForm.ordinals("targets", targets);
    fields = RequestForm.fields(fields);
    recordCount = Form.count("recordCount", 0, recordCount);
    digest = Form.optionalDigest("digest", digest);
    size = Form.optionalCount("size", 0, size);
  }

  /** Without digest and size, which are guessable. */
  @Override
  public String toString() {
    return "Handover[" + item + "]";
  }
}
