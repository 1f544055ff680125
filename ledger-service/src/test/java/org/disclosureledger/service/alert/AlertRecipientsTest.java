package org.disclosureledger.service.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.disclosureledger.format.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several recipients, of whom the server does not take all. */
class AlertRecipientsTest {
  private static final String FIRST = "first@example.com";
  private static final String GONE = "gone@example.com";
  private static final String LAST = "last@example.com";
  private static final String REFUSED = "RECIPIENT_REFUSED mail-to[1] null";

  private final AlertDatabase database = new AlertDatabase();
  private final Counter refused = new SimpleMeterRegistry().counter("refused");
  private RefusingMail server = new RefusingMail();

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
    database.close();
  }

  /** As a process that starts now would. */
  private void run(String... recipients) {
    run(new AlertSender(), recipients);
  }

  private void run(AlertSender sender, String... recipients) {
    database
        .mail(
            sender,
            server.getSmtp().getPort(),
            List.of(AlertDatabase.LEDGER),
            AlertDatabase.settings(recipients),
            refused,
            System::nanoTime)
        .run();
  }

  /** By then whoever was asked once may be asked again. */
  private void aMinutePasses() {
    database.now = database.now.plusSeconds(60);
  }

  /** What each got that says so, by address. */
  private List<String> got(String words) throws Exception {
    List<String> addresses = new ArrayList<>();
    for (MimeMessage message : server.getReceivedMessages()) {
      if (message.getContent().toString().contains(words)) {
        addresses.add(message.getAllRecipients()[0].toString());
      }
    }
    return addresses;
  }

  private int addressed(String address) {
    return Collections.frequency(server.addressed, address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"550 5.1.1 no such mailbox", "553 5.1.3 not allowed", "521 takes no mail"})
  void whomTheServerRefusesKeepsAMailFromNobody(String answer) throws Exception {
    server.answers.put(GONE, answer);
    database.raise("important", database.now);
    run(FIRST, GONE, LAST);
    assertThat(got("important")).containsExactlyInAnyOrder(FIRST, LAST);
    // Somebody is told, in the list and by the mails that go out.
    assertThat(database.alerts()).contains(REFUSED).hasSize(2);
    assertThat(got("mail-to[1]")).containsExactlyInAnyOrder(FIRST, LAST);
    assertThat(server.getReceivedMessages()).hasSize(4);
    assertThat(addressed(GONE)).as("once a mail").isEqualTo(2);

    run(FIRST, GONE, LAST);
    assertThat(server.getReceivedMessages()).hasSize(4);
    assertThat(addressed(GONE)).isEqualTo(2);
    assertThat(refused.count()).isEqualTo(2);
    assertThat(database.alerts()).hasSize(2);
  }

  @Test
  void whatIsNoAddressIsRefusedHere() throws Exception {
    database.raise("important", database.now);
    run(FIRST, "no address", LAST);
    assertThat(got("important")).containsExactlyInAnyOrder(FIRST, LAST);
    assertThat(database.alerts()).contains(REFUSED);
  }

  @Test
  void whomTheServerTakesLaterGetsItLaterAndNobodyTwice() throws Exception {
    server.answers.put(GONE, "451 4.2.0 greylisted, try again");
    database.raise("one", database.now);
    run(FIRST, GONE, LAST);
    database.raise("two", database.now);
    run(FIRST, GONE, LAST);
    assertThat(got("one")).containsExactlyInAnyOrder(FIRST, LAST);
    assertThat(got("two")).containsExactlyInAnyOrder(FIRST, LAST);
    assertThat(database.mailed()).containsExactly("one", "two");
    assertThat(refused.count()).isZero();
    List<String> ids = ids();

    // Another process, another day, and a server that takes it.
    server.stop();
    server = new RefusingMail();
    server.start();
    database.now = database.now.plusSeconds(86_400);
    run(FIRST, GONE, LAST);
    assertThat(got("one")).containsExactly(GONE);
    assertThat(got("two")).containsExactly(GONE);
    assertThat(server.addressed).containsOnly(GONE);
    assertThat(ids()).as("the same mails").isSubsetOf(ids);
    run(FIRST, GONE, LAST);
    assertThat(server.getReceivedMessages()).hasSize(2);
  }

  @Test
  void whatWentToNobodyIsGivenUpAndTheNextGoesOut() throws Exception {
    server.answers.put(GONE, "550 5.1.1 no such mailbox");
    database.raise("one", database.now);
    run(GONE);
    run(GONE);
    assertThat(server.getReceivedMessages()).isEmpty();
    assertThat(database.mailed()).isEmpty();
    assertThat(addressed(GONE)).as("this one, and the one that says so").isEqualTo(2);

    server.answers.clear();
    database.raise("two", database.now);
    run(GONE);
    assertThat(got("two")).containsExactly(GONE);
    assertThat(got("one")).isEmpty();
    assertThat(database.mailed()).containsExactly("two");
  }

  /** It may be that the server has ceased to know us, and not that nobody has a mailbox. */
  @ParameterizedTest
  @ValueSource(
      strings = {"550 relay access denied", "554 5.7.1 blocked", "550 5.7.26 unauthenticated"})
  void whatRefusesAllIsForLaterAndIsTold(String answer) throws Exception {
    for (String address : List.of(FIRST, GONE, LAST)) {
      server.answers.put(address, answer);
    }
    database.raise("important", database.now);
    run(FIRST, GONE, LAST);
    assertThat(refused.count()).isZero();
    assertThat(database.mailed()).isEmpty();
    assertThat(database.alerts()).contains(REFUSED).hasSize(4);
    assertThat(server.addressed).as("once a look").containsExactly(FIRST, GONE, LAST);
    run(LAST, GONE, FIRST);
    assertThat(database.alerts()).as("once, though the setting turned about").hasSize(4);

    server.answers.clear();
    aMinutePasses();
    run(FIRST, GONE, LAST);
    assertThat(got("important")).containsExactlyInAnyOrder(FIRST, GONE, LAST);
    assertThat(database.mailed()).contains("important");
  }

  /** Of one who gets nothing from us for a reason that is none of his mailbox. */
  @Test
  void whatIsNoMatterOfTheMailboxIsTriedAgain() throws Exception {
    server.answers.put(GONE, "550 5.7.1 not from your address");
    database.raise("important", database.now);
    run(FIRST, GONE, LAST);
    assertThat(database.alerts()).contains(REFUSED);
    assertThat(refused.count()).isZero();
    server.answers.clear();
    run(FIRST, GONE, LAST);
    assertThat(got("important")).as("not at once").containsExactlyInAnyOrder(FIRST, LAST);
    aMinutePasses();
    run(FIRST, GONE, LAST);
    assertThat(got("important")).containsExactlyInAnyOrder(FIRST, LAST, GONE);
  }

  /** More of them than a look takes. */
  @Test
  void whatWaitsForOneKeepsNewMailsFromNobody() throws Exception {
    server.answers.put(GONE, "451 4.2.0 greylisted, try again");
    for (int i = 0; i < 2 * AlertMail.MAILS_A_RUN; i++) {
      database.raise("old " + i, database.now);
      run(FIRST, GONE);
    }
    aMinutePasses();
    server.addressed.clear();
    database.raise("new", database.now);
    run(FIRST, GONE);
    assertThat(got("new")).containsExactly(FIRST);
    assertThat(addressed(GONE)).as("once a look").isOne();

    // Nor does he keep what others wait for.
    server.answers.put(LAST, "451 4.2.0 greylisted, try again");
    database.raise("of the last", database.now);
    run(FIRST, GONE, LAST);
    server.answers.remove(LAST);
    aMinutePasses();
    for (int i = 0; i < 3; i++) {
      run(FIRST, GONE, LAST);
    }
    assertThat(got("of the last")).containsExactlyInAnyOrder(FIRST, LAST);
    server.answers.clear();
    database.now = database.now.plusSeconds(3_600);
    for (int i = 0; i < 3; i++) {
      run(FIRST, GONE, LAST);
    }
    assertThat(got("old")).hasSize(6 * AlertMail.MAILS_A_RUN);
    assertThat(got("of the last")).containsExactlyInAnyOrder(FIRST, LAST, GONE);
  }

  /** The oldest is not asked for each time, so that each of them has its turn. */
  @Test
  void aMailThatIsTakenLaterKeepsNoLaterOneOfASoleRecipient() throws Exception {
    server.answers.put(GONE, "451 4.2.0 this one, try again");
    database.raise("one", database.now);
    run(GONE);
    database.raise("two", database.now);
    server.answers.clear();
    run(GONE);
    assertThat(got("two")).containsExactly(GONE);
    assertThat(got("one")).isEmpty();
    aMinutePasses();
    run(GONE);
    assertThat(got("one")).containsExactly(GONE);
  }

  /** A greylist asks every stranger to come again, and whoever comes may be refused then. */
  @Test
  void aRefusalBehindAnAnswerForNowIsToldToo() {
    server.answers.put(GONE, "451 4.2.0 greylisted, try again");
    database.raise("one", database.now);
    run(FIRST, GONE, LAST);
    assertThat(database.alerts()).doesNotContain(REFUSED);
    server.answers.put(GONE, "550 5.7.1 not from your address");
    aMinutePasses();
    run(FIRST, GONE, LAST);
    assertThat(database.alerts()).contains(REFUSED);
  }

  @Test
  void triesBecomeRarer() {
    server.answers.put(GONE, "451 4.2.0 greylisted, try again");
    database.raise("one", database.now);
    for (int minute = 0; minute < 64; minute++) {
      run(GONE);
      run(GONE);
      aMinutePasses();
    }
    assertThat(addressed(GONE)).as("at 0, 1, 3, 7, 15, 31, 63 minutes").isEqualTo(7);
  }

  /** As where one mail system behind the server hangs, and not the server. */
  @Test
  void whoLetsUsWaitKeepsAMailFromNobody() throws Exception {
    server.breaks.add(GONE);
    database.raise("one", database.now);
    database.now = database.now.plusSeconds(1);
    run(FIRST, GONE, LAST);
    assertThat(got("one")).containsExactlyInAnyOrder(FIRST, LAST);
    assertThat(refused.count()).isZero();
    server.breaks.clear();
    aMinutePasses();
    run(FIRST, GONE, LAST);
    assertThat(got("one")).containsExactlyInAnyOrder(FIRST, LAST, GONE);
  }

  @Test
  void aServerThatIsGoneRefusesNobody() throws Exception {
    server.getSmtp().stopService();
    database.raise("one", database.now);
    run(FIRST, LAST);
    assertThat(refused.count()).isZero();
    assertThat(database.alerts()).hasSize(1);
    server.stop();
    server = new RefusingMail();
    server.start();
    run(FIRST, LAST);
    assertThat(got("one")).containsExactlyInAnyOrder(FIRST, LAST);
  }

  /** It would wait for the server too, if the mail held the alert's row. */
  @Test
  void anAlertIsMarkedAsSeenWhileItsMailGoesOut() throws Exception {
    database.raise("one", database.now);
    DataSource other = database.database.writer();
    run(
        new AlertSender() {
          @Override
          void send(MimeMessage message, BooleanSupplier handover) {
            JdbcClient.create(other)
                .sql("UPDATE alert SET seen_at = now(), seen_by = :by WHERE subject = 'one'")
                .param("by", Actor.SYSTEM.value())
                .update();
            super.send(message, handover);
          }
        },
        FIRST);
    assertThat(got("one")).containsExactly(FIRST);
    assertThat(database.mailed()).containsExactly("one");
  }

  private List<String> ids() throws MessagingException {
    List<String> ids = new ArrayList<>();
    for (MimeMessage message : server.getReceivedMessages()) {
      ids.addAll(Arrays.asList(message.getHeader("Message-ID")));
    }
    return ids;
  }
}
