package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.disclosureledger.service.disclosure.DigestCover;
import org.disclosureledger.service.disclosure.TestVault;
import org.disclosureledger.service.keys.KeyRing;
import org.disclosureledger.service.keys.KeyRing.Purpose;
import org.disclosureledger.service.keys.TestKeys;
import org.junit.jupiter.api.Test;

/** What was done under an idempotency key stays known by it, whatever key covers it. */
class CoveredRepetitionTest extends CoveredLedger {
  @Test
  void aRepetitionAcrossTheChangeIsTheSameCommandAndAnotherIsRefused() {
    AppendRequest once = prepare("a", PHONE, SealingRig.key(1, 1));
    long leaf = rig.appender.append(once).firstLeafIndex();
    upkeep(rig.keys).maintain();

    rig.keys.nextWrappingKey(current());
    requireReplayed(leaf);
    upkeep(rig.keys).maintain();
    requireReplayed(leaf);
    now = now.plus(BACKUPS);
    upkeep(rig.keys).maintain();
    assertThat(rig.keys.wrappingKeys(Purpose.DIGESTS)).as("old ones are destroyed").hasSize(2);
    requireReplayed(leaf);
  }

  private void requireReplayed(long leaf) {
    AppendResult again =
        rig.appender.append(
            rig.prepare(ledger, SealingRig.stream("again"), 1, SealingRig.key(1, 1)));
    assertThat(again.replayed()).isTrue();
    assertThat(again.firstLeafIndex()).isEqualTo(leaf);
    AnswerStore.Answer answer =
        rig.answers.find(ledger.id(), "client", SealingRig.key(1, 1).keyHmac()).orElseThrow();
    assertThat(answer.commandHmac()).isEqualTo(SealingRig.key(1, 1).commandHmac());
    assertThat(answer.result().firstLeafIndex()).isEqualTo(leaf);
    AppendRequest other = rig.prepare(ledger, SealingRig.stream("again"), 1, SealingRig.key(1, 2));
    assertThatThrownBy(() -> rig.appender.append(other))
        .isInstanceOf(AppendRefused.class)
        .satisfies(refused ->
            assertThat(((AppendRefused) refused).rule())
                .isEqualTo(AppendRefused.Rule.IDEMPOTENCY_KEY_REUSED));
  }

  /**
   * Between a process's look at the keys and its question, another makes one and moves the rows.
   */
  @Test
  void aRepetitionInTheVeryMomentOfTheChangeIsTheSameCommand() {
    long leaf = rig.appender.append(prepare("a", PHONE, SealingRig.key(1, 1))).firstLeafIndex();
    append("b", 2);
    AtomicInteger changes = new AtomicInteger();
    KeyRing late =
        TestKeys.afterListing(
            rig.keys,
            purpose -> {
              if (changes.getAndIncrement() == 0) {
                upkeep(rig.keys).rotate();
              }
            });

    try (LedgerAppender other = rig.appenderWith(late)) {
      AppendResult again =
          other.append(rig.prepare(ledger, SealingRig.stream("again"), 1, SealingRig.key(1, 1)));
      assertThat(again.replayed()).isTrue();
      assertThat(again.firstLeafIndex()).isEqualTo(leaf);
    }
    changes.set(0);
    AnswerStore answers = new AnswerStore(rig.database.pooledWriter(), new DigestCover(late));
    assertThat(answers.find(ledger.id(), "client", SealingRig.key(1, 1).keyHmac())).isPresent();
    changes.set(0);
    assertThat(
            TestVault.repeating(rig.database, late)
                .of(ledger.id(), SealingRig.stream("a"), 50)
                .total())
        .isEqualTo(1);
    assertThat(changes).hasValueGreaterThan(1);
  }

  @Test
  void whatAnEarlierVersionStoredBareIsFoundAndThenCovered() {
    append("a", 1);
    byte[] target = rig.hmac.target(ledger.id(), PHONE);
    byte[] number = rig.hmac.documentNumber(ledger.id(), "a/CV-MAU");
    for (Map.Entry<String, byte[]> bare :
        Map.of("TARGET", target, "DOCUMENT_NUMBER", number).entrySet()) {
      db().sql("UPDATE lookup SET cover_key = NULL, hmac = ? WHERE kind = ?")
          .params(bare.getValue(), bare.getKey())
          .update();
    }
    IdempotencyRecord key = SealingRig.key(1, 1);
    db().sql("UPDATE idempotency SET cover_key = NULL, key_hmac = ?, command_hmac = ?")
        .params(key.keyHmac(), key.commandHmac())
        .update();
    append("b", 2);
    requireFound("a", "b");
    requireReplayed(answered(key));

    assertThat(upkeep(rig.keys).maintain()).isZero();

    assertThat(stored("cover_key")).hasSize(6).containsOnly(current());
    requireFound("a", "b");
  }

  @Test
  void whatWasStoredTwiceUnderTwoKeysStopsNothingAndIsThereOnceThen() {
    append("a", 1);
    upkeep(rig.keys).maintain();
    String first = current();
    IdempotencyRecord key = SealingRig.key(1, 1);
    byte[] target = rig.hmac.target(ledger.id(), PHONE);
    db().sql(
            """
            INSERT INTO idempotency SELECT (jsonb_populate_record(i, jsonb_build_object(
              'cover_key', NULL, 'key_hmac', ?::text, 'command_hmac', ?::text))).* FROM idempotency i\
            """)
        .params(
            "\\x" + HexFormat.of().formatHex(key.keyHmac()),
            "\\x" + HexFormat.of().formatHex(key.commandHmac()))
        .update();
    db().sql(
            """
            INSERT INTO lookup SELECT (jsonb_populate_record(l, jsonb_build_object(
              'cover_key', NULL, 'hmac', ?::text))).* FROM lookup l WHERE kind = 'TARGET'\
            """)
        .param("\\x" + HexFormat.of().formatHex(target))
        .update();
    assertThat(stored("cover_key")).hasSize(5);

    assertThat(upkeep(rig.keys).maintain()).isZero();
    assertThat(stored("cover_key")).hasSize(3).containsOnly(first);
    upkeep(rig.keys).rotate();
    assertThat(stored("cover_key")).hasSize(3).containsOnly(current());
    append("b", 2);
    requireFound("a", "b");
    requireReplayed(answered(key));
  }

  @Test
  void anAnswerThatDoesNotOpenRefusesItsOwnRepetitionAndNobodyElse() {
    append("a", 1);
    db().sql("UPDATE idempotency SET command_hmac = decode(repeat('00', 40), 'hex')").update();
    AppendRequest again = rig.prepare(ledger, SealingRig.stream("x"), 1, SealingRig.key(1, 1));
    AppendRequest other = rig.prepare(ledger, SealingRig.stream("y"), 1, SealingRig.key(2, 2));
    rig.appendTogether(again, other);
    assertThat(SealingRig.outcome(again)).isEqualTo(AppendRefused.Rule.ANSWER_UNREADABLE);
    assertThat(SealingRig.result(other).replayed()).isFalse();
    assertThatThrownBy(
            () -> rig.answers.find(ledger.id(), "client", SealingRig.key(1, 1).keyHmac()))
        .isInstanceOfSatisfying(
            AppendRefused.class,
            refused -> assertThat(refused.rule()).isEqualTo(AppendRefused.Rule.ANSWER_UNREADABLE));
  }

  private long answered(IdempotencyRecord key) {
    return rig.answers
        .find(ledger.id(), "client", key.keyHmac())
        .orElseThrow()
        .result()
        .firstLeafIndex();
  }
}
