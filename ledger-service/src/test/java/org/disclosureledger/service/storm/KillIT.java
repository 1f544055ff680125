package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.disclosureledger.format.Entry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code kill -9} while eight clients record. What was acknowledged is there exactly once; what was
 * not is recorded once when its client asks again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillIT {
  private static final int OPENING_ENTRIES = 3; // ledger.opened, policy.adopted, retention.adopted

  enum Victim {
    THE_SERVICE,
    THE_SERVICE_AND_ITS_POSTGRESQL
  }

  private final Accounts accounts = new Accounts();
  private final List<String> labels = new ArrayList<>();
  private final List<Accounts.Balance> balances = new ArrayList<>();
  private final Random random = new Random(StormSettings.seed("KillIT"));
  private final Path dataDir;
  private final VerifierProcess verifier;
  private ServiceProcess service;

  KillIT(@TempDir Path folder) {
    dataDir = folder.resolve("data");
    verifier = new VerifierProcess(folder.resolve("auditor"));
    service = ServiceProcess.start(dataDir);
  }

  @AfterAll
  void stop() {
    service.close();
    System.out.println(Accounts.table(labels, balances));
  }

  @ParameterizedTest
  @EnumSource
  void whatWasAcknowledgedIsThereExactlyOnce(Victim victim) throws Exception {
    for (int round = 1; round <= StormSettings.rounds(); round++) {
      KillRound storm = new KillRound(service.client("legal"), accounts, random);
      storm.run(() -> kill(victim));
      service = ServiceProcess.start(dataDir);
      storm.repeatAll(service.client("legal"));
      Accounts.Balance balance = check();
      labels.add(victim.name().toLowerCase(Locale.ROOT) + " " + round);
      balances.add(balance);
      balance.requireEven();
    }
  }

  private void kill(Victim victim) {
    switch (victim) {
      case THE_SERVICE -> service.kill();
      case THE_SERVICE_AND_ITS_POSTGRESQL -> {
        if (random.nextBoolean()) {
          service.killPostgreSql();
          service.kill();
        } else {
          service.kill();
          service.killPostgreSql();
        }
        assertThat(service.postgreSql()).isEmpty();
      }
    }
  }

  private Accounts.Balance check() throws Exception {
    ServiceClient auditor = service.client("auditor");
    List<Entry> entries;
    try (Connection connection = LedgerDatabase.of(service).connect()) {
      StoredLedger.checkPositions(connection);
      entries = StoredLedger.check(connection, "demo").entries();
    }
    assertThat(PublishedLedger.read(auditor, "demo").entries())
        .containsExactlyElementsOf(entries.stream().map(Entry::bytes).toList());
    verifier.requireClean(
        service.address().resolve("/ledgers/demo"),
        dataDir.resolve("policy.txt"),
        "ledger.example/demo",
        dataDir.resolve("credentials.txt"));
    return accounts.balance(entries, OPENING_ENTRIES);
  }
}
