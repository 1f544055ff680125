package org.disclosureledger.service.envelope;

import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads an event of a version no longer written: turns its {@code data} into the next version's,
 * each time it is read. The entry's bytes stay as they were signed; only what the service decodes
 * changes. Upcasters chain (v1 to v2 to v3) and may not touch a committed member: its digest is the
 * entry's.
 *
 * @param fromType CloudEvent type as it stands in entries
 * @param toType the same event's type at a greater version, bound or upcast further
 * @param data gets {@code data} of its own to change, and returns the newer
 */
public record Upcaster(String fromType, String toType, UnaryOperator<ObjectNode> data) {

  /** From {@code version} to the next of the event {@code name}, e.g. {@code request.recorded}. */
  public static Upcaster of(String name, int version, UnaryOperator<ObjectNode> data) {
    return new Upcaster(
        EventBinding.type(name, version), EventBinding.type(name, version + 1), data);
  }
}
