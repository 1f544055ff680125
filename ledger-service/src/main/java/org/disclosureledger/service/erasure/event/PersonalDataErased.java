package org.disclosureledger.service.erasure.event;

import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.envelope.ErasesStream;

/**
 * {@code personal-data.erased}, stream {@code access/<request id>}: nothing that the request's
 * entries commit to can be opened any more.
 *
 * @param rule id of the row under which it was done
 * @param policy event id of the {@code retention.adopted} that has the row
 * @param keys ids of the data keys destroyed
 * @param disclosures how many committed members were still to be opened
 * @param attachments how many documents its entries name
 */
public record PersonalDataErased(
    String rule, UUID policy, List<UUID> keys, int disclosures, int attachments)
    implements ErasesStream {
  private static final String ACCESS = "access/";

  public PersonalDataErased {
    keys = List.copyOf(keys);
  }

  @Override
  public StreamId erased(StreamId subject) {
    if (!subject.value().startsWith(ACCESS)) {
      throw new IllegalStateException(subject + " is not about a request");
    }
    return new StreamId("request/" + subject.value().substring(ACCESS.length()));
  }
}
