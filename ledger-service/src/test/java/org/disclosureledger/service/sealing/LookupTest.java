package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.disclosure.DocumentNumberIndex;
import org.disclosureledger.service.disclosure.RepeatingRequests;
import org.disclosureledger.service.disclosure.RepeatingRequests.Repeating;
import org.disclosureledger.service.disclosure.TestVault;
import org.disclosureledger.service.envelope.SearchTerm;
import org.disclosureledger.service.sealing.FaultySource.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Repeats are found by keyed HMACs, and nothing else of an identifier is anywhere. */
class LookupTest {
  private static final AtomicInteger LEDGERS = new AtomicInteger();

  @TempDir static Path keys;
  private static SealingRig rig;
  private static RepeatingRequests repeating;
  private static DocumentNumberIndex numbers;
  private LedgerDescription ledger;

  @BeforeAll
  static void start() {
    rig = new SealingRig(keys);
    repeating = TestVault.repeating(rig.database, rig.keys);
    numbers = TestVault.numbers(rig.database, rig.keys);
  }

  @BeforeEach
  void open() {
    rig.restart();
    ledger = rig.open("lookup-" + LEDGERS.incrementAndGet());
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  private static AppendRequest prepare(
      LedgerDescription ledger, String stream, Sought sought, IdempotencyRecord key) {
    StreamId id = SealingRig.stream(stream);
    var header = SealingRig.noted(ledger, id, "", rig.clocks.now(ledger.name())).header();
    return rig.sealing()
        .prepare(ledger, List.of(new UnsealedEvent(header, sought)), rig.head(ledger, id), key);
  }

  private static void append(LedgerDescription ledger, String stream, Sought sought) {
    rig.appender.append(
        prepare(ledger, stream, sought, SealingRig.key(LEDGERS.incrementAndGet(), 1)));
  }

  private RepeatingRequests.Found sameTarget(String stream) {
    return repeating.of(ledger.id(), SealingRig.stream(stream), 50);
  }

  private static RepeatingRequests.Found found(String stream) {
    return new RepeatingRequests.Found(
        List.of(new Repeating(SealingRig.stream(stream), List.of(1))), 1);
  }

  @Test
  void theSameTargetIsFoundHoweverItIsWritten() {
    append(ledger, "a", Sought.of("0001/CV-MAU", "0900000001", "mau@example.com"));
    append(ledger, "b", Sought.of("0002/CV-MAU", "192.0.2.1", "+84 90 000 0001"));
    append(ledger, "c", Sought.of("0003/CV-MAU", "0900000003"));

    assertThat(sameTarget("a")).isEqualTo(found("b"));
    assertThat(sameTarget("b")).isEqualTo(found("a"));
    assertThat(sameTarget("c")).isEqualTo(new RepeatingRequests.Found(List.of(), 0));
    assertThat(sameTarget("nowhere").total()).isZero();
  }

  private Map<StreamId, DocumentNumberIndex.Named> numbersOf(String... streams) {
    return numbers.keys(ledger.id(), Stream.of(streams).map(SealingRig::stream).toList());
  }

  @Test
  void theSameDocumentNumberIsFoundAndIsNoTarget() {
    append(ledger, "a", Sought.of("0001/CV-MAU", "0900000001"));
    append(ledger, "b", Sought.of(" 0001 / cv – mau", "0001/CV-MAU"));

    assertThat(sameTarget("a").total()).isZero();
    assertThat(sameTarget("b").total()).isZero();
    var named = new DocumentNumberIndex.Named(numbers.key(ledger.id(), "0001/cv-mau"), false);
    assertThat(numbersOf("a", "b"))
        .isEqualTo(Map.of(SealingRig.stream("a"), named, SealingRig.stream("b"), named));
    assertThat(named.key()).isNotEqualTo(numbers.key(ledger.id(), "0009/CV-MAU"));
  }

  @Test
  void anotherLedgersRequestsNeverAppearAndHaveOtherHmacs() {
    LedgerDescription other = rig.open("lookup-other-" + LEDGERS.get());
    append(ledger, "a", Sought.of("0001/CV-MAU", "0900000001"));
    append(other, "b", Sought.of("0001/CV-MAU", "0900000001"));
    append(other, "c", Sought.of("0001/CV-MAU", "0900000001"));

    assertThat(sameTarget("a").total()).isZero();
    assertThat(repeating.of(other.id(), SealingRig.stream("b"), 50).total()).isEqualTo(1);
    assertThat(sameTarget("b").total()).isZero();
    assertThat(numbersOf("a", "b", "c")).containsOnlyKeys(SealingRig.stream("a"));
    assertThat(hmacs(ledger)).doesNotContainAnyElementsOf(hmacs(other));
  }

  private static List<String> hmacs(LedgerDescription ledger) {
    return JdbcClient.create(rig.database.superuser())
        .sql("SELECT encode(hmac, 'hex') FROM lookup WHERE ledger_id = :l")
        .param("l", ledger.id())
        .query((row, n) -> row.getString(1))
        .list();
  }

  @Test
  void deletingAStreamsRowsMakesTheVaultForgetIt() {
    append(ledger, "a", Sought.of("0001/CV-MAU", "0900000001"));
    append(ledger, "b", Sought.of("0001/CV-MAU", "0900000001"));
    assertThat(sameTarget("b").total()).isEqualTo(1);

    rig.database
        .pooledWriter()
        .sql("DELETE FROM lookup WHERE ledger_id = :l AND stream_id = :s")
        .param("l", ledger.id())
        .param("s", SealingRig.stream("a").value())
        .update();

    assertThat(sameTarget("b").total()).isZero();
    assertThat(sameTarget("a").total()).isZero();
    assertThat(numbersOf("a", "b")).containsOnlyKeys(SealingRig.stream("b"));
  }

  @Test
  void asManyAsAskedForAreListedTheNewestFirstAndAllAreCounted() {
    for (int i = 0; i < 60; i++) {
      append(ledger, "many-" + i, Sought.of("000" + i + "/CV-MAU", "0900000001"));
    }
    append(ledger, "asked", Sought.of("0099/CV-MAU", "0900000001", "0900000001"));

    RepeatingRequests.Found found = sameTarget("asked");

    assertThat(found.requests()).hasSize(50);
    assertThat(found.requests().getFirst())
        .isEqualTo(new Repeating(SealingRig.stream("many-59"), List.of(1)));
    assertThat(found.total()).isEqualTo(60);
  }

  @Test
  void noIdentifierAndNoUnkeyedHashOfOneIsStoredAnywhere() {
    List<String> spelled = List.of("0900000077", "+84900000077", "0 900 000 077");
    append(ledger, "secret", Sought.of("0077/CV-MAU", spelled.get(0), "kin@example.com"));
    List<String> secrets = new ArrayList<>(spelled);
    secrets.addAll(List.of("kin@example.com", "0077/CV-MAU", "84900000077"));

    List<String> needles = new ArrayList<>();
    for (String secret : secrets) {
      needles.add(secret);
      for (String prefix : List.of("", "PHONE", "EMAIL", "PHONE ", "EMAIL:", ledger.id() + "")) {
        needles.addAll(hashes(prefix + secret));
      }
      needles.add(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
      needles.add(
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
    }
    String dump = dump();

    assertThat(dump).contains("secret").hasSizeGreaterThan(10_000);
    for (String needle : needles) {
      assertThat(dump.contains(needle)).as(needle).isFalse();
    }
  }

  private static List<String> hashes(String text) {
    List<String> hashes = new ArrayList<>();
    for (String algorithm : List.of("MD5", "SHA-1", "SHA-256", "SHA-512")) {
      try {
        byte[] digest =
            MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        hashes.add(HexFormat.of().formatHex(digest));
        hashes.add(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
      } catch (GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }
    return hashes;
  }

  /** Every row of every table as text; entries also as the characters they are. */
  private static String dump() {
    JdbcClient superuser = JdbcClient.create(rig.database.superuser());
    StringBuilder dump = new StringBuilder();
    List<String> tables =
        superuser
            .sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
            .query((row, n) -> row.getString(1))
            .list();
    assertThat(tables).contains("entry", "disclosure", "lookup", "register_number", "idempotency");
    for (String table : tables) {
      superuser
          .sql("SELECT t::text FROM " + table + " t")
          .query(row -> {
            dump.append(table).append(' ').append(row.getString(1)).append('\n');
          });
    }
    superuser
        .sql("SELECT bytes FROM entry")
        .query(row -> {
          String entry = new String(row.getBytes(1), StandardCharsets.US_ASCII);
          dump.append(entry).append('\n');
          byte[] payload = Base64.getUrlDecoder().decode(entry.split("\\.")[1]);
          dump.append(new String(payload, StandardCharsets.UTF_8)).append('\n');
        });
    return dump.toString();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void anUnknownOutcomeRepeatedLeavesItsTermsOnce(Fault fault) {
    Sought sought = Sought.of("0001/CV-MAU", "0900000001");
    AppendRequest broken = prepare(ledger, "broken", sought, SealingRig.key(1, 1));
    AppendRequest again = prepare(ledger, "broken", sought, SealingRig.key(1, 1));
    rig.appenderSource.arm(fault, 0);
    assertThat(catchThrowable(() -> rig.appender.append(broken))).isInstanceOf(AppendRefused.class);

    rig.appendTogether(again);

    assertThat(hmacs(ledger)).hasSize(2);
  }

  @Test
  void anEntrySealedAgainKeepsItsTerms() {
    AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2026-03-02T05:00:00Z"));
    LedgerDescription sample = rig.register("lookup-stale-" + LEDGERS.get());
    rig.clocks.simulate(sample, clock::get);
    rig.opener().open(sample, "DEMO", "Doanh nghiệp thử nghiệm", "Demonstration enterprise");
    AppendRequest old =
        prepare(sample, "old", Sought.of("0001/CV-MAU", "0900000001"), SealingRig.key(2, 1));
    clock.set(clock.get().plusSeconds(30));
    rig.append(sample, SealingRig.stream("newer"), 1);

    rig.appendTogether(old);

    assertThat(rig.head(sample, SealingRig.stream("old"))).isNotNull();
    assertThat(hmacs(sample)).hasSize(2);
  }

  @Test
  void aTermDoesNotPrintItsValue() {
    UUID any = new UUID(0, 1);
    assertThat(new SearchTerm(SearchTerm.Kind.TARGET, "0900000001", 1, 2))
        .hasToString("SearchTerm[TARGET, item 1, target 2]");
    assertThat(LookupTerm.of(any, Sought.of("x", "0900000001"), rig.hmac).toString())
        .doesNotContain("0900000001");
  }
}
