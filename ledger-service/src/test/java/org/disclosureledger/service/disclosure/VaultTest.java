package org.disclosureledger.service.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.disclosureledger.format.Disclosure;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.database.LedgerDatabase;
import org.disclosureledger.service.keys.KeyRing;
import org.disclosureledger.service.keys.TestKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class VaultTest {
  private static final UUID LEDGER = new UUID(7, 7);
  private static final StreamId STREAM = new StreamId("request/a");
  private static final List<Disclosure> SECRETS =
      List.of(disclosure("\"0900000001\""), disclosure("null"));

  @TempDir Path folder;
  private LedgerDatabase database;
  private JdbcClient writer;
  private KeyRing keys;

  @BeforeEach
  void open() {
    database = LedgerDatabase.create();
    writer = JdbcClient.create(database.writer());
    keys = TestKeys.open(folder.resolve("keys"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Disclosure disclosure(String json) {
    byte[] salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    return new Disclosure(salt, json.getBytes(StandardCharsets.UTF_8));
  }

  /** A vault that remembers nothing, as after a restart. */
  private Vault vault(KeyRing ring) {
    return TestVault.over(database, ring);
  }

  /** What the appender does with it, in one leaf. */
  private void store(StreamId stream, long leaf, VaultedDisclosures vaulted) {
    VaultedDisclosures.WrappedKey wrapped = vaulted.newKey();
    if (wrapped != null) {
      writer
          .sql("INSERT INTO data_key VALUES (?, ?, ?, ?, ?)")
          .params(vaulted.dataKeyId(), LEDGER, stream.value(), wrapped.kekId(), wrapped.wrapped())
          .update();
    }
    List<byte[]> slots = vaulted.ciphertexts().getFirst();
    for (int slot = 0; slot < slots.size(); slot++) {
      writer
          .sql("INSERT INTO disclosure VALUES (?, ?, ?, ?, ?)")
          .params(LEDGER, leaf, slot, vaulted.dataKeyId(), slots.get(slot))
          .update();
    }
  }

  private void storeSecrets() {
    store(STREAM, 0, vault(keys).seal(LEDGER, STREAM, true, List.of(SECRETS)));
  }

  @Test
  void aReopenedVaultOpensWhatWasSealed() {
    storeSecrets();

    assertThat(vault(TestKeys.open(folder.resolve("keys"))).open(LEDGER, STREAM, 0))
        .isEqualTo(SECRETS);
  }

  @Test
  void aStreamKeepsItsKeyAndEveryEncryptionIsFresh() {
    storeSecrets();
    VaultedDisclosures later = vault(keys).seal(LEDGER, STREAM, false, List.of(SECRETS));

    assertThat(later.newKey()).isNull();
    VaultedDisclosures again = vault(keys).seal(LEDGER, STREAM, false, List.of(SECRETS));
    assertThat(again.dataKeyId()).isEqualTo(later.dataKeyId());
    assertThat(again.ciphertexts().getFirst().getFirst())
        .isNotEqualTo(later.ciphertexts().getFirst().getFirst());
    store(STREAM, 1, later);
    assertThat(vault(keys).open(LEDGER, STREAM, 1)).isEqualTo(SECRETS);
  }

  @Test
  void whatIsStoredShowsNothing() {
    VaultedDisclosures sealed = vault(keys).seal(LEDGER, STREAM, true, List.of(SECRETS));

    for (byte[] ciphertext : sealed.ciphertexts().getFirst()) {
      assertThat(new String(ciphertext, StandardCharsets.ISO_8859_1))
          .doesNotContain(SECRETS.getFirst().encoded())
          .doesNotContain("0900000001");
    }
  }

  @Test
  void aTamperedCiphertextDoesNotOpen() {
    storeSecrets();
    // nonce, text and tag: every byte counts
    for (int offset : new int[] {0, 11, 12, 40}) {
      String flip =
          "UPDATE disclosure SET ciphertext = set_byte(ciphertext, %1$d, get_byte(ciphertext, %1$d) # 1) WHERE slot = 0";
      writer.sql(flip.formatted(offset)).update();
      assertThatThrownBy(() -> vault(keys).open(LEDGER, STREAM, 0))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("does not decrypt");
      writer.sql(flip.formatted(offset)).update();
    }
    assertThat(vault(keys).open(LEDGER, STREAM, 0)).isEqualTo(SECRETS);
  }

  @Test
  void aCiphertextMovedToAnotherStreamDoesNotOpenThere() {
    storeSecrets();
    writer.sql("UPDATE data_key SET stream_id = 'request/b'").update();

    assertThatThrownBy(() -> vault(keys).open(LEDGER, new StreamId("request/b"), 0))
        .hasMessageContaining("does not decrypt");
  }

  @Test
  void aDataKeyDoesNotUnwrapUnderAnotherKeyEncryptionKey() {
    storeSecrets();
    KeyRing strange = TestKeys.open(folder.resolve("other"));

    assertThatThrownBy(() -> vault(strange).open(LEDGER, STREAM, 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("does not unwrap");
  }

  @Test
  void aDestroyedDataKeyLeavesNothingToOpen() {
    storeSecrets();
    writer.sql("DELETE FROM data_key").update();

    assertThat(vault(keys).open(LEDGER, STREAM, 0)).isEmpty();
  }

  @Test
  void aKeyThatAnotherProcessDestroyedOpensNothingHereAndIsForgottenWithinMinutes() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T05:00:00Z"));
    Vault here = TestVault.over(database, keys, now::get);
    storeSecrets();
    assertThat(here.open(LEDGER, STREAM, 0)).isEqualTo(SECRETS);
    assertThat(here.held()).isEqualTo(1);

    writer.sql("DELETE FROM data_key").update(); // its disclosures are there still
    assertThat(here.open(LEDGER, STREAM, 0)).isEmpty();

    now.set(now.get().plus(Vault.KEPT).minusMillis(1));
    here.forgetOld();
    assertThat(here.held()).isEqualTo(1);
    now.set(now.get().plusMillis(1));
    here.forgetOld();
    assertThat(here.held()).isZero();
  }

  @Test
  void aKeyThatIsOldIsReadAgainEvenWhenNobodySweptIt() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T05:00:00Z"));
    Vault here = TestVault.over(database, keys, now::get);
    storeSecrets();
    UUID known = here.seal(LEDGER, STREAM, false, List.of(SECRETS)).dataKeyId();
    writer.sql("DELETE FROM data_key").update();

    assertThat(here.seal(LEDGER, STREAM, false, List.of(SECRETS)).dataKeyId()).isEqualTo(known);
    now.set(now.get().plus(Vault.KEPT));
    assertThat(here.seal(LEDGER, STREAM, false, List.of(SECRETS)).dataKeyId()).isNotEqualTo(known);
  }

  @Test
  void aKeyThatThisProcessDestroyedIsForgottenAtOnce() {
    Vault here = vault(keys);
    storeSecrets();
    here.open(LEDGER, STREAM, 0);

    here.forget(LEDGER, STREAM);

    assertThat(here.held()).isZero();
  }

  @Test
  void anEntryWithoutDisclosuresOpensToNone() {
    assertThat(vault(keys).open(LEDGER, STREAM, 9)).isEmpty();
  }
}
