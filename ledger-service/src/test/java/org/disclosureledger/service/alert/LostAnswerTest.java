package org.disclosureledger.service.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.disclosureledger.service.alert.SlowMail.Manner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that may have taken a mail, and did not say so. */
class LostAnswerTest {
  private static final String ONE = "one@example.com";
  private static final String TWO = "two@example.com";

  private final AlertDatabase database = new AlertDatabase();

  @AfterEach
  void close() {
    database.close();
  }

  private AlertMail mail(int port, LongSupplier nanoTime, String... recipients) {
    return database.mail(port, Duration.ofMillis(500), nanoTime, recipients);
  }

  private void minutesPass(long minutes) {
    database.now = database.now.plus(Duration.ofMinutes(minutes));
  }

  @ParameterizedTest
  @EnumSource(
      value = Manner.class,
      names = {"BREAKS_BEHIND_THE_TEXT", "IS_SILENT_BEHIND_THE_TEXT"})
  void aMailThatWasPerhapsTakenIsNotSentAgainAtEachLook(Manner manner) throws Exception {
    database.raise("one", database.now);
    try (SlowMail server = new SlowMail(manner)) {
      for (int minute = 0; minute < 300; minute++) {
        mail(server.port(), System::nanoTime, ONE).run();
        minutesPass(1);
      }
      assertThat(server.taken).as("at 0, 30, 90 and 210 minutes").hasSize(4);
      assertThat(server.taken).allSatisfy(text -> assertThat(text).contains("one"));
      assertThat(server.taken.stream().map(LostAnswerTest::messageId).distinct()).hasSize(1);
    }
    assertThat(database.mailed()).isEmpty();
    try (RefusingMail server = started()) {
      minutesPass(240);
      mail(server.getSmtp().getPort(), System::nanoTime, ONE).run();
      assertThat(server.getReceivedMessages()).hasSize(1);
      assertThat(database.mailed()).containsExactly("one");
    }
  }

  @Test
  void theOthersGetTheirsAndTheNextMailGoesOut() throws Exception {
    database.raise("one", database.now);
    try (SlowMail server = new SlowMail(Manner.BREAKS_BEHIND_THE_TEXT)) {
      mail(server.port(), System::nanoTime, ONE, TWO).run();
      assertThat(server.taken).as("to each once").hasSize(2);
      database.raise("two", database.now);
      mail(server.port(), System::nanoTime, ONE, TWO).run();
      assertThat(server.taken).hasSize(4);
    }
  }

  /** Many refusals for now, and then a lost answer: it is still tried while it is young enough. */
  @Test
  void anAnswerLostBehindManyRefusalsKeepsNoMailForDays() throws Exception {
    database.raise("one", database.now);
    try (RefusingMail server = started()) {
      server.answers.put(ONE, "451 4.2.0 greylisted, try again");
      for (int i = 0; i < 8; i++) {
        mail(server.getSmtp().getPort(), System::nanoTime, ONE).run();
        minutesPass(240);
      }
    }
    try (SlowMail server = new SlowMail(Manner.BREAKS_BEHIND_THE_TEXT)) {
      mail(server.port(), System::nanoTime, ONE).run();
      assertThat(server.taken).hasSize(1);
    }
    try (RefusingMail server = started()) {
      minutesPass(12 * 60);
      mail(server.getSmtp().getPort(), System::nanoTime, ONE).run();
      assertThat(server.getReceivedMessages()).hasSize(1);
    }
  }

  /** Where it breaks before the text nobody has got it. */
  @Test
  void whatBreaksBeforeTheTextIsTriedSooner() throws Exception {
    database.raise("one", database.now);
    try (SlowMail server = new SlowMail(Manner.BREAKS_BEFORE_THE_TEXT)) {
      mail(server.port(), System::nanoTime, ONE).run();
    }
    try (RefusingMail server = started()) {
      minutesPass(1);
      mail(server.getSmtp().getPort(), System::nanoTime, ONE).run();
      assertThat(server.getReceivedMessages()).hasSize(1);
    }
  }

  @Test
  void aRunEndsWhenItsTimeIsOverAndTheNextGoesOn() throws Exception {
    for (int i = 0; i < 3 * AlertMail.MOST; i++) {
      database.raise("n" + i, database.now.minusMillis(i));
    }
    try (RefusingMail server = started()) {
      // Most of a minute passes between two looks at the clock.
      AtomicLong clock = new AtomicLong();
      long step = Duration.ofSeconds(50).toNanos();
      AlertMail mail = mail(server.getSmtp().getPort(), () -> clock.addAndGet(step), ONE);
      mail.run();
      assertThat(server.getReceivedMessages()).hasSize(1);
      mail.run();
      mail.run();
      assertThat(server.getReceivedMessages()).hasSize(3);
    }
  }

  private static RefusingMail started() {
    RefusingMail server = new RefusingMail();
    server.start();
    return server;
  }

  private static String messageId(String text) {
    return text.lines().filter(line -> line.startsWith("Message-ID")).findFirst().orElseThrow();
  }
}
