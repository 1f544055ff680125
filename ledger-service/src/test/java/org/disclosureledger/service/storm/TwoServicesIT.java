package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.disclosureledger.format.Entry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one PostgreSQL, keeping two ledgers: the head rows arbitrate. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoServicesIT {
  private static final int OPENING_ENTRIES = 3; // ledger.opened, policy.adopted, retention.adopted
  private static final List<String> LEDGERS = List.of("first", "second");

  private final Path folder;
  private final Path credentials;
  private final ReplicaDatabase database;
  private final ServiceProcess one;
  private final ServiceProcess other;
  private final Map<String, Accounts> accounts = new HashMap<>();
  private final List<StreamFight.Contested> streams = new ArrayList<>();

  TwoServicesIT(@TempDir Path folder) throws IOException, SQLException {
    this.folder = folder;
    credentials = folder.resolve("users/credentials.txt");
    database = ReplicaDatabase.start(folder.resolve("postgresql"));
    try {
      one = start("one");
      other = start("other");
    } catch (RuntimeException | Error e) {
      database.close();
      throw e;
    }
  }

  private ServiceProcess start(String name) {
    List<String> settings = new ArrayList<>(database.settings());
    settings.add("--ledger.keys-dir=" + folder.resolve("keys"));
    settings.add("--ledger.credentials-file=" + credentials);
    for (int i = 0; i < LEDGERS.size(); i++) {
      String open = "--ledger.open[" + i + "].";
      settings.add(open + "name=" + LEDGERS.get(i));
      settings.add(open + "origin=ledger.example/" + LEDGERS.get(i));
      settings.add(open + "enterprise-code=EXAMPLE-" + i);
      settings.add(open + "enterprise-name-vi=Doanh nghiệp ví dụ");
      settings.add(open + "enterprise-name-en=Example enterprise");
    }
    return ServiceProcess.start(folder.resolve(name), settings.toArray(String[]::new));
  }

  @BeforeAll
  void twoRequestsInEachLedger() throws IOException {
    for (String ledger : LEDGERS) {
      Accounts ofLedger = new Accounts();
      accounts.put(ledger, ofLedger);
      for (ServiceProcess process : List.of(one, other)) {
        StormCommand command = StormCommand.record(ledger);
        Reply reply = command.send(legal(process));
        ofLedger.acknowledge(command, reply);
        streams.add(
            new StreamFight.Contested(ledger, StormCommand.Answer.of(reply).requestId(), ofLedger));
      }
    }
  }

  @AfterAll
  void theVerifierFindsNothing() throws IOException, InterruptedException {
    try (database;
        one;
        other) {
      for (String ledger : LEDGERS) {
        verify(ledger);
      }
    }
  }

  private ServiceClient legal(ServiceProcess process) {
    return process.client("legal", credentials);
  }

  private List<ServiceClient> both() {
    return List.of(legal(one), legal(other));
  }

  /** After every test: no fork, no gap, and each acknowledged command exactly once. */
  @AfterEach
  void theLedgersAreWhole() throws Exception {
    List<Accounts.Balance> balances = new ArrayList<>();
    try (Connection connection = database.asSuperuser().connect()) {
      StoredLedger.checkPositions(connection);
      for (String ledger : LEDGERS) {
        List<Entry> entries = StoredLedger.check(connection, ledger).entries();
        List<byte[]> bytes = entries.stream().map(Entry::bytes).toList();
        for (ServiceClient process : both()) {
          assertThat(PublishedLedger.read(process, ledger).entries())
              .containsExactlyElementsOf(bytes);
        }
        balances.add(books(ledger).balance(entries, OPENING_ENTRIES));
      }
    }
    System.out.println(Accounts.table(LEDGERS, balances));
    balances.forEach(Accounts.Balance::requireEven);
  }

  private Accounts books(String ledger) {
    return Objects.requireNonNull(accounts.get(ledger));
  }

  private void verify(String ledger) throws IOException, InterruptedException {
    URI address = other.address().resolve("/ledgers/" + ledger);
    new VerifierProcess(folder.resolve("auditor-" + ledger))
        .requireClean(
            address,
            other.dataDir().resolve("policy.txt"),
            "ledger.example/" + ledger,
            credentials);
  }

  @Test
  void sixteenWritersOnFourStreamsConflictAndNobodyLosesAnything() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      PositionConsumer consumer = new PositionConsumer(database.asSuperuser());
      Future<List<Long>> consumed = threads.submit(consumer);
      StreamFight fight = new StreamFight(both(), streams, 500, 50);
      try {
        fight.run();
      } finally {
        consumer.end();
      }
      System.out.println("TwoServicesIT: " + fight.counts());
      assertThat(fight.unavailable()).as("conflicts refuse their own command alone").isZero();
      assertThat(consumed.get()).containsExactlyElementsOf(allPositions());
    }
    bothRegistersShowTheSame();
  }

  private List<Long> allPositions() throws SQLException {
    String next = database.asSuperuser().text("SELECT next_position FROM deployment_head");
    return LongStream.range(0, Long.parseLong(next)).boxed().toList();
  }

  private void bothRegistersShowTheSame() throws SQLException {
    for (StreamFight.Contested stream : streams) {
      long last =
          Long.parseLong(
              database
                  .asSuperuser()
                  .text(
                      "SELECT max(sequence) FROM entry WHERE stream_id = 'request/%s'"
                          .formatted(stream.request())));
      for (ServiceClient process : both()) {
        Awaiting.until(
            "the register shows sequence " + last + " of " + stream.request(),
            () -> registered(process, stream) == last);
      }
    }
  }

  private static long registered(ServiceClient process, StreamFight.Contested stream)
      throws IOException {
    for (var row : process.get(Requests.path(stream.ledger())).json().path("requests")) {
      if (row.path("requestId").asString().equals(stream.request().toString())) {
        return row.path("sequence").asLong();
      }
    }
    return -1;
  }

  @Test
  void aCommitThatComesLateIsMissedByNobody() throws Exception {
    LedgerDatabase superuser = database.asSuperuser();
    PositionConsumer consumer = new PositionConsumer(superuser);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Connection reading = superuser.connect();
        LateCommit late = LateCommit.begin(superuser)) {
      List<Future<Reply>> behind = new ArrayList<>();
      List<StormCommand> commands = new ArrayList<>();
      for (ServiceClient process : both()) {
        StormCommand command = StormCommand.record("first");
        commands.add(command);
        behind.add(threads.submit(() -> command.send(process)));
      }
      Awaiting.until("both appenders wait for the head", () -> waitingAppenders() == 2);
      consumer.poll(reading);
      assertThat(consumer.seen())
          .as("before the late commit")
          .containsExactlyElementsOf(LongStream.range(0, late.position()).boxed().toList());
      assertThat(behind).noneMatch(Future::isDone);

      late.commit();
      for (int i = 0; i < commands.size(); i++) {
        books("first").acknowledge(commands.get(i), behind.get(i).get());
      }
      consumer.poll(reading);
      assertThat(consumer.seen()).containsExactlyElementsOf(allPositions());
      assertThat(consumer.seen().getLast()).isGreaterThan(late.position() + 1);
    }
  }

  private int waitingAppenders() throws SQLException {
    return Integer.parseInt(
        database
            .asSuperuser()
            .text(
                """
                SELECT count(*) FROM pg_stat_activity
                WHERE application_name = 'ledger-appender' AND wait_event_type = 'Lock'\
                """));
  }

  @Test
  void appendersThatLoseTheirConnectionsLoseNoCommand() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      StreamFight fight = new StreamFight(both(), streams, 120, 0);
      Future<?> writing =
          threads.submit(() -> {
            fight.run();
            return null;
          });
      for (int cut = 1; cut <= 5; cut++) {
        int wanted = cut * 20;
        Awaiting.until("more is written", () -> fight.accepted() >= wanted || writing.isDone());
        database
            .asSuperuser()
            .texts(
                """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE application_name = 'ledger-appender'\
                """);
      }
      writing.get();
      System.out.println("TwoServicesIT, connections cut five times: " + fight.counts());
    }
  }
}
