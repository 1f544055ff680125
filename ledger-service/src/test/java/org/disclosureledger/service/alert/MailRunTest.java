package org.disclosureledger.service.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.disclosureledger.service.alert.SlowMail.Manner;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;

/** What one run asks of a server that is away or slow, and what another replica does meanwhile. */
@ExtendWith(OutputCaptureExtension.class)
class MailRunTest {
  private static final String ONE = "one@example.com";
  private static final String TWO = "two@example.com";
  private static final String THREE = "three@example.com";

  private final AlertDatabase database = new AlertDatabase();

  @AfterEach
  void close() {
    database.close();
  }

  private AlertMail mail(
      int port,
      List<LedgerDescription> ledgers,
      Map<String, List<String>> mailTo,
      LongSupplier nanoTime) {
    AlertSender sender = new AlertSender();
    // Longer than anything that is waited for here.
    sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "60000");
    return database.mail(
        AlertSender.like(sender),
        port,
        ledgers,
        AlertDatabase.settings(mailTo),
        new SimpleMeterRegistry().counter("refused"),
        nanoTime);
  }

  private AlertMail mail(int port, LongSupplier nanoTime, String... to) {
    return mail(port, List.of(AlertDatabase.LEDGER), Map.of("demo", Arrays.asList(to)), nanoTime);
  }

  @Test
  void aServerThatIsAwayIsAskedOnceForAllLedgers() throws Exception {
    LedgerDescription other = database.other("other");
    database.raise("one", database.now);
    database.raise(other, "two", database.now);
    try (SlowMail away = new SlowMail(Manner.BREAKS_BEFORE_THE_GREETING)) {
      AlertMail mail = both(away.port(), other);
      mail.run();
      assertThat(away.connections).hasValue(1);
      mail.run();
      assertThat(away.connections).hasValue(2);
    }
    try (RefusingMail server = started()) {
      both(server.getSmtp().getPort(), other).run();
      assertThat(server.addressed).as("at once").containsExactlyInAnyOrder(ONE, TWO);
    }
    assertThat(database.mailed()).containsExactlyInAnyOrder("one", "two");
  }

  private AlertMail both(int port, LedgerDescription other) {
    return mail(
        port,
        List.of(AlertDatabase.LEDGER, other),
        Map.of("demo", List.of(ONE), "other", List.of(TWO)),
        System::nanoTime);
  }

  /**
   * Where each took what the other had not yet locked, one morning's alerts would be many mails.
   */
  @Test
  void whatReplicasGatherAtOnceGoesOutInOneMail() throws Exception {
    int replicas = 6;
    AlertMail mail = mail(closedPort(), System::nanoTime, ONE);
    CyclicBarrier start = new CyclicBarrier(replicas);
    try (ExecutorService threads = Executors.newFixedThreadPool(replicas)) {
      for (int round = 0; round < 40; round++) {
        for (int i = 0; i < AlertMail.MOST; i++) {
          database.raise(round + " " + i, database.now);
        }
        List<Future<?>> gathering = new ArrayList<>();
        for (int i = 0; i < replicas; i++) {
          gathering.add(
              threads.submit(() -> {
                start.await();
                // Nobody answers there: what is settled is what goes together.
                mail.run();
                return null;
              }));
        }
        for (Future<?> each : gathering) {
          each.get();
        }
        assertThat(mails()).as("round %d", round).isEqualTo(round + 1);
      }
    }
  }

  private static int closedPort() throws IOException {
    try (ServerSocket closed = new ServerSocket(0)) {
      return closed.getLocalPort();
    }
  }

  private long mails() {
    return database
        .writer
        .sql("SELECT count(DISTINCT mailed_with) FROM alert")
        .query(Long.class)
        .single();
  }

  /** Each has a server of its own here, so that it is seen what the other one would send. */
  @Test
  void whileOneReplicaWaitsForAnAnswerTheOtherSendsNothing() throws Exception {
    database.raise("one", database.now);
    try (RefusingMail others = started()) {
      AlertMail other = mail(others.getSmtp().getPort(), System::nanoTime, ONE);
      try (SlowMail slow = new SlowMail(Manner.ANSWERS_LATE, other::run)) {
        AlertMail mail = mail(slow.port(), System::nanoTime, ONE);
        mail.run();
        assertThat(slow.taken).hasSize(1);
        assertThat(others.addressed).isEmpty();
        assertThat(database.mailed()).containsExactly("one");

        database.now = database.now.plus(Duration.ofHours(5));
        mail.run();
        other.run();
        assertThat(slow.taken).hasSize(1);
        assertThat(others.addressed).isEmpty();
      }
    }
  }

  /** One that was taken for dead and goes on: what it has in hand is not sent any more. */
  @Test
  void whoeverIsKeptWaitingUntilAnotherHasSentItSendsNothing(CapturedOutput output)
      throws Exception {
    database.raise("one", database.now);
    try (RefusingMail others = started()) {
      AlertMail other = mail(others.getSmtp().getPort(), System::nanoTime, ONE);
      try (SlowMail slow = new SlowMail(Manner.GREETS_LATE, other::run)) {
        AlertMail mail = mail(slow.port(), System::nanoTime, ONE);
        mail.run();
        assertThat(others.getReceivedMessages()).hasSize(1);
        assertThat(slow.connections).hasValue(1);
        assertThat(slow.taken).isEmpty();
        assertThat(lines(output)).isZero();
      }
    }
    assertThat(database.mailed()).containsExactly("one");
  }

  /** The database is away right before the text's end. */
  @Test
  void whatCannotBeSaidToBeHandedOverIsNot() throws Exception {
    database.raise("one", database.now);
    AtomicBoolean away = new AtomicBoolean(true);
    try (RefusingMail server = started()) {
      AlertSender sender =
          new AlertSender() {
            @Override
            void send(MimeMessage message, BooleanSupplier handover) {
              super.send(
                  message,
                  () -> {
                    if (away.get()) {
                      throw new DataAccessResourceFailureException("away, says the test");
                    }
                    return handover.getAsBoolean();
                  });
            }
          };
      AlertMail mail =
          database.mail(
              sender,
              server.getSmtp().getPort(),
              List.of(AlertDatabase.LEDGER),
              AlertDatabase.settings(ONE),
              new SimpleMeterRegistry().counter("refused"),
              System::nanoTime);
      mail.run();
      assertThat(server.addressed).containsExactly(ONE);
      assertThat(server.getReceivedMessages()).isEmpty();
      away.set(false);
      database.now = database.now.plus(Duration.ofMinutes(1));
      mail.run();
      assertThat(server.getReceivedMessages()).hasSize(1);
    }
    assertThat(database.mailed()).containsExactly("one");
  }

  /** Nor two for one recipient, where there are several and the other replica has its turn. */
  @Test
  void theOtherReplicaSendsToThoseWhomTheFirstHasNotComeTo() throws Exception {
    database.raise("one", database.now);
    try (RefusingMail others = started()) {
      AlertMail other = mail(others.getSmtp().getPort(), System::nanoTime, ONE, TWO, THREE);
      try (SlowMail slow = new SlowMail(Manner.ANSWERS_LATE, other::run)) {
        mail(slow.port(), System::nanoTime, ONE, TWO, THREE).run();
        assertThat(slow.taken).hasSize(1).first().asString().contains(ONE);
        assertThat(others.addressed).containsExactly(TWO, THREE);
      }
    }
    assertThat(database.mailed()).containsExactly("one");
  }

  /** Otherwise a server that lets us wait for each of many would hold a run for as long. */
  @Test
  void aRunThatIsOverLeavesTheOtherRecipientsToTheNext() throws Exception {
    database.raise("one", database.now);
    try (RefusingMail server = started()) {
      long aWait = Duration.ofSeconds(121).toNanos();
      AlertMail mail =
          mail(server.getSmtp().getPort(), () -> server.addressed.size() * aWait, ONE, TWO, THREE);
      mail.run();
      assertThat(server.addressed).containsExactly(ONE);
      mail.run();
      assertThat(server.addressed).containsExactly(ONE, TWO);
      mail.run();
      mail.run();
      assertThat(server.addressed).containsExactly(ONE, TWO, THREE);
      assertThat(server.getReceivedMessages()).hasSize(3);
    }
  }

  @Test
  void whatStaysSoIsLoggedOnceAndAgainWhenItChanges(CapturedOutput output) {
    try (RefusingMail server = started()) {
      server.answers.put(ONE, "451 4.2.0 greylisted, try again");
      AlertMail mail = mail(server.getSmtp().getPort(), System::nanoTime, ONE);
      for (int i = 0; i < 3; i++) {
        database.raise("early " + i, database.now);
        mail.run();
        database.now = database.now.plus(Duration.ofHours(1));
      }
      assertThat(server.addressed).hasSize(3);
      assertThat(lines(output)).isOne();

      server.answers.clear();
      database.now = database.now.plus(Duration.ofHours(5));
      mail.run();
      assertThat(server.getReceivedMessages()).isNotEmpty();
      assertThat(lines(output)).isOne();

      server.answers.put(ONE, "451 4.2.0 full, try again");
      database.raise("late", database.now);
      mail.run();
      assertThat(lines(output)).isEqualTo(2);
      assertThat(output.getAll()).doesNotContain(ONE);
    }
  }

  private static long lines(CapturedOutput output) {
    return output.getAll().lines().filter(line -> line.contains("are not mailed")).count();
  }

  private static RefusingMail started() {
    RefusingMail server = new RefusingMail();
    server.start();
    return server;
  }
}
