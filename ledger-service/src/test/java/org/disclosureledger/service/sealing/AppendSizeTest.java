package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.sealing.AppendRefused.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands weigh: most of it is what they disclose, not their entries. */
class AppendSizeTest {
  /** As a part of a reconciliation's differences; 64,000 bytes as a disclosure. */
  private static final String PART = "y".repeat(47_900);

  @TempDir static Path keys;
  private static SealingRig rig;
  private static LedgerDescription ledger;

  @BeforeAll
  static void open() {
    rig = new SealingRig(keys);
    ledger = rig.open("sizes");
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  private static AppendRequest disclosing(String stream, int parts) {
    Instant now = rig.clocks.now(ledger.name());
    StreamId id = SealingRig.stream(stream);
    List<UnsealedEvent> events =
        IntStream.range(0, parts)
            .mapToObj(i ->
                new UnsealedEvent(
                    SealingRig.noted(ledger, id, "phần", now).header(),
                    new Noted("phần " + i, Committed.of(PART))))
            .toList();
    return rig.sealing().prepare(ledger, events, rig.head(ledger, id), null);
  }

  @Test
  void whatACommandDisclosesIsPartOfItsSize() {
    assertThat(disclosing("ten", 10).bytes()).isBetween(640_000, 700_000);
  }

  @Test
  void aCommandLargerThanATransactionIsRefusedAtTheDoorAndSaysWhy() {
    long before = rig.size(ledger);
    AppendRequest large = disclosing("large", 262);
    AppendRefused refused =
        catchThrowableOfType(AppendRefused.class, () -> rig.appender.submit(large));
    assertThat(refused.rule()).isEqualTo(Rule.COMMAND_TOO_LARGE);
    assertThat(refused.rule().status()).isEqualTo(413);
    assertThat(rig.append(ledger, SealingRig.stream("small"), 1).firstLeafIndex())
        .isEqualTo(before);
  }

  @Test
  void commandsThatDiscloseMuchWaitInBoundedNumber() {
    LedgerAppender idle = rig.idleAppender();
    AppendRequest heavy = disclosing("heavy", 200);
    assertThat(heavy.entries()).hasSize(200);
    for (int i = 0; i < 5; i++) {
      assertThatCode(() -> idle.submit(heavy)).doesNotThrowAnyException();
    }
    AppendRefused refused = catchThrowableOfType(AppendRefused.class, () -> idle.submit(heavy));
    assertThat(refused.rule()).isEqualTo(Rule.BUSY);
  }

  @Test
  void heavyCommandsThatDoNotFitOneTransactionAreAllAppended() {
    AppendRequest first = disclosing("first", 150);
    AppendRequest second = disclosing("second", 150);
    AppendRequest third = rig.prepare(ledger, SealingRig.stream("third"), 1, null);

    rig.appendTogether(first, second, third);

    assertThat(SealingRig.result(second).firstLeafIndex())
        .isEqualTo(SealingRig.result(first).firstLeafIndex() + 150);
    assertThat(SealingRig.result(third).firstLeafIndex())
        .isEqualTo(SealingRig.result(second).firstLeafIndex() + 150);
  }
}
