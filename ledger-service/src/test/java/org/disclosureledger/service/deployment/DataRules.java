package org.disclosureledger.service.deployment;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.disclosureledger.service.deployment.Rule.Findings;
import org.disclosureledger.service.kafka.TopicNames;

/** Database, brokers, topics, and who verifies what stands in them. */
final class DataRules {
  private static final TopicNames TOPICS = new TopicNames("disclosure-ledger");
  private static final long FOR_EVER = -1;

  static final List<Rule> ALL =
      List.of(
          new Rule("the database's three roles are those of the service", DataRules::roles),
          new Rule("brokers are KRaft, and let in only who signs in over TLS", DataRules::brokers),
          new Rule("brokers may write to their volumes", DataRules::volumes),
          new Rule("each ledger has its topics, kept as the format says", DataRules::topics),
          new Rule("the verifier's finding is a failed job, and it remembers", DataRules::verifier),
          new Rule("everything stands in one namespace", DataRules::namespace));

  /** What production has beyond. */
  static final List<Rule> PRODUCTION =
      List.of(
          new Rule("a commit is on two machines, of three", DataRules::synchronous),
          new Rule("the database is archived, as long as the vault thinks", DataRules::archived),
          new Rule("a broker may be lost", DataRules::brokerLost));

  private DataRules() {}

  private static List<Object> at(Manifests manifests, String kind, String path) {
    return manifests.untyped(kind).stream()
        .flatMap(document -> Manifests.at(document, path).stream())
        .toList();
  }

  private static void roles(Manifests manifests, Findings findings) {
    findings.require(
        at(manifests, "Cluster", "spec.managed.roles.[].name")
            .equals(List.of("ledger_owner", "ledger_writer", "ledger_reader")),
        "not the three roles");
    findings.require(
        at(manifests, "Cluster", "spec.managed.roles.[].superuser")
            .equals(List.of(false, false, false)),
        "a role may do everything");
    findings.require(
        at(manifests, "Cluster", "spec.bootstrap.initdb.owner").equals(List.of("ledger_owner")),
        "the database is another's");
    Set<Object> known =
        Set.copyOf(at(manifests, "Cluster", "spec.managed.roles.[].passwordSecret.name"));
    Set<Object> used =
        manifests
            .service()
            .getSpec()
            .getTemplate()
            .getSpec()
            .getContainers()
            .getFirst()
            .getEnv()
            .stream()
            .filter(variable ->
                variable.getName().matches("SPRING_(DATASOURCE|FLYWAY)_.*|LEDGER_READER_.*"))
            .map(EnvVar::getValueFrom)
            .map(from -> from.getSecretKeyRef().getName())
            .collect(Collectors.toSet());
    findings.require(known.size() == 3 && known.equals(used), known + " are not " + used);
  }

  private static void synchronous(Manifests manifests, Findings findings) {
    findings.require(
        at(manifests, "Cluster", "spec.instances").equals(List.of(3)), "not three instances");
    findings.require(
        at(manifests, "Cluster", "spec.postgresql.synchronous.number").equals(List.of(1))
            && at(manifests, "Cluster", "spec.postgresql.synchronous.dataDurability")
                .equals(List.of("required"))
            && at(manifests, "Cluster", "spec.postgresql.parameters.synchronous_commit")
                .equals(List.of("on")),
        "a commit may be lost with one machine");
  }

  private static void archived(Manifests manifests, Findings findings) {
    List<Object> stores = at(manifests, "ObjectStore", "metadata.name");
    findings.require(
        at(manifests, "Cluster", "spec.plugins.[].isWALArchiver").equals(List.of(true))
            && at(manifests, "Cluster", "spec.plugins.[].parameters.barmanObjectName")
                .equals(stores),
        "WAL goes nowhere");
    findings.require(
        at(manifests, "ScheduledBackup", "spec.cluster.name")
            .equals(at(manifests, "Cluster", "metadata.name")),
        "no backup is made");
    int kept =
        Integer.parseInt(
            at(manifests, "ObjectStore", "spec.retentionPolicy")
                .getFirst()
                .toString()
                .replace("d", ""));
    findings.require(
        kept <= Period.parse(manifests.setting("ledger.vault.backup-retention")).getDays(),
        "backups outlive the keys that are destroyed");
  }

  private static void brokers(Manifests manifests, Findings findings) {
    Kafka kafka = manifests.one(Kafka.class, "ledger-kafka");
    Set<String> roles = new TreeSet<>();
    manifests
        .all(KafkaNodePool.class)
        .forEach(pool -> pool.getSpec().getRoles().forEach(role -> roles.add(role.toValue())));
    findings.require(roles.equals(Set.of("broker", "controller")), "roles " + roles);
    kafka
        .getSpec()
        .getKafka()
        .getListeners()
        .forEach(listener ->
            findings.require(
                listener.isTls() && listener.getAuth() != null, listener.getName() + " is open"));
    findings.require(
        kafka.getSpec().getKafka().getAuthorization() != null, "all may read everything");
    findings.require(
        "false".equals(kafka.getSpec().getKafka().getConfig().get("auto.create.topics.enable")),
        "a mistaken name makes a topic");
  }

