package org.disclosureledger.service.deployment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes one value inside maps and lists, to see a rule fail. */
final class Edit {
  private Edit() {}

  /**
   * @param path steps separated by {@code /}: a name, in which {@code ~} stands for a slash, an
   *     index, or the {@code name} that an element of a list has
   * @param value null to take it away
   */
  static void apply(Object root, String path, @Nullable Object value) {
    List<String> steps =
        Arrays.stream(path.split("/")).map(step -> step.replace('~', '/')).toList();
    Object at = root;
    for (int i = 0; i < steps.size() - 1; i++) {
      at = inner(at, steps.get(i));
    }
    String last = steps.getLast();
    if (at instanceof Map<?, ?>) {
      @SuppressWarnings("unchecked")
      Map<String, Object> map = (Map<String, Object>) at;
      if (value == null) {
        if (!map.containsKey(last)) {
          throw new AssertionError("nothing to take away at " + path);
        }
        map.remove(last);
      } else {
        map.put(last, value);
      }
      return;
    }
    @SuppressWarnings("unchecked")
    List<Object> list = (List<Object>) at;
    int index = index(list, last);
    if (value == null) {
      list.remove(index);
    } else if (index == list.size()) {
      list.add(value);
    } else {
      list.set(index, value);
    }
  }

  private static Object inner(Object at, String step) {
    if (at instanceof Map<?, ?>) {
      @SuppressWarnings("unchecked")
      Map<String, Object> map = (Map<String, Object>) at;
      return map.computeIfAbsent(step, name -> new LinkedHashMap<>());
    }
    List<?> list = (List<?>) at;
    return list.get(index(list, step));
  }

  private static int index(List<?> list, String step) {
    if (step.matches("[0-9]+")) {
      return Integer.parseInt(step);
    }
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) instanceof Map<?, ?> map && step.equals(map.get("name"))) {
        return i;
      }
    }
    throw new AssertionError("nothing is named " + step);
  }
}
