package org.disclosureledger.service.agencyregister;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the agency register, by code.
 *
 * @param nextCursor where the next page begins; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgencyPage(List<AgencyRow> agencies, @Nullable String nextCursor) {}
