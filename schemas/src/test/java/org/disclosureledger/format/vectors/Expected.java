package org.disclosureledger.format.vectors;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The flat object in {@code expected.json}. */
final class Expected {
  private final Map<String, String> members = new LinkedHashMap<>();

  Expected(String kind) {
    with("kind", kind);
  }

  Expected with(String name, String value) {
    members.put(name, '"' + value + '"');
    return this;
  }

  Expected with(String name, long value) {
    members.put(name, Long.toString(value));
    return this;
  }

  Expected with(String name, Collection<String> values) {
    members.put(
        name, values.stream().map(v -> '"' + v + '"').collect(Collectors.joining(", ", "[", "]")));
    return this;
  }

  String json() {
    return members.entrySet().stream()
        .map(member -> "  \"" + member.getKey() + "\": " + member.getValue())
        .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
  }
}
