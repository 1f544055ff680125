package org.disclosureledger.service.viewing;

import java.util.UUID;
import org.disclosureledger.service.vocabulary.ViewPurpose;
import org.disclosureledger.service.vocabulary.ViewedPart;
import org.jspecify.annotations.Nullable;

/**
 * {@code record.viewed}: starred values of the record that the stream names were opened. The entry
 * says who.
 *
 * @param document which one, when a document itself was opened
 * @param grant under which grant, or {@code null} where the role needs none
 */
public record RecordViewed(
    ViewPurpose purpose, ViewedPart what, @Nullable UUID document, @Nullable UUID grant) {}
