package org.disclosureledger.service.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import org.disclosureledger.service.disclosure.DisclosureVault;
import org.disclosureledger.service.sealing.StoredEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Entries as a reader sees them, with their committed values for those who may open them. */
final class EventViews {
  private static final String WITHHELD = "withheld";

  private final DisclosureVault vault;
  private final JsonMapper json = JsonMapper.builder().build();

  EventViews(DisclosureVault vault) {
    this.vault = vault;
  }

  EventView view(String ledger, StoredEvent stored, boolean opened) {
    var header = stored.header();
    return new EventView(
        header.leafIndex(),
        header.sequence(),
        header.id(),
        header.type(),
        header.time(),
        header.recordedTime(),
        header.actor().value(),
        header.role().code(),
        withhold(json.readTree(stored.entry().payload().data())),
        opened ? open(ledger, header.leafIndex()) : null);
  }

  /** JSON Pointer within {@code data} to value; an erased one is absent. */
  Map<String, JsonNode> open(String ledger, long leafIndex) {
    Map<String, JsonNode> opened = new LinkedHashMap<>();
    vault
        .open(ledger, leafIndex)
        .forEach((pointer, value) -> opened.put(pointer, json.readTree(value)));
    return opened;
  }

  /** Every {@code {"_sd":[…]}} becomes a word; the digests are in the entry itself. */
  private static JsonNode withhold(JsonNode node) {
    if (node instanceof ObjectNode object) {
      if (object.has("_sd")) {
        return StringNode.valueOf(WITHHELD);
      }
      object.propertyNames().forEach(name -> object.set(name, withhold(object.required(name))));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, withhold(array.get(i)));
      }
    }
    return node;
  }
}
