package org.disclosureledger.service.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.service.erasure.event.RetentionAdopted;
import org.disclosureledger.service.vocabulary.CaseType;
import org.jspecify.annotations.Nullable;

/**
 * What an erasure is decided on, besides what was erased before.
 *
 * @param lastSequence of the request's stream; negative when it has no entry
 * @param readable whether its entries can follow one another
 * @param closedAt when its closing was recorded, which nobody can claim otherwise; absent while it
 *     is open, waits for a reopening or for a second person
 * @param caseTypes every type of case that any of its entries says
 * @param adopted event id of the retention rules adopted last; absent when none were
 * @param rules those rules
 * @param erased whether the vault has lost it already
 * @param keys ids of its data keys
 * @param disclosures how many committed members the vault can open
 * @param attachments documents that its entries name
 */
public record ErasureFacts(
    long lastSequence,
    boolean readable,
    @Nullable Instant closedAt,
    Set<CaseType> caseTypes,
    @Nullable UUID adopted,
    @Nullable RetentionAdopted rules,
    boolean erased,
    List<UUID> keys,
    int disclosures,
    int attachments) {

  public ErasureFacts {
    caseTypes = Set.copyOf(caseTypes);
    keys = List.copyOf(keys);
  }
}
