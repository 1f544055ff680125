package org.disclosureledger.service.viewing;

import java.util.UUID;
import org.disclosureledger.service.vocabulary.ViewPurpose;
import org.jspecify.annotations.Nullable;

/**
 * {@code record.exported}: disclosures of the record that the stream names left as a file.
 *
 * @param grant under which grant, or {@code null} where the role needs none
 * @param disclosures how many
 */
public record RecordExported(ViewPurpose purpose, @Nullable UUID grant, int disclosures) {}
