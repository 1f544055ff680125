package org.disclosureledger.service.reconciliationregister;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page, the last begun first.
 *
 * @param nextCursor where the next page begins; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReconciliationPage(
    List<ReconciliationRow> reconciliations, @Nullable String nextCursor) {}
