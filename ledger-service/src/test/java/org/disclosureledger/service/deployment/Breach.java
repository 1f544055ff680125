package org.disclosureledger.service.deployment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way to break a rule: one value of one manifest is another, or gone.
 *
 * @param path as {@link Edit} reads it; empty: the whole manifest is gone
 * @param value null to take it away
 */
record Breach(String rule, String kind, String name, String path, @Nullable Object value) {
  private static final String POD = "spec/template/spec/";
  private static final String BOX = POD + "containers/ledger/";
  private static final String JOB = "spec/jobTemplate/spec/";
  private static final String JOB_POD = JOB + "template/spec/";

  static final List<Breach> ALL =
      List.of(
          service("pods are no root, and confined", POD + "securityContext/runAsNonRoot", false),
          service("pods are no root, and confined", POD + "securityContext/runAsUser", 0),
          service("pods are no root, and confined", POD + "securityContext/seccompProfile", null),
          service("pods are no root, and confined", POD + "hostNetwork", true),
          job("pods are no root, and confined", JOB_POD + "securityContext/runAsNonRoot", null),
          service(
              "containers can write nothing of their image",
              BOX + "securityContext/readOnlyRootFilesystem",
              false),
          service(
              "containers can write nothing of their image",
              BOX + "securityContext/allowPrivilegeEscalation",
              null),
          service(
              "containers can write nothing of their image",
              BOX + "securityContext/capabilities/drop",
              List.of("NET_RAW")),
          service(
              "containers can write nothing of their image",
              BOX + "securityContext/capabilities/add",
              List.of("NET_ADMIN")),
          job(
              "containers can write nothing of their image",
              JOB_POD + "containers/verifier/securityContext/readOnlyRootFilesystem",
              null),
          service("accounts have no token", POD + "automountServiceAccountToken", true),
          service("accounts have no token", POD + "serviceAccountName", "default"),
          new Breach(
              "accounts have no token",
              "ServiceAccount",
              "verifier",
              "automountServiceAccountToken",
              null),
          service("resources are asked for and bounded", BOX + "resources/limits/memory", null),
          service("resources are asked for and bounded", BOX + "resources/requests/cpu", null),
          service("resources are asked for and bounded", BOX + "resources/requests/memory", "1Gi"),
          service(
              "secrets stand nowhere but in secrets",
              BOX + "env/SPRING_DATASOURCE_PASSWORD",
              Map.of("name", "SPRING_DATASOURCE_PASSWORD", "value", "invented")),
          new Breach(
              "secrets stand nowhere but in secrets",
              "ConfigMap",
              "ledger-settings",
              "data/application.yaml",
              "spring:\n  datasource:\n    password: invented\n"),
          new Breach(
              "secrets stand nowhere but in secrets",
              "ConfigMap",
              "verifier-settings",
              "data/kafka.properties",
              "sasl.jaas.config=invented"),
          service(
              "images name no registry and a version",
              BOX + "image",
              "registry.example.com/ledger-service:1"),
          service(
              "images name no registry and a version",
              BOX + "image",
              "disclosure-ledger/ledger-service"),
          service(
              "images name no registry and a version",
              BOX + "image",
              "disclosure-ledger/ledger-service:latest"),
          service("variables of other services are left out", POD + "enableServiceLinks", null),
          service(
              "what is mounted is there",
              POD + "volumes/keys/persistentVolumeClaim/claimName",
              "other"),
          service(
              "what is mounted is there",
              POD + "volumes/settings/configMap/name",
              "ledger-settings"),
          service("what is mounted is there", POD + "volumes/tmp", null),
          service("there are two replicas or more", "spec/replicas", 1),
          service(
              "a new version replaces one replica at a time, none before",
              "spec/strategy/rollingUpdate/maxUnavailable",
              1),
          service(
              "a new version replaces one replica at a time, none before",
              "spec/strategy/type",
              "Recreate"),
          service(
              "a replica that goes has time to end its work",
              POD + "terminationGracePeriodSeconds",
              30),
          service("a replica that goes has time to end its work", BOX + "lifecycle", null),
          new Breach(
              "a drained node takes one replica at most",
              "PodDisruptionBudget",
              "ledger",
              "spec/maxUnavailable",
              2),
          new Breach(
              "a drained node takes one replica at most",
              "PodDisruptionBudget",
              "ledger",
              "",
              null),
          new Breach(
              "a drained node takes one replica at most",
              "PodDisruptionBudget",
              "ledger",
              "spec/selector/matchLabels/app.kubernetes.io~name",
              "x"),
          service(
              "replicas stand on different nodes", POD + "topologySpreadConstraints", List.of()),
          service(
              "probes ask for what they are about",
              BOX + "livenessProbe/httpGet/path",
              "/actuator/health/readiness"),
          service("probes ask for what they are about", BOX + "readinessProbe", null),
          service("probes ask for what they are about", BOX + "startupProbe/failureThreshold", 3),
          service("probes ask for what they are about", BOX + "startupProbe/httpGet/port", 8080),
          new Breach(
              "nothing passes that no policy names", "NetworkPolicy", "default-deny", "", null),
          new Breach(
              "nothing passes that no policy names",
              "NetworkPolicy",
              "default-deny",
              "spec/policyTypes",
              List.of("Ingress")),
          new Breach(
              "nothing passes that no policy names",
              "NetworkPolicy",
              "default-deny",
              "spec/ingress",
              List.of(Map.of())),
          new Breach(
              "only ingress and monitoring come in",
              "NetworkPolicy",
              "ledger",
              "spec/ingress/0/from",
              null),
          new Breach(
              "only ingress and monitoring come in",
              "NetworkPolicy",
              "ledger",
              "spec/ingress/0/ports/0/port",
              8081),
          new Breach(
              "only ingress and monitoring come in",
              "NetworkPolicy",
              "verifier",
              "spec/ingress",
              List.of(Map.of())),
          new Breach(
              "pods reach only what is named", "NetworkPolicy", "ledger", "spec/egress/0/to", null),
          new Breach(
              "pods reach only what is named", "NetworkPolicy", "ledger", "spec/egress/1", null),
          new Breach(
              "pods reach only what is named",
              "NetworkPolicy",
              "ledger-outside",
              "spec/egress/0/to/0/ipBlock/cidr",
              "0.0.0.0/0"),
          new Breach(
              "pods reach only what is named",
              "NetworkPolicy",
              "ledger-outside",
              "spec/egress/0/ports/0/port",
              22),
          new Breach(
              "keys, erasures and heads are shared, apart and closed",
              "PersistentVolumeClaim",
              "ledger-keys",
              "spec/accessModes",
              List.of("ReadWriteOnce")),
          service(
              "keys, erasures and heads are shared, apart and closed",
              POD + "volumes/erased/persistentVolumeClaim/claimName",
              "ledger-keys"),
          service(
              "keys, erasures and heads are shared, apart and closed",
              POD + "securityContext/fsGroupChangePolicy",
              null),
          new Breach(
              "keys, erasures and heads are shared, apart and closed",
              "ConfigMap",
              "ledger-settings",
              "data/application.yaml",
              """
              ledger:
                keys-dir: /var/lib/ledger/keys/ring
                heads-dir: /var/lib/ledger/keys/heads
                vault:
                  erased-file: /var/lib/ledger/erased/ids/erased-keys
              """),
          new Breach(
              "monitoring finds the service",
              "ServiceMonitor",
              "ledger",
              "spec/endpoints/0/port",
              "http"),
          new Breach(
              "monitoring finds the service",
              "Service",
              "ledger",
              "spec/selector/app.kubernetes.io~name",
              "x"),
          new Breach(
              "the database's three roles are those of the service",
              "Cluster",
              "ledger-db",
              "spec/managed/roles/2",
              null),
          new Breach(
              "the database's three roles are those of the service",
              "Cluster",
              "ledger-db",
              "spec/managed/roles/ledger_writer/superuser",
              true),
          service(
              "the database's three roles are those of the service",
              BOX + "env/SPRING_DATASOURCE_PASSWORD/valueFrom/secretKeyRef/name",
              "other"),
          new Breach(
              "brokers are KRaft, and let in only who signs in over TLS",
              "Kafka",
              "ledger-kafka",
              "spec/kafka/listeners/tls/tls",
              false),
          new Breach(
              "brokers are KRaft, and let in only who signs in over TLS",
              "Kafka",
              "ledger-kafka",
              "spec/kafka/listeners/tls/authentication",
              null),
          new Breach(
              "brokers are KRaft, and let in only who signs in over TLS",
              "Kafka",
              "ledger-kafka",
              "spec/kafka/authorization",
              null),
          new Breach(
              "brokers are KRaft, and let in only who signs in over TLS",
              "KafkaNodePool",
              "nodes",
              "spec/roles",
              List.of("broker")),
          new Breach(
              "brokers are KRaft, and let in only who signs in over TLS",
              "Kafka",
              "ledger-kafka",
              "spec/kafka/config/auto.create.topics.enable",
              null),
          topic("entries", "retention.ms", 604_800_000),
          topic("checkpoints", "cleanup.policy", "compact"),
          topic("intake", "retention.ms", 604_800_001),
          topic("intake", "retention.ms", -1),
          topic("intake", "segment.ms", 86_400_001),
          topic("intake", "message.timestamp.type", "CreateTime"),
          topic("dead-letters", "retention.bytes", 1),
          new Breach(
              "each ledger has its topics, kept as the format says",
              "KafkaTopic",
              "disclosure-ledger.example.checkpoints",
              "spec/partitions",
              2),
          new Breach(
              "each ledger has its topics, kept as the format says",
              "KafkaTopic",
              "disclosure-ledger.example.dead-letters",
              "",
              null),
          job("the verifier's finding is a failed job, and it remembers", JOB + "backoffLimit", 6),
          job(
              "the verifier's finding is a failed job, and it remembers",
              JOB_POD + "restartPolicy",
              "OnFailure"),
          job(
              "the verifier's finding is a failed job, and it remembers",
              "spec/concurrencyPolicy",
              "Allow"),
          job(
              "the verifier's finding is a failed job, and it remembers",
              JOB_POD + "containers/verifier/args/0",
              "register"),
          job(
              "the verifier's finding is a failed job, and it remembers",
              JOB_POD + "containers/verifier/args/4",
              "--state=/var/lib/elsewhere/state"),
          new Breach(
              "everything stands in one namespace",
              "Service",
              "ledger",
              "metadata/namespace",
              "other"),
          new Breach(
              "a commit is on two machines, of three", "Cluster", "ledger-db", "spec/instances", 1),
          new Breach(
              "a commit is on two machines, of three",
              "Cluster",
              "ledger-db",
              "spec/postgresql/synchronous/dataDurability",
              "preferred"),
          new Breach(
              "the database is archived, as long as the vault thinks",
              "Cluster",
              "ledger-db",
              "spec/plugins",
              null),
          new Breach(
              "the database is archived, as long as the vault thinks",
              "ObjectStore",
              "ledger-db-backup",
              "spec/retentionPolicy",
              "90d"),
          new Breach(
              "the database is archived, as long as the vault thinks",
              "ScheduledBackup",
              "ledger-db",
              "",
              null),
          new Breach(
              "brokers may write to their volumes",
              "KafkaNodePool",
              "nodes",
              "spec/template/pod/securityContext/fsGroup",
              null),
          new Breach("a broker may be lost", "KafkaNodePool", "nodes", "spec/replicas", 1),
          new Breach(
              "a broker may be lost",
              "KafkaTopic",
              "disclosure-ledger.example.entries",
              "spec/config/min.insync.replicas",
              1));

  private static Breach service(String rule, String path, @Nullable Object value) {
    return new Breach(rule, "Deployment", "ledger", path, value);
  }

  private static Breach job(String rule, String path, @Nullable Object value) {
    return new Breach(rule, "CronJob", "verifier", path, value);
  }

  private static Breach topic(String topic, String setting, Object value) {
    return new Breach(
        "each ledger has its topics, kept as the format says",
        "KafkaTopic",
        "disclosure-ledger.example." + topic,
        "spec/config/" + setting,
        value);
  }

  Manifests in(Manifests manifests) {
    return path.isEmpty() ? manifests.without(kind, name) : manifests.with(kind, name, path, value);
  }
}
