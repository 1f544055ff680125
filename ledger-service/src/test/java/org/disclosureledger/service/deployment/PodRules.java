package org.disclosureledger.service.deployment;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.disclosureledger.service.deployment.Rule.Findings;

/** What holds of every pod of ours. */
final class PodRules {
  private static final Pattern SECRET_NAME =
      Pattern.compile("(?i).*(password|secret|jaas|access_?key|token).*");
  private static final Pattern SECRET_LINE =
      Pattern.compile("(?im)^.*(password|secret(-key)?|access-key)\\s*[=:]\\s*\\S.*$");
  private static final Pattern REGISTRY = Pattern.compile("[^/]*[.:][^/]*/.*");

  static final List<Rule> ALL =
      List.of(
          new Rule("pods are no root, and confined", PodRules::confined),
          new Rule("containers can write nothing of their image", PodRules::readOnly),
          new Rule("accounts have no token", PodRules::noToken),
          new Rule("resources are asked for and bounded", PodRules::resources),
          new Rule("secrets stand nowhere but in secrets", PodRules::secretsByReference),
          new Rule("images name no registry and a version", PodRules::images),
          new Rule("variables of other services are left out", PodRules::noServiceLinks),
          new Rule("what is mounted is there", PodRules::mounted));

  private PodRules() {}

  private static void confined(Manifests manifests, Findings findings) {
    manifests
        .pods()
        .forEach((name, pod) -> {
          PodSpec spec = pod.getSpec();
          PodSecurityContext context = spec.getSecurityContext();
          findings.require(
              Boolean.TRUE.equals(context.getRunAsNonRoot())
                  && context.getRunAsUser() != null
                  && context.getRunAsUser() > 0
                  && context.getRunAsGroup() > 0,
              name + " may run as root");
          findings.require(
              context.getSeccompProfile() != null
                  && context.getSeccompProfile().getType().equals("RuntimeDefault"),
              name + " has no seccomp profile");
          findings.require(
              spec.getHostNetwork() == null
                  && spec.getHostPID() == null
                  && spec.getHostIPC() == null
                  && spec.getVolumes().stream().allMatch(v -> v.getHostPath() == null),
              name + " shares something with its node");
        });
  }

  private static Stream<Container> containers(PodSpec pod) {
    return Stream.concat(pod.getContainers().stream(), pod.getInitContainers().stream());
  }

  private static Stream<Container> containers(Manifests manifests) {
    return manifests.pods().values().stream().flatMap(pod -> containers(pod.getSpec()));
  }

  private static void readOnly(Manifests manifests, Findings findings) {
    containers(manifests)
        .forEach(container -> {
          SecurityContext context = container.getSecurityContext();
          String name = container.getName();
          findings.require(
              Boolean.TRUE.equals(context.getReadOnlyRootFilesystem()), name + " can write");
          findings.require(
              Boolean.FALSE.equals(context.getAllowPrivilegeEscalation())
                  && !Boolean.TRUE.equals(context.getPrivileged()),
              name + " may gain privileges");
          findings.require(
              context.getCapabilities() != null
                  && context.getCapabilities().getDrop().equals(List.of("ALL"))
                  && context.getCapabilities().getAdd().isEmpty(),
              name + " keeps capabilities");
        });
  }

  private static void noToken(Manifests manifests, Findings findings) {
    manifests
        .pods()
        .forEach((name, pod) -> {
          ServiceAccount account =
              manifests.one(ServiceAccount.class, pod.getSpec().getServiceAccountName());
          findings.require(
              Boolean.FALSE.equals(account.getAutomountServiceAccountToken())
                  && Boolean.FALSE.equals(pod.getSpec().getAutomountServiceAccountToken()),
              name + " gets a token");
        });
  }

  private static void resources(Manifests manifests, Findings findings) {
    containers(manifests)
        .forEach(container -> {
          var resources = container.getResources();
          findings.require(
              resources.getRequests().keySet().containsAll(Set.of("cpu", "memory"))
                  && resources.getLimits().containsKey("memory"),
              container.getName() + " has no requests or no limit of memory");
          findings.require(
              resources.getRequests().get("memory").equals(resources.getLimits().get("memory")),
              container.getName() + " may be given less memory than its heap is sized for");
        });
  }

  private static void secretsByReference(Manifests manifests, Findings findings) {
    findings.require(manifests.untyped("Secret").isEmpty(), "a secret is rendered");
    containers(manifests)
        .flatMap(container -> container.getEnv().stream())
        .filter(variable -> SECRET_NAME.matcher(variable.getName()).matches())
        .map(EnvVar::getName)
        .distinct()
        .forEach(name ->
            containers(manifests)
                .flatMap(container -> container.getEnv().stream())
                .filter(variable -> variable.getName().equals(name))
                .forEach(variable ->
                    findings.require(
                        variable.getValue() == null
                            && variable.getValueFrom().getSecretKeyRef() != null,
                        name + " has its value in the manifest")));
    manifests
        .all(ConfigMap.class)
        .forEach(map ->
            map.getData()
                .forEach((file, text) ->
                    findings.require(
                        !SECRET_LINE.matcher(text).find()
                            && !text.contains("PRIVATE KEY")
                            && text.lines()
                                .filter(line -> line.contains("sasl.jaas.config"))
                                .allMatch(line -> line.contains("=${")),
                        map.getMetadata().getName() + " holds a secret in " + file)));
  }

  private static void images(Manifests manifests, Findings findings) {
    containers(manifests)
        .map(Container::getImage)
        .forEach(image -> {
          findings.require(!REGISTRY.matcher(image).matches(), image + " names a registry");
          findings.require(
              image.matches(".+(:[^/:]+|@sha256:[0-9a-f]{64})") && !image.endsWith(":latest"),
              image + " has no version");
        });
  }

  private static void noServiceLinks(Manifests manifests, Findings findings) {
    manifests
        .pods()
        .forEach((name, pod) ->
            findings.require(
                Boolean.FALSE.equals(pod.getSpec().getEnableServiceLinks()),
                name + " would read LEDGER_PORT as a setting"));
  }

  private static void mounted(Manifests manifests, Findings findings) {
    Set<String> maps = names(manifests.all(ConfigMap.class).stream());
    Set<String> claims = names(manifests.all(PersistentVolumeClaim.class).stream());
    for (var pod : manifests.pods().values()) {
      Map<String, Volume> volumes =
          pod.getSpec().getVolumes().stream().collect(Collectors.toMap(Volume::getName, v -> v));
      volumes.values().stream()
          .filter(volume -> volume.getConfigMap() != null)
          .map(volume -> volume.getConfigMap().getName())
          .forEach(map -> findings.require(maps.contains(map), "no ConfigMap " + map));
      volumes.values().stream()
          .filter(volume -> volume.getPersistentVolumeClaim() != null)
          .map(volume -> volume.getPersistentVolumeClaim().getClaimName())
          .forEach(claim -> findings.require(claims.contains(claim), "no claim " + claim));
      containers(pod.getSpec())
          .flatMap(container -> container.getVolumeMounts().stream())
          .forEach(mount ->
              findings.require(
                  volumes.containsKey(mount.getName()), "no volume " + mount.getName()));
    }
  }

  private static Set<String> names(
      Stream<? extends io.fabric8.kubernetes.api.model.HasMetadata> all) {
    return all.map(one -> one.getMetadata().getName()).collect(Collectors.toSet());
  }
}
