package org.disclosureledger.service.reportregister;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page, the last frozen first.
 *
 * @param nextCursor where the next page begins; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportPage(List<ReportRow> reports, @Nullable String nextCursor) {}
