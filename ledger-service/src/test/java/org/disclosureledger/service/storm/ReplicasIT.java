package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.disclosureledger.format.Entry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two services, one PostgreSQL and one broker, of which a service or the broker is killed with -9
 * at moments of the seed's choice while 32 writers record, or a service stopped in order.
 * Afterwards each acknowledged request is there exactly once, the ledger and its topics verify, and
 * the projections are what a rebuild makes of the ledger. {@code mvn -Pstorm verify} is the long
 * one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplicasIT {
  private static final String LEDGER = "replicated";
  private static final int OPENING_ENTRIES = 3; // ledger.opened, policy.adopted, retention.adopted
  private static final int WRITERS = 32;
  private static final boolean LONG = StormSettings.rounds() > 1;
  private static final int RECORDINGS = LONG ? 20_000 : 1_000;
  private static final int KILLS = LONG ? 12 : 3;
  private static final List<String> PROJECTIONS = List.of("register", "facts");

  private final Random random = new Random(StormSettings.seed("ReplicasIT"));
  private final Accounts accounts = new Accounts();
  private final Path folder;
  private final Path credentials;
  private final ReplicaDatabase database;
  private final BrokerProcess broker;
  private final AtomicReferenceArray<ServiceProcess> services = new AtomicReferenceArray<>(2);
  private final Map<String, Integer> killed = new LinkedHashMap<>();

  ReplicasIT(@TempDir Path folder) throws IOException, SQLException {
    this.folder = folder;
    credentials = folder.resolve("users/credentials.txt");
    database = ReplicaDatabase.start(folder.resolve("postgresql"));
    broker = BrokerProcess.start(folder.resolve("broker"));
    services.set(0, start(0));
    services.set(1, start(1));
  }

  private List<String> settings() {
    List<String> settings = new ArrayList<>(database.settings());
    settings.add("--ledger.keys-dir=" + folder.resolve("keys"));
    settings.add("--ledger.credentials-file=" + credentials);
    settings.add("--ledger.kafka.bootstrap-servers=" + broker.servers());
    settings.add("--ledger.open[0].name=" + LEDGER);
    settings.add("--ledger.open[0].origin=ledger.example/" + LEDGER);
    settings.add("--ledger.open[0].enterprise-code=EXAMPLE-0");
    settings.add("--ledger.open[0].enterprise-name-vi=Doanh nghiệp ví dụ");
    settings.add("--ledger.open[0].enterprise-name-en=Example enterprise");
    return settings;
  }

  private ServiceProcess start(int index) {
    return ServiceProcess.start(
        folder.resolve("service-" + index), settings().toArray(String[]::new));
  }

  private ServiceProcess service(int index) {
    return Objects.requireNonNull(services.get(index));
  }

  @AfterAll
  void stop() {
    try (database;
        broker) {
      service(0).close();
      service(1).close();
    }
  }

  @Test
  void nothingAcknowledgedIsLostOrDoubledWhateverIsKilled() throws Exception {
    AtomicInteger given = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        int own = i;
        writers.add(
            threads.submit(() -> {
              while (given.getAndIncrement() < RECORDINGS) {
                deliver(StormCommand.record(LEDGER), own);
              }
            }));
      }
      for (String victim : victims()) {
        int until = accounts.size() + 1 + random.nextInt(RECORDINGS / (2 * KILLS));
        Awaiting.until("more is recorded", () -> accounts.size() >= Math.min(until, RECORDINGS));
        kill(victim);
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
    check();
  }

  /** Each kind at least once, the rest as it comes. */
  private List<String> victims() {
    List<String> victims = new ArrayList<>(List.of("broker", "service", "service by SIGTERM"));
    while (victims.size() < KILLS) {
      victims.add(random.nextInt(3) == 0 ? "broker" : "service");
    }
    Collections.shuffle(victims, random);
    return victims;
  }

  private void kill(String victim) {
    killed.merge(victim, 1, Integer::sum);
    if (victim.equals("broker")) {
      broker.killAndRestart();
      return;
    }
    int index = random.nextInt(2);
    ServiceProcess old = service(index);
    if (victim.equals("service")) {
      old.kill();
    } else {
      old.stop();
    }
    old.close();
    services.set(index, start(index));
  }

  /** To one service or the other, until one of them says that it is done. */
  private void deliver(StormCommand command, int own) {
    for (int attempt = own; ; attempt++) {
      try {
        Reply reply = command.send(service(attempt % 2).client("legal", credentials));
        if (reply.status() < 500) {
          accounts.acknowledge(command, reply);
          return;
        }
      } catch (IOException e) {
        // Killed under us, or not there yet: the other one has the same ledger.
        Thread.yield();
      }
    }
  }

  private void check() throws Exception {
    List<Entry> entries;
    try (Connection connection = database.asSuperuser().connect()) {
      StoredLedger.checkPositions(connection);
      entries = StoredLedger.check(connection, LEDGER).entries();
    }
    Accounts.Balance balance = accounts.balance(entries, OPENING_ENTRIES);
    System.out.printf(
        "ReplicasIT: %,d recordings by %d writers, killed %s%n%s%n",
        RECORDINGS, WRITERS, killed, Accounts.table(List.of(LEDGER), List.of(balance)));
    balance.requireEven();
    assertThat(balance.acknowledged()).isEqualTo(RECORDINGS);

    Awaiting.until(
        "everything is published",
        () ->
            text("SELECT entries || ' ' || checkpoint FROM publication")
                .equals(entries.size() + " " + entries.size()));
    VerifierProcess verifier = new VerifierProcess(folder.resolve("auditor"));
    Path policy = service(0).dataDir().resolve("policy.txt");
    String origin = "ledger.example/" + LEDGER;
    verifier.requireClean(
        service(1).address().resolve("/ledgers/" + LEDGER), policy, origin, credentials);
    verifier.requireCleanTopics("kafka:" + broker.servers() + "/" + LEDGER, policy, origin);
    projectionsAreWhatARebuildMakes(entries.size());
  }

  private String text(String sql) throws SQLException {
    return database.asSuperuser().text(sql);
  }

  private void projectionsAreWhatARebuildMakes(int entries) throws Exception {
    for (String name : PROJECTIONS) {
      Awaiting.until(
          name + " has come to the head",
          () -> text("SELECT position FROM " + name + ".applied").equals(entries - 1 + ""));
    }
    service(0).close();
    service(1).close();
    Map<String, String> kept = rows();
    List<String> rebuild = settings();
    rebuild.add("--ledger.rebuild=all");
    rebuild.add("--spring.main.web-application-type=none");
    ServiceProcess.Ended ended =
        ServiceProcess.runToItsEnd(folder.resolve("rebuild"), rebuild.toArray(String[]::new));
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(rows()).isEqualTo(kept);
    assertThat(text("SELECT count(*) FROM register.request")).isEqualTo("" + RECORDINGS);
  }

  /** Of every table a digest of all its rows. */
  private Map<String, String> rows() throws SQLException {
    Map<String, String> digests = new LinkedHashMap<>();
    for (String name : PROJECTIONS) {
      for (String table :
          database
              .asSuperuser()
              .texts(
                  "SELECT tablename FROM pg_tables WHERE schemaname = '" + name + "' ORDER BY 1")) {
        digests.put(
            name + "." + table,
            text(
                "SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)),"
                    + " '') FROM "
                    + name
                    + "."
                    + table
                    + " t"));
      }
    }
    return digests;
  }
}
