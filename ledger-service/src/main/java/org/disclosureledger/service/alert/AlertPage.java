package org.disclosureledger.service.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page, the last raised first.
 *
 * @param nextCursor where the next page begins; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AlertPage(List<Alert> alerts, @Nullable String nextCursor) {}
