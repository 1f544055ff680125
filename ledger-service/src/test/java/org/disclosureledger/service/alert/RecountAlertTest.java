package org.disclosureledger.service.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That somebody is told of a request that keeps its due time. */
class RecountAlertTest {
  private static final UUID ADOPTION = new UUID(9, 1);
  private final AlertDatabase database = new AlertDatabase();
  private final RecountAlert alert =
      new RecountAlert(database.writer, AlertDatabase.directory(), ledger -> database.now);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void itIsToldOnceForEachAdoption() {
    Instant due = database.now.plusSeconds(60);
    UUID request = database.request(1, due);
    alert.raise("demo", request, ADOPTION);
    alert.raise("demo", request, ADOPTION);
    String told = "RECOUNT_FAILED " + request + " " + due;
    assertThat(database.alerts()).containsExactly(told);
    alert.raise("demo", request, new UUID(9, 2));
    assertThat(database.alerts()).containsExactly(told, told);
  }

  @Test
  void ofOneAdoptionNoMoreAreToldThanSomebodyReads() {
    for (int i = 1; i <= RecountAlert.MOST + 1; i++) {
      alert.raise("demo", database.request(i, database.now), ADOPTION);
    }
    assertThat(database.alerts()).hasSize(RecountAlert.MOST);
  }
}
