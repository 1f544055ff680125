package org.disclosureledger.service.grantregister;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.service.vocabulary.ViewPurpose;
import org.jspecify.annotations.Nullable;

/**
 * A grant that stands, as its holder finds it.
 *
 * @param actor the holder's own id; absent when everybody of the role holds it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GrantRow(
    UUID grant,
    UUID request,
    @Nullable UUID actor,
    ViewPurpose purpose,
    Instant grantedAt,
    Instant until) {}
