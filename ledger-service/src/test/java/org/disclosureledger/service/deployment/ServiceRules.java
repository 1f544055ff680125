package org.disclosureledger.service.deployment;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.service.deployment.Rule.Findings;
import org.springframework.boot.convert.DurationStyle;

/** How replicas of the service run, are replaced and are reached. */
final class ServiceRules {
  private static final String HEALTH = "/actuator/health/";
  private static final Set<Integer> MAY_REACH_OUTSIDE = Set.of(443, 465, 587);

  static final List<Rule> ALL =
      List.of(
          new Rule("there are two replicas or more", ServiceRules::replicas),
          new Rule("a new version replaces one replica at a time, none before", ServiceRules::roll),
          new Rule("a replica that goes has time to end its work", ServiceRules::shutdown),
          new Rule("a drained node takes one replica at most", ServiceRules::disruption),
          new Rule("replicas stand on different nodes", ServiceRules::spread),
          new Rule("probes ask for what they are about", ServiceRules::probes),
          new Rule("nothing passes that no policy names", ServiceRules::defaultDeny),
          new Rule("only ingress and monitoring come in", ServiceRules::comesIn),
          new Rule("pods reach only what is named", ServiceRules::goesOut),
          new Rule("keys, erasures and heads are shared, apart and closed", ServiceRules::shared),
          new Rule("monitoring finds the service", ServiceRules::monitored));

  private ServiceRules() {}

  private static PodSpec pod(Manifests manifests) {
    return manifests.service().getSpec().getTemplate().getSpec();
  }

  private static Container container(Manifests manifests) {
    return pod(manifests).getContainers().getFirst();
  }

  private static Map<String, String> labels(Manifests manifests) {
    return manifests.service().getSpec().getTemplate().getMetadata().getLabels();
  }

  private static boolean selects(Map<String, String> selector, Map<String, String> labels) {
    return !selector.isEmpty() && labels.entrySet().containsAll(selector.entrySet());
  }

  private static void replicas(Manifests manifests, Findings findings) {
    findings.require(manifests.service().getSpec().getReplicas() >= 2, "fewer than two replicas");
    findings.require(
        selects(manifests.service().getSpec().getSelector().getMatchLabels(), labels(manifests)),
        "the deployment does not select its pods");
  }

  private static void roll(Manifests manifests, Findings findings) {
    var strategy = manifests.service().getSpec().getStrategy();
    findings.require(strategy.getType().equals("RollingUpdate"), "all replicas stop first");
    findings.require(
        strategy.getRollingUpdate().getMaxUnavailable().equals(new IntOrString(0)),
        "a replica stops before another is ready");
    findings.require(
        strategy.getRollingUpdate().getMaxSurge().equals(new IntOrString(1)),
        "more than one new replica at a time");
  }

  private static void shutdown(Manifests manifests, Findings findings) {
    long pause = container(manifests).getLifecycle().getPreStop().getSleep().getSeconds();
    Duration phase =
        DurationStyle.detectAndParse(
            manifests.setting("spring.lifecycle.timeout-per-shutdown-phase"));
    findings.require(pause >= 5, "balancers have no time to hear of it");
    findings.require(
        pod(manifests).getTerminationGracePeriodSeconds() > pause + 2 * phase.toSeconds(),
        "it is killed before its work ends");
  }

  private static void disruption(Manifests manifests, Findings findings) {
    PodDisruptionBudget budget = manifests.one(PodDisruptionBudget.class, "ledger");
    findings.require(
        selects(budget.getSpec().getSelector().getMatchLabels(), labels(manifests)),
        "the budget is about other pods");
    findings.require(
        new IntOrString(1).equals(budget.getSpec().getMaxUnavailable()),
        "more than one may go, or none ever");
  }

  private static void spread(Manifests manifests, Findings findings) {
    findings.require(
        pod(manifests).getTopologySpreadConstraints().stream()
            .anyMatch(spread ->
                spread.getTopologyKey().equals("kubernetes.io/hostname")
                    && spread.getMaxSkew() == 1
                    && selects(spread.getLabelSelector().getMatchLabels(), labels(manifests))),
        "replicas may all stand on one node");
  }

  private static void probes(Manifests manifests, Findings findings) {
    Container container = container(manifests);
    findings.require(asks(container.getStartupProbe(), "liveness"), "startup");
    findings.require(asks(container.getLivenessProbe(), "liveness"), "liveness");
    findings.require(asks(container.getReadinessProbe(), "readiness"), "readiness");
    findings.require(
        container.getPorts().stream()
            .anyMatch(port ->
                port.getName().equals("management")
                    && manifests
                        .setting("management.server.port")
                        .equals(port.getContainerPort().toString())),
        "the service listens elsewhere");
    findings.require(
        manifests.setting("management.endpoint.health.probes.enabled").equals("true"),
        "there is nothing to ask");
    findings.require(
        container.getStartupProbe().getFailureThreshold()
                * container.getStartupProbe().getPeriodSeconds()
            >= 600,
        "a start that migrates is killed");
  }

  private static boolean asks(Probe probe, String what) {
    return probe.getHttpGet().getPath().equals(HEALTH + what)
        && probe.getHttpGet().getPort().equals(new IntOrString("management"));
  }

  private static void defaultDeny(Manifests manifests, Findings findings) {
    var spec = manifests.one(NetworkPolicy.class, "default-deny").getSpec();
    findings.require(
        spec.getPodSelector().getMatchLabels().isEmpty()
            && spec.getPodSelector().getMatchExpressions().isEmpty(),
        "some pods are left out");
    findings.require(
        Set.copyOf(spec.getPolicyTypes()).equals(Set.of("Ingress", "Egress"))
            && spec.getIngress().isEmpty()
            && spec.getEgress().isEmpty(),
        "something is let pass");
  }

