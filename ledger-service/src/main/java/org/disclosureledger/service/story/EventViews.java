package org.disclosureledger.service.story;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.disclosureledger.service.disclosure.DisclosureVault;
import org.disclosureledger.service.sealing.StoredEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Entries as a reader sees them, with their committed values for those who may open them. */
public final class EventViews {
  private static final JsonNode WITHHELD = StringNode.valueOf("withheld");
  private static final JsonNode ERASED = StringNode.valueOf("erased");

  private final DisclosureVault vault;
  private final JsonMapper json = JsonMapper.builder().build();

  public EventViews(DisclosureVault vault) {
    this.vault = vault;
  }

  public EventView view(String ledger, StoredEvent stored, boolean opened) {
    var header = stored.header();
    Map<String, JsonNode> values = opened ? open(ledger, header.leafIndex()) : null;
    return new EventView(
        header.leafIndex(),
        header.sequence(),
        header.id(),
        header.type(),
        header.time(),
        header.recordedTime(),
        header.actor().value(),
        header.role().code(),
        withhold(json.readTree(stored.entry().payload().data()), values),
        values,
        null,
        null);
  }

  /** JSON Pointer within {@code data} to value; an erased one is absent. */
  public Map<String, JsonNode> open(String ledger, long leafIndex) {
    Map<String, JsonNode> opened = new LinkedHashMap<>();
    vault
        .open(ledger, leafIndex)
        .forEach((pointer, value) -> opened.put(pointer, json.readTree(value)));
    return opened;
  }

  /** The entry's own members, with their committed values in place for who may open them. */
  public JsonNode filled(String ledger, StoredEvent stored, boolean opened) {
    JsonNode data = json.readTree(stored.entry().payload().data());
    if (!opened) {
      return withhold(data, null);
    }
    Map<String, JsonNode> values = open(ledger, stored.header().leafIndex());
    return replace(data, "", pointer -> values.getOrDefault(pointer, ERASED));
  }

  /**
   * Every {@code {"_sd":[…]}} becomes a word; the digests are in the entry itself.
   *
   * @param opened what the reader may open, by which the erased is told from the withheld
   */
  private static JsonNode withhold(JsonNode data, @Nullable Map<String, JsonNode> opened) {
    return replace(
        data, "", pointer -> opened == null || opened.containsKey(pointer) ? WITHHELD : ERASED);
  }

  private static JsonNode replace(JsonNode node, String at, Function<String, JsonNode> committed) {
    if (node instanceof ObjectNode object) {
      if (object.has("_sd")) {
        return committed.apply(at);
      }
      for (String name : List.copyOf(object.propertyNames())) {
        object.set(name, replace(object.required(name), at + "/" + name, committed));
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, replace(array.get(i), at + "/" + i, committed));
      }
    }
    return node;
  }
}