  /** A security context of ours takes the place of the operator's whole. */
  private static void volumes(Manifests manifests, Findings findings) {
    manifests
        .all(KafkaNodePool.class)
        .forEach(pool -> {
          var context = pool.getSpec().getTemplate().getPod().getSecurityContext();
          findings.require(
              context == null || Objects.equals(context.getFsGroup(), 0L),
              "a volume of root's is not its group's");
        });
  }

  private static void brokerLost(Manifests manifests, Findings findings) {
    findings.require(
        manifests.all(KafkaNodePool.class).stream()
            .allMatch(pool -> pool.getSpec().getReplicas() >= 3),
        "fewer than three nodes");
    manifests
        .all(KafkaTopic.class)
        .forEach(topic ->
            findings.require(
                topic.getSpec().getReplicas() == 3 && number(topic, "min.insync.replicas") == 2,
                topic.getMetadata().getName() + " does not bear it"));
  }

  private static void topics(Manifests manifests, Findings findings) {
    List<Object> ledgers = Manifests.at(manifests.settings(), "ledger.open.[].name");
    findings.require(!ledgers.isEmpty(), "no ledger is opened");
    for (Object ledger : ledgers) {
      String name = ledger.toString();
      kept(manifests, TOPICS.entries(name), FOR_EVER, FOR_EVER, findings);
      kept(manifests, TOPICS.checkpoints(name), FOR_EVER, FOR_EVER, findings);
      findings.require(
          manifests.one(KafkaTopic.class, TOPICS.checkpoints(name)).getSpec().getPartitions() == 1,
          "checkpoints come in no order");
      String intake = TOPICS.intake(name);
      kept(manifests, intake, 1, Duration.ofDays(7).toMillis(), findings);
      forgotten(manifests.one(KafkaTopic.class, intake), findings);
      kept(manifests, TopicNames.deadLetters(intake), 1, Duration.ofDays(90).toMillis(), findings);
    }
  }

  private static void kept(
      Manifests manifests, String name, long least, long most, Findings findings) {
    KafkaTopic topic = manifests.one(KafkaTopic.class, name);
    long millis = number(topic, "retention.ms");
    findings.require(millis >= least && millis <= most, name + " is kept for " + millis + " ms");
    findings.require(number(topic, "retention.bytes") == FOR_EVER, name + " is cut by size");
    findings.require(
        "delete".equals(topic.getSpec().getConfig().get("cleanup.policy")), name + " is compacted");
  }

  /** A record goes with the last of its segment, by whatever clock the times in it are. */
  private static void forgotten(KafkaTopic intake, Findings findings) {
    findings.require(
        number(intake, "retention.ms") + number(intake, "segment.ms")
            <= Duration.ofDays(7).toMillis(),
        "what was taken in is kept for longer than seven days");
    findings.require(
        "LogAppendTime".equals(intake.getSpec().getConfig().get("message.timestamp.type")),
        "senders say how long what was taken in is kept");
  }

  private static long number(KafkaTopic topic, String setting) {
    return Long.parseLong(String.valueOf(topic.getSpec().getConfig().get(setting)));
  }

  private static void verifier(Manifests manifests, Findings findings) {
    var cron = manifests.verifier().getSpec();
    var job = cron.getJobTemplate().getSpec();
    var pod = job.getTemplate().getSpec();
    findings.require(cron.getConcurrencyPolicy().equals("Forbid"), "two runs share one memory");
    findings.require(!Boolean.TRUE.equals(cron.getSuspend()), "it never runs");
    findings.require(
        job.getBackoffLimit() == 0 && pod.getRestartPolicy().equals("Never"),
        "a finding is tried away");
    findings.require(cron.getFailedJobsHistoryLimit() > 0, "a failure is not kept");
    List<String> args = pod.getContainers().getFirst().getArgs();
    findings.require(
        args.getFirst().equals("verify")
            && pod.getContainers().getFirst().getCommand().isEmpty()
            && args.stream().anyMatch(each -> each.startsWith("--policy=")),
        "it does not verify by a policy");
    String state =
        args.stream()
            .filter(each -> each.startsWith("--state="))
            .map(each -> each.substring("--state=".length()))
            .findFirst()
            .orElse("");
    findings.require(
        pod.getContainers().getFirst().getVolumeMounts().stream()
            .filter(mount -> state.startsWith(mount.getMountPath() + "/"))
            .flatMap(
                mount -> pod.getVolumes().stream().filter(v -> v.getName().equals(mount.getName())))
            .anyMatch(volume -> volume.getPersistentVolumeClaim() != null),
        "it forgets what it saw");
  }

  private static void namespace(Manifests manifests, Findings findings) {
    Set<Object> found =
        manifests.documents().stream()
            .map(document -> Manifests.at(document, "metadata.namespace"))
            .collect(Collectors.toSet());
    findings.require(found.size() == 1 && !found.contains(List.of()), "namespaces " + found);
  }
}