  private static List<NetworkPolicy> policies(Manifests manifests, Map<String, String> labels) {
    return manifests.all(NetworkPolicy.class).stream()
        .filter(policy ->
            labels
                .entrySet()
                .containsAll(policy.getSpec().getPodSelector().getMatchLabels().entrySet()))
        .toList();
  }

  private static void comesIn(Manifests manifests, Findings findings) {
    for (var pod : manifests.pods().values()) {
      for (NetworkPolicy policy : policies(manifests, pod.getMetadata().getLabels())) {
        for (var rule : policy.getSpec().getIngress()) {
          List<Integer> ports = rule.getPorts().stream().map(ServiceRules::number).toList();
          String from = ports.equals(List.of(8080)) ? "ingress-nginx" : "monitoring";
          findings.require(
              ports.equals(List.of(8080)) || ports.equals(List.of(8081)), "ports " + ports);
          findings.require(
              !rule.getFrom().isEmpty()
                  && rule.getFrom().stream().allMatch(peer -> isNamespace(peer, from)),
              policy.getMetadata().getName() + " lets others come in");
        }
      }
    }
  }

  private static boolean isNamespace(NetworkPolicyPeer peer, String name) {
    return peer.getNamespaceSelector() != null
        && name.equals(
            peer.getNamespaceSelector().getMatchLabels().get("kubernetes.io/metadata.name"));
  }

  private static int number(NetworkPolicyPort port) {
    return port.getPort().getIntVal();
  }

  private static void goesOut(Manifests manifests, Findings findings) {
    for (var pod : manifests.pods().values()) {
      for (NetworkPolicy policy : policies(manifests, pod.getMetadata().getLabels())) {
        String name = policy.getMetadata().getName();
        for (var rule : policy.getSpec().getEgress()) {
          findings.require(!rule.getPorts().isEmpty(), name + " names no port");
          findings.require(!rule.getTo().isEmpty(), name + " names nobody");
          rule.getTo().forEach(peer -> named(peer, name, rule.getPorts(), findings));
        }
      }
    }
    List<Integer> within =
        manifests.one(NetworkPolicy.class, "ledger").getSpec().getEgress().stream()
            .flatMap(rule -> rule.getPorts().stream())
            .map(ServiceRules::number)
            .toList();
    findings.require(
        within.equals(List.of(5432, 9093, 4318)),
        "database, brokers or the collector of traces are out of reach");
  }

  private static void named(
      NetworkPolicyPeer peer, String name, List<NetworkPolicyPort> ports, Findings findings) {
    if (peer.getIpBlock() == null) {
      findings.require(
          peer.getPodSelector() != null && !peer.getPodSelector().getMatchLabels().isEmpty(),
          name + " reaches every pod");
      return;
    }
    int bits = Integer.parseInt(peer.getIpBlock().getCidr().replaceFirst(".*/", ""));
    findings.require(bits >= 24, name + " reaches half the world");
    findings.require(
        ports.stream().allMatch(port -> MAY_REACH_OUTSIDE.contains(number(port))),
        name + " reaches outside by other ports");
  }

  private static void shared(Manifests manifests, Findings findings) {
    PodSpec pod = pod(manifests);
    findings.require(
        "OnRootMismatch".equals(pod.getSecurityContext().getFsGroupChangePolicy()),
        "key files would be opened to the group at each start");
    String keys = claim(manifests, manifests.setting("ledger.keys-dir"), findings);
    String erased = claim(manifests, manifests.setting("ledger.vault.erased-file"), findings);
    String heads = claim(manifests, manifests.setting("ledger.heads-dir"), findings);
    findings.require(!keys.equals(erased), "the erasures lie in the backup of the keys");
    findings.require(!keys.equals(heads), "the published heads lie in the backup of the keys");
  }

  private static String claim(Manifests manifests, String path, Findings findings) {
    VolumeMount mount =
        container(manifests).getVolumeMounts().stream()
            .filter(each -> path.startsWith(each.getMountPath() + "/"))
            .findFirst()
            .orElseThrow(() -> new AssertionError(path + " is on no volume"));
    Volume volume =
        pod(manifests).getVolumes().stream()
            .filter(each -> each.getName().equals(mount.getName()))
            .findFirst()
            .orElseThrow();
    PersistentVolumeClaim claim =
        manifests.one(
            PersistentVolumeClaim.class, volume.getPersistentVolumeClaim().getClaimName());
    findings.require(
        claim.getSpec().getAccessModes().equals(List.of("ReadWriteMany")),
        path + " is not shared by replicas");
    return claim.getMetadata().getName();
  }

  private static void monitored(Manifests manifests, Findings findings) {
    Service service = manifests.one(Service.class, "ledger");
    findings.require(
        selects(service.getSpec().getSelector(), labels(manifests)), "the service has no pods");
    ServiceMonitor monitor = manifests.one(ServiceMonitor.class, "ledger");
    findings.require(
        selects(
            monitor.getSpec().getSelector().getMatchLabels(), service.getMetadata().getLabels()),
        "the monitor looks elsewhere");
    monitor
        .getSpec()
        .getEndpoints()
        .forEach(endpoint ->
            findings.require(
                endpoint.getPath().equals("/actuator/prometheus")
                    && service.getSpec().getPorts().stream()
                        .anyMatch(port ->
                            port.getName().equals(endpoint.getPort()) && port.getPort() == 8081),
                "no such port, or not that of measurements"));
  }
}
