package org.disclosureledger.service.sealing;

import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.Upcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How one type is read: through these steps, in order, into the event class at their end.
 *
 * @param steps none for a type that is still written
 */
record Upcasting(List<Upcaster> steps, EventBinding binding) {

  /**
   * @return the data of {@link #binding}'s version
   * @throws IllegalStateException when a step changes what the entry commits to: a fault of ours,
   *     so it stops the reader rather than being taken for a corrupted ledger
   */
  ObjectNode apply(ObjectNode data) {
    List<String> committed = commitments(data);
    ObjectNode newer = data;
    for (Upcaster step : steps) {
      newer = step.data().apply(newer);
      if (!commitments(newer).equals(committed)) {
        throw new IllegalStateException(
            step.fromType() + " to " + step.toType() + " changes a committed member");
      }
    }
    return newer;
  }

  /** Digests below this node, sorted: members may move, commitments may not change. */
  private static List<String> commitments(JsonNode node) {
    List<String> digests = new ArrayList<>();
    collect(node, digests);
    digests.sort(null);
    return digests;
  }

  private static void collect(JsonNode node, List<String> digests) {
    JsonNode digest = node.get("_sd");
    if (digest != null) {
      digests.add(digest.toString());
    } else {
      node.forEach(child -> collect(child, digests));
    }
  }
}
