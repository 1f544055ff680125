package org.disclosureledger.service.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
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
 * @param corrects event id of the entry that this one proposes, approves or declines to correct
 * @param correctedBy event ids of the approved corrections of this entry, which itself stays
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventView(
    long leafIndex,
    long sequence,
    UUID id,
    String type,
    Instant time,
    Instant recordedTime,
    String actor,
    String actorRole,
    @Schema(type = "object") JsonNode data,
    @Schema(type = "object") @Nullable Map<String, JsonNode> disclosures,
    @Nullable UUID corrects,
    @Nullable List<UUID> correctedBy) {

  /** Whether a starred value stands in it. */
  public boolean opens() {
    return disclosures != null && !disclosures.isEmpty();
  }

  /** The same with what it corrects, or is corrected by. */
  public EventView marked(@Nullable UUID correcting, @Nullable List<UUID> correctors) {
    return new EventView(
        leafIndex,
        sequence,
        id,
        type,
        time,
        recordedTime,
        actor,
        actorRole,
        data,
        disclosures,
        correcting,
        correctors);
  }
}
