package org.disclosureledger.service.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What was recorded, member by member, as it was first and as approved corrections left it. */
final class RecordedMembers {
  private final Map<String, JsonNode> original = new LinkedHashMap<>();
  private final Map<String, JsonNode> current = new LinkedHashMap<>();

  /** The recording itself, or a further list of its items. */
  void record(JsonNode data) {
    members(data)
        .forEach((member, value) -> {
          if (original.get(member) instanceof ObjectNode item
              && item.path("targets") instanceof ArrayNode targets
              && value.path("targets") instanceof ArrayNode more) {
            more.forEach(targets::add);
          } else {
            original.put(member, value);
          }
        });
  }

  /** Proposed changes beside what they would change. */
  List<CorrectionView.ChangeView> beside(JsonNode changes) {
    List<CorrectionView.ChangeView> beside = new ArrayList<>();
    members(changes)
        .forEach((member, value) ->
            beside.add(
                new CorrectionView.ChangeView(
                    member, original.get(member), current.get(member), value)));
    return beside;
  }

  /** The same with the items of a further list, the first of which may go on with the last. */
  List<CorrectionView.ChangeView> continued(
      List<CorrectionView.ChangeView> changes, JsonNode listed) {
    List<CorrectionView.ChangeView> all = new ArrayList<>(changes);
    for (CorrectionView.ChangeView more : beside(items(listed))) {
      CorrectionView.@Nullable ChangeView last = all.isEmpty() ? null : all.getLast();
      if (last != null
          && last.member().equals(more.member())
          && last.corrected().path("targets") instanceof ArrayNode targets) {
        more.corrected().path("targets").forEach(targets::add);
      } else {
        all.add(more);
      }
    }
    return all;
  }

  /** Its items alone. */
  private static JsonNode items(JsonNode listed) {
    return JsonNodeFactory.instance.objectNode().set("items", listed.path("items"));
  }

  void approve(List<CorrectionView.ChangeView> changes) {
    changes.forEach(change -> current.put(change.member(), change.corrected()));
  }

  /** Items one by one: a correction names only those that it changes. */
  private static Map<String, JsonNode> members(JsonNode data) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    data.propertyStream()
        .forEach(member -> {
          if (member.getKey().equals("items")) {
            member
                .getValue()
                .forEach(item -> members.put("items/" + item.path("ordinal").asInt(), item));
          } else {
            members.put(member.getKey(), member.getValue());
          }
        });
    return members;
  }
}
