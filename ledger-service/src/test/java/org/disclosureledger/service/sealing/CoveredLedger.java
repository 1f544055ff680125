package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.disclosure.DocumentNumberIndex;
import org.disclosureledger.service.disclosure.KeyEncryptionKeys;
import org.disclosureledger.service.disclosure.RepeatingRequests;
import org.disclosureledger.service.disclosure.TestVault;
import org.disclosureledger.service.keys.KeyRing;
import org.disclosureledger.service.keys.KeyRing.Purpose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger in which requests are recorded and looked for while the key of its digests changes. */
abstract class CoveredLedger {
  static final Duration BACKUPS = Duration.ofDays(35);
  static final String PHONE = "0900000001";

  @TempDir Path keys;
  SealingRig rig;
  LedgerDescription ledger;
  private RepeatingRequests repeating;
  private DocumentNumberIndex numbers;
  Instant now = Instant.parse("2026-03-02T05:00:00Z");

  @BeforeEach
  void open() {
    rig = new SealingRig(keys);
    ledger = rig.open("covered");
    repeating = TestVault.repeating(rig.database, rig.keys);
    numbers = TestVault.numbers(rig.database, rig.keys);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  AppendRequest prepare(String stream, String phone, IdempotencyRecord key) {
    StreamId id = SealingRig.stream(stream);
    var header = SealingRig.noted(ledger, id, "", rig.clocks.now(ledger.name())).header();
    return rig.sealing()
        .prepare(
            ledger,
            List.of(new UnsealedEvent(header, Sought.of(stream + "/CV-MAU", phone))),
            null,
            key);
  }

  void append(String stream, int key) {
    rig.appender.append(prepare(stream, PHONE, SealingRig.key(key, 1)));
  }

  KeyEncryptionKeys upkeep(KeyRing ring) {
    return TestVault.rotation(rig.database, ring, () -> now);
  }

  long repeats(String stream) {
    return repeating.of(ledger.id(), SealingRig.stream(stream), 50).total();
  }

  void requireFound(String... streams) {
    for (String stream : streams) {
      assertThat(repeats(stream)).as(stream).isEqualTo(streams.length - 1L);
      StreamId id = SealingRig.stream(stream);
      assertThat(numbers.keys(ledger.id(), List.of(id)))
          .isEqualTo(
              Map.of(
                  id,
                  new DocumentNumberIndex.Named(
                      numbers.key(ledger.id(), stream + "/cv-mau"), false)));
    }
  }

  JdbcClient db() {
    return JdbcClient.create(rig.database.superuser());
  }

  List<String> stored(String column) {
    return db().sql(
            "SELECT %s FROM lookup UNION ALL SELECT %s FROM idempotency"
                .formatted(column, column.replace("hmac", "key_hmac")))
        .query((row, n) -> row.getString(1))
        .list();
  }

  String current() {
    return rig.keys.wrappingKey(Purpose.DIGESTS).id();
  }
}
