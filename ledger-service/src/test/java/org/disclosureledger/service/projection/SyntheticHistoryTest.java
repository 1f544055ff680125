package org.disclosureledger.service.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.disclosureledger.service.request.command.RequestCommand;
import org.junit.jupiter.api.Test;

class SyntheticHistoryTest {

  @Test
  void aLongHistoryHoldsEveryCommand() {
    long seed = new Random().nextLong();
    SyntheticHistory history = new SyntheticHistory(seed, Instant.parse("2026-07-01T00:00:00Z"));
    for (int ledger = 0; ledger < 40; ledger++) {
      history.run("ledger-" + ledger, 500);
    }
    assertThat(history.accepted())
        .as("seed " + seed)
        .contains(RequestCommand.class.getPermittedSubclasses());
  }
}
