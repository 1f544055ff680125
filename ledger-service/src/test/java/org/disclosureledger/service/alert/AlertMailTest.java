package org.disclosureledger.service.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes out, how often and under which Message-ID, through a real mail server. */
class AlertMailTest {
  private final AlertDatabase database = new AlertDatabase();
  private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
    database.close();
  }

  /** Dies after the server's yes, before the commit. */
  private static final class Dying extends AlertSender {
    @Override
    void send(MimeMessage message, BooleanSupplier handover) {
      super.send(message, handover);
      throw new AssertionError("the process is gone, says the test");
    }
  }

  private AlertMail mail(AlertSender sender) {
    return database.mail(
        sender,
        server.getSmtp().getPort(),
        List.of(AlertDatabase.LEDGER),
        AlertDatabase.SETTINGS,
        new SimpleMeterRegistry().counter("refused"),
        System::nanoTime);
  }

  @Test
  void whatWasRaisedBeforeMailWasSetUpIsNotMailedWhenItIs() {
    Instant limit = database.now.minus(Duration.ofDays(3));
    for (int i = 0; i < 3 * AlertMail.MOST; i++) {
      database.raise("old-" + i, limit.minusMillis(1 + i));
    }
    database.raise("just-in-time", limit);
    database.raise("new", database.now);
    mail(new AlertSender()).run();
    mail(new AlertSender()).run();
    assertThat(database.mailed()).containsExactly("just-in-time", "new");
    assertThat(texts()).hasSize(1);
    assertThat(texts().getFirst()).contains("just-in-time", "new").doesNotContain("old-");
  }

  @Test
  void afterACrashTheSameAlertsGoOutUnderTheSameIdThoughAnotherCameMeanwhile() throws Exception {
    database.raise("first", database.now.minusSeconds(60));
    database.raise("second", database.now.minusSeconds(60));
    assertThatThrownBy(mail(new Dying())::run).hasMessageContaining("says the test");
    assertThat(database.mailed()).isEmpty();

    // Raised before, and seen after: clocks and commits need not agree.
    database.raise("between", database.now.minusSeconds(90));
    mail(new AlertSender()).run();
    assertThat(ids()).as("it may have been taken: not again at once").hasSize(2);
    database.now = database.now.plus(Duration.ofMinutes(30));
    mail(new AlertSender()).run();
    List<String> ids = ids();
    assertThat(ids).hasSize(3);
    assertThat(ids.stream().distinct().toList()).as("two mails, one of them twice").hasSize(2);
    for (int i = 0; i < ids.size(); i++) {
      boolean again = ids.get(i).equals(ids.getFirst());
      assertThat(texts().get(i).contains("first")).isEqualTo(again);
      assertThat(texts().get(i).contains("second")).isEqualTo(again);
      assertThat(texts().get(i).contains("between")).isEqualTo(!again);
    }
    mail(new AlertSender()).run();
    assertThat(ids()).hasSize(3);
  }

  @Test
  void aMailThatWaitedTooLongLeavesItsYoungAlertsToAnother() {
    database.raise("old", database.now.minus(Duration.ofDays(3)));
    database.raise("young", database.now);
    server.getSmtp().stopService();
    mail(new AlertSender()).run();
    assertThat(database.mailed()).isEmpty();
    database.now = database.now.plusMillis(1);
    server.stop();
    server.start();
    mail(new AlertSender()).run();
    assertThat(database.mailed()).containsExactly("young");
    assertThat(texts()).hasSize(1);
  }

  @Test
  void moreThanOneMailHoldsGoesOutInSeveralEachAlertOnce() throws Exception {
    for (int i = 0; i < 2 * AlertMail.MOST + 1; i++) {
      database.raise("n" + i, database.now.minusMillis(i));
    }
    mail(new AlertSender()).run();
    assertThat(database.mailed()).hasSize(2 * AlertMail.MOST + 1);
    assertThat(texts()).hasSize(3);
    assertThat(ids()).doesNotHaveDuplicates();
  }

  private List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (MimeMessage message : server.getReceivedMessages()) {
      try {
        texts.add((String) message.getContent());
      } catch (IOException | jakarta.mail.MessagingException e) {
        throw new AssertionError("a mail that cannot be read", e);
      }
    }
    return texts;
  }

  private List<String> ids() throws Exception {
    List<String> ids = new ArrayList<>();
    for (MimeMessage message : server.getReceivedMessages()) {
      ids.addAll(Arrays.asList(message.getHeader("Message-ID")));
    }
    return ids;
  }
}
