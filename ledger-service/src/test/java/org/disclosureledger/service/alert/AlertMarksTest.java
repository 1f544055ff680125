package org.disclosureledger.service.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.Origin;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has seen an alert. */
class AlertMarksTest {
  private static final Actor LAN = Actor.of(new UUID(0x4000L, 0x8000_0000_0000_0001L));
  private static final Actor MINH = Actor.of(new UUID(0x4000L, 0x8000_0000_0000_0002L));

  private final AlertDatabase database = new AlertDatabase();
  private final AlertMarks marks =
      new AlertMarks(database.database.writer(), ledger -> database.now);
  private long id;

  @BeforeEach
  void raise() {
    database.raise("one", database.now);
    id = database.writer.sql("SELECT id FROM alert").query(Long.class).single();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theFirstWhoHasSeenItStandsUntilTheMarkIsTakenBack() {
    Instant first = database.now;
    assertThat(marks.see(AlertDatabase.LEDGER, id, LAN))
        .hasValueSatisfying(alert -> {
          assertThat(alert.seenAt()).isEqualTo(first);
          assertThat(alert.seenBy()).isEqualTo(LAN.value());
        });
    database.now = first.plusSeconds(60);
    assertThat(marks.see(AlertDatabase.LEDGER, id, MINH))
        .hasValueSatisfying(alert -> {
          assertThat(alert.seenAt()).isEqualTo(first);
          assertThat(alert.seenBy()).isEqualTo(LAN.value());
        });
    for (int i = 0; i < 2; i++) {
      assertThat(marks.unsee(AlertDatabase.LEDGER, id))
          .hasValueSatisfying(alert -> {
            assertThat(alert.seenAt()).isNull();
            assertThat(alert.seenBy()).isNull();
          });
    }
    assertThat(marks.see(AlertDatabase.LEDGER, id, MINH))
        .hasValueSatisfying(alert -> {
          assertThat(alert.seenAt()).isEqualTo(first.plusSeconds(60));
          assertThat(alert.seenBy()).isEqualTo(MINH.value());
        });
  }

  @Test
  void whatAnotherLedgerHasIsNotMarked() {
    LedgerDescription other =
        new LedgerDescription(new UUID(7, 7), "other", new Origin("ledger.example/other"), false);
    assertThat(marks.see(other, id, LAN)).isEmpty();
    assertThat(marks.unsee(other, id)).isEmpty();
    assertThat(marks.see(AlertDatabase.LEDGER, id + 1, LAN)).isEmpty();
    assertThat(
            database
                .writer
                .sql("SELECT count(*) FROM alert WHERE seen_at IS NOT NULL")
                .query(Long.class)
                .single())
        .isZero();
  }
}
