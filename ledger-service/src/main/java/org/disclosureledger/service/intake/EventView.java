package org.disclosureledger.service.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One entry of a stream.
 *
 * @param data the entry's own members; a committed one reads {@code "withheld"}
 * @param disclosures JSON Pointer within {@code data} to the committed value, for those who may
 *     read it; an erased one is absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventView(
    long leafIndex,
    long sequence,
    UUID id,
    String type,
    Instant time,
    Instant recordedTime,
    String actor,
    String actorRole,
    @Schema(type = "object") JsonNode data,
    @Schema(type = "object") @Nullable Map<String, JsonNode> disclosures) {}
