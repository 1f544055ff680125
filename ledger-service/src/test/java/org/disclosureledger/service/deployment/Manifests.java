package org.disclosureledger.service.deployment;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What one overlay renders to.
 *
 * @param documents all of it, as maps and lists
 * @param typed those of a kind that has a model
 */
record Manifests(List<Map<String, Object>> documents, List<HasMetadata> typed) {

  /**
   * @param documents as {@link #documents(String)} reads them
   * @throws IllegalArgumentException when one has a field that its kind has not
   */
  static Manifests of(List<Map<String, Object>> documents) {
    return new Manifests(
        documents, documents.stream().map(StrictModel::parse).flatMap(Optional::stream).toList());
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> documents(String yaml) {
    return StreamSupport.stream(yaml().loadAll(yaml).spliterator(), false)
        .map(document -> (Map<String, Object>) document)
        .toList();
  }

  private static Yaml yaml() {
    LoaderOptions strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    return new Yaml(new SafeConstructor(strict));
  }

  <T extends HasMetadata> List<T> all(Class<T> type) {
    return typed.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The only one of its kind and name. */
  <T extends HasMetadata> T one(Class<T> type, String name) {
    return all(type).stream()
        .filter(found -> found.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " " + name));
  }

  Deployment service() {
    return one(Deployment.class, "ledger");
  }

  CronJob verifier() {
    return one(CronJob.class, "verifier");
  }

  /** Templates of all pods that are ours, by name. */
  Map<String, PodTemplateSpec> pods() {
    Map<String, PodTemplateSpec> pods = new LinkedHashMap<>();
    all(Deployment.class)
        .forEach(d -> pods.put(d.getMetadata().getName(), d.getSpec().getTemplate()));
    all(CronJob.class)
        .forEach(c ->
            pods.put(
                c.getMetadata().getName(), c.getSpec().getJobTemplate().getSpec().getTemplate()));
    return pods;
  }

  /** Those of that kind; for kinds that have no model. */
  List<Object> untyped(String kind) {
    return documents.stream()
        .filter(document -> kind.equals(document.get("kind")))
        .map(document -> (Object) document)
        .toList();
  }

  /** Values at a path such as {@code spec.roles.[].name}; none where it leads nowhere. */
  static List<Object> at(Object root, String path) {
    Stream<Object> found = Stream.of(root);
    for (String step : path.split("\\.")) {
      found = found.flatMap(value -> step(value, step));
    }
    return found.toList();
  }

  private static Stream<Object> step(Object value, String step) {
    if (value instanceof List<?> list && step.equals("[]")) {
      return list.stream().map(each -> (Object) each);
    }
    return value instanceof Map<?, ?> map ? Stream.ofNullable((Object) map.get(step)) : Stream.of();
  }

  /** Settings of the service in this overlay: the base's, and the overlay's on top. */
  Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>();
    for (String name : List.of("ledger-settings", "ledger-overlay")) {
      all(ConfigMap.class).stream()
          .filter(map -> map.getMetadata().getName().startsWith(name + "-"))
          .forEach(map -> merge(settings, yaml().load(map.getData().get("application.yaml"))));
    }
    return settings;
  }

  @SuppressWarnings("unchecked")
  private static void merge(Map<String, Object> into, Map<String, Object> from) {
    from.forEach((name, value) -> {
      if (value instanceof Map<?, ?> map && into.get(name) instanceof Map<?, ?> there) {
        Map<String, Object> merged = new LinkedHashMap<>((Map<String, Object>) there);
        merge(merged, (Map<String, Object>) map);
        into.put(name, merged);
      } else {
        into.put(name, value);
      }
    });
  }

  String setting(String path) {
    return at(settings(), path).stream()
        .map(String::valueOf)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no setting " + path));
  }

  /** The same with one value changed; null takes it away. */
  Manifests with(String kind, String name, String path, @Nullable Object value) {
    List<Map<String, Object>> changed = new ArrayList<>();
    boolean done = false;
    for (Map<String, Object> document : documents) {
      Map<String, Object> copy = copy(document);
      if (kind.equals(copy.get("kind")) && isCalled(copy, name)) {
        Edit.apply(copy, path, value);
        done = true;
      }
      changed.add(copy);
    }
    if (!done) {
      throw new AssertionError("no " + kind + " " + name);
    }
    return of(changed);
  }

  /** A generated one has a digest behind its name. */
  private static boolean isCalled(Map<String, Object> document, String name) {
    return at(document, "metadata.name")
        .toString()
        .matches("\\[" + Pattern.quote(name) + "(-[a-z0-9]{10})?]");
  }

  Manifests without(String kind, String name) {
    List<Map<String, Object>> left =
        documents.stream()
            .filter(document ->
                !(kind.equals(document.get("kind"))
                    && at(document, "metadata.name").equals(List.of(name))))
            .toList();
    if (left.size() == documents.size()) {
      throw new AssertionError("no " + kind + " " + name);
    }
    return of(left);
  }

  @SuppressWarnings("unchecked")
  private static <T> T copy(T value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((name, inner) -> copy.put(name, copy(inner)));
      return (T) copy;
    }
    if (value instanceof List<?> list) {
      return (T) new ArrayList<>(list.stream().map(Manifests::copy).toList());
    }
    return value;
  }
}
