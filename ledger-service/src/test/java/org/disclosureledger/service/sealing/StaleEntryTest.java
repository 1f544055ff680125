package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.RecordedWithin;
import org.disclosureledger.service.keys.EntrySigner;
import org.disclosureledger.service.keys.TestKeys;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.sealing.AppendRefused.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries that went stale between sealing and commit (FORMAT §2, §3). */
class StaleEntryTest {
  private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");

  private static final AtomicInteger LEDGERS = new AtomicInteger();

  @TempDir static Path keys;
  private static SealingRig rig;
  private LedgerDescription ledger;
  private final AtomicReference<Instant> clock = new AtomicReference<>(NOON);

  @BeforeAll
  static void start() {
    rig = new SealingRig(keys);
  }

  @BeforeEach
  void open() {
    ledger = rig.register("stale-" + LEDGERS.incrementAndGet());
    rig.clocks.simulate(ledger, clock::get);
    rig.opener().open(ledger, "DEMO", "Doanh nghiệp thử nghiệm", "Demonstration enterprise");
  }

  @AfterEach
  void theWholeLogStillVerifies() {
    rig.verifyAll();
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  private AppendRequest sealedAt(Instant time, String stream, int count) {
    return rig.prepare(rig.sealing(name -> time), ledger, SealingRig.stream(stream), count, null);
  }

  private List<Instant> recorded(String stream) {
    return rig.store.stream(ledger.name(), SealingRig.stream(stream)).stream()
        .map(event -> event.header().recordedTime())
        .toList();
  }

  @Test
  void anEntryMoreThanTenSecondsOldIsSealedAgainWithAllThatFollowIt() {
    AppendRequest old = sealedAt(NOON, "old", 3);
    clock.set(NOON.plusSeconds(30));
    rig.append(ledger, SealingRig.stream("newer"), 1);
    clock.set(NOON.plusSeconds(31));

    rig.appendTogether(old);

    assertThat(SealingRig.result(old).entryCount()).isEqualTo(3);
    assertThat(recorded("old")).containsOnly(NOON.plusSeconds(31)).hasSize(3);
    List<StoredEvent> stored = rig.store.stream(ledger.name(), SealingRig.stream("old"));
    for (int i = 0; i < 3; i++) {
      SealedEntry before = old.entries().get(i);
      assertThat(stored.get(i).entry().payload().id()).isEqualTo(before.payload().id());
      assertThat(stored.get(i).entry().payload().data()).isEqualTo(before.payload().data());
      assertThat(stored.get(i).entry().leafHash()).isNotEqualTo(before.leafHash());
    }
  }

  @Test
  void anEntryExactlyTenSecondsOldIsTakenAsItIs() {
    AppendRequest old = sealedAt(NOON.plusSeconds(20), "border", 1);
    AppendRequest older = sealedAt(NOON.plusSeconds(20).minusMillis(1), "beyond", 1);
    clock.set(NOON.plusSeconds(30));
    rig.append(ledger, SealingRig.stream("newer"), 1);

    rig.appendTogether(old, older);

    assertThat(recorded("border")).containsExactly(NOON.plusSeconds(20));
    assertThat(recorded("beyond")).containsExactly(NOON.plusSeconds(30));
  }

  @Test
  void aLaterCommandOfTheSameBatchOnTheSameStreamFollowsTheEntrySealedAgain() {
    AppendRequest old = sealedAt(NOON, "chain", 2);
    clock.set(NOON.plusSeconds(30));
    rig.append(ledger, SealingRig.stream("newer"), 1);
    // sealed on the head that sealing again replaces
    AppendRequest follower =
        rig.sealing()
            .prepare(
                ledger,
                List.of(SealingRig.noted(ledger, SealingRig.stream("chain"), "third", NOON)),
                old.entries().getLast().link(),
                null);

    rig.appendTogether(old, follower);

    assertThat(SealingRig.outcome(follower)).isEqualTo(Rule.STREAM_CONFLICT);
    assertThat(recorded("chain")).hasSize(2);
  }

  @Test
  void anEntryFromAClockThatRanAheadIsSealedAgainAndStopsNobody() {
    AppendRequest ahead = sealedAt(NOON.plus(Duration.ofHours(1)), "ahead", 2);

    rig.appendTogether(ahead);

    assertThat(recorded("ahead")).containsOnly(NOON).hasSize(2);
    assertThat(rig.append(ledger, SealingRig.stream("after"), 1).entryCount()).isEqualTo(1);
  }

  @Test
  void aClockMoreThanTenSecondsBehindTheNewestRecordStopsAppends() {
    clock.set(NOON.plusSeconds(60));
    rig.append(ledger, SealingRig.stream("newest"), 1);
    long before = rig.size(ledger);
    clock.set(NOON.plusSeconds(49));
    AppendRequest behind = rig.prepare(ledger, SealingRig.stream("behind"), 1, null);

    rig.appendTogether(behind);

    assertThat(SealingRig.outcome(behind)).isEqualTo(Rule.CLOCK_BEHIND);
    assertThat(rig.size(ledger)).isEqualTo(before);
    clock.set(NOON.plusSeconds(50));
    assertThat(rig.append(ledger, SealingRig.stream("behind"), 1).entryCount()).isEqualTo(1);
  }

  @Test
  void aStreamsRecordedTimeNeverDecreases() {
    StreamId stream = SealingRig.stream("monotonic");
    clock.set(NOON.plusSeconds(5));
    rig.append(ledger, stream, 1);
    clock.set(NOON);
    rig.append(ledger, stream, 1);

    assertThat(recorded("monotonic")).containsExactly(NOON.plusSeconds(5), NOON.plusSeconds(5));
  }

  private AppendRequest countsIfRecordedWithin(Instant limit, String stream) {
    return counts(RecordedWithin.before(limit, RequestRule.DUE_PASSED), stream);
  }

  private AppendRequest counts(RecordedWithin inTime, String stream) {
    StreamId id = SealingRig.stream(stream);
    return rig.sealing(name -> NOON)
        .prepare(
            ledger,
            List.of(SealingRig.noted(ledger, id, "duyệt", NOON), counting(id, inTime)),
            rig.head(ledger, id),
            null);
  }

  private AppendRequest counts(String stream, RecordedWithin one, RecordedWithin other) {
    StreamId id = SealingRig.stream(stream);
    return rig.sealing(name -> NOON)
        .prepare(
            ledger, List.of(counting(id, one), counting(id, other)), rig.head(ledger, id), null);
  }

  private UnsealedEvent counting(StreamId stream, RecordedWithin within) {
    UnsealedEvent extended = SealingRig.noted(ledger, stream, "gia hạn", NOON);
    return new UnsealedEvent(extended.header(), extended.event(), within);
  }

  @Test
  void anEntryThatSealingAgainMovesBehindItsLimitIsRefusedByItsOwnRule() {
    AppendRequest inTime = countsIfRecordedWithin(NOON.plusSeconds(30).plusMillis(1), "in-time");
    AppendRequest late = countsIfRecordedWithin(NOON.plusSeconds(30), "too-late");
    clock.set(NOON.plusSeconds(30));
    rig.append(ledger, SealingRig.stream("newer"), 1);
    long before = rig.size(ledger);

    rig.appendTogether(late, inTime);

    assertThat(SealingRig.outcome(late)).isEqualTo(RequestRule.DUE_PASSED);
    assertThat(recorded("too-late")).isEmpty();
    assertThat(recorded("in-time")).containsOnly(NOON.plusSeconds(30)).hasSize(2);
    assertThat(rig.size(ledger)).isEqualTo(before + 2);
  }

  /** The clock was set back between the decision, which spoke of an instant, and the seal. */
  @Test
  void anEntryThatStandsBeforeTheInstantItSpeaksOfIsForLater() {
    AppendRequest even = counts(RecordedWithin.notBefore(NOON, RequestRule.DUE_PASSED), "even");
    AppendRequest early =
        counts(RecordedWithin.notBefore(NOON.plusMillis(1), RequestRule.DUE_PASSED), "early");

    rig.appendTogether(early, even);

    // No fault of whoever asked, who may not even have named the instant.
    assertThat(SealingRig.outcome(early)).isEqualTo(AppendRefused.Rule.NOT_APPENDED);
    assertThat(recorded("early")).isEmpty();
    assertThat(recorded("even")).hasSize(2);
  }

  @Test
  void whatEachEventOfAnAppendAsksForHolds() {
    RecordedWithin from = RecordedWithin.notBefore(NOON.plusMillis(1), RequestRule.DUE_PASSED);
    RecordedWithin limit = RecordedWithin.before(NOON.plusMillis(1), RequestRule.DUE_PASSED);
    RecordedWithin shorter = RecordedWithin.before(NOON, RequestRule.NO_OPEN_ITEM);
    AppendRequest early = counts("two-early", from, limit);
    AppendRequest earlyToo = counts("two-early-turned", limit, from);
    AppendRequest late = counts("two-late", limit, shorter);
    AppendRequest even =
        counts("two-even", limit, RecordedWithin.notBefore(NOON, RequestRule.DUE_PASSED));

    rig.appendTogether(early, earlyToo, late, even);

    assertThat(SealingRig.outcome(early)).isEqualTo(AppendRefused.Rule.NOT_APPENDED);
    assertThat(SealingRig.outcome(earlyToo)).isEqualTo(AppendRefused.Rule.NOT_APPENDED);
    assertThat(SealingRig.outcome(late)).isEqualTo(RequestRule.NO_OPEN_ITEM);
    assertThat(recorded("two-even")).hasSize(2);
  }

  @Test
  void anEntryThatItsStreamsHeadMovesToItsLimitIsRefused() {
    clock.set(NOON.plusSeconds(5));
    rig.append(ledger, SealingRig.stream("ahead-of-us"), 1);
    clock.set(NOON);
    AppendRequest late = countsIfRecordedWithin(NOON.plusSeconds(5), "ahead-of-us");

    rig.appendTogether(late);

    assertThat(SealingRig.outcome(late)).isEqualTo(RequestRule.DUE_PASSED);
    assertThat(recorded("ahead-of-us")).hasSize(1);
  }

  @Test
  void anAuthorityEntryMoreThanADayOldIsRefusedAndAYoungerOneIsTakenAsItIs() {
    AppendRequest stale = authoritySealedAt(NOON, "root-old");
    AppendRequest young = authoritySealedAt(NOON.plusMillis(1), "root-young");
    clock.set(NOON.plus(Duration.ofHours(24)).plusMillis(1));
    rig.append(ledger, SealingRig.stream("newer"), 1);
    long before = rig.size(ledger);

    rig.appendTogether(stale, young);

    assertThat(SealingRig.outcome(stale)).isEqualTo(Rule.AUTHORITY_ENTRY_STALE);
    assertThat(SealingRig.result(young).firstLeafIndex()).isEqualTo(before);
    assertThat(recorded("root-young")).containsExactly(NOON.plusMillis(1));
  }

  private AppendRequest authoritySealedAt(Instant time, String stream) {
    EventHeader header = SealingRig.noted(ledger, SealingRig.stream(stream), "x", time).header();
    return rig.sealing(name -> time)
        .prepareAuthority(ledger, new UnsealedEvent(header, new Remarked("x")), null);
  }

  @Test
  void anEntryUnderAKeyThatIsNoLongerTheHeadsIsSealedAgain() {
    AppendRequest sealed = rig.prepare(ledger, SealingRig.stream("rotated"), 1, null);
    EntrySigner current = rig.keys.find(ledger.origin()).orElseThrow().entry();
    EntrySigner retired = TestKeys.stranger();
    List<SealedEntry> underRetired =
        sealed.entries().stream()
            .map(entry -> EntrySealer.reseal(entry, null, NOON, retired))
            .toList();
    AppendRequest request =
        new AppendRequest(
            ledger, underRetired, sealed.vaulted(), null, current, new CompletableFuture<>());

    rig.appendTogether(request);

    StoredEvent stored = rig.store.stream(ledger.name(), SealingRig.stream("rotated")).getFirst();
    assertThat(stored.entry().keyId()).isEqualTo(current.keyId());
  }

  @Test
  void aProcessWithoutTheHeadsEntryKeyAppendsNothing() {
    AppendRequest sealed = rig.prepare(ledger, SealingRig.stream("stranger"), 1, null);
    long before = rig.size(ledger);
    String own = rig.keys.find(ledger.origin()).orElseThrow().entry().keyId().value();
    putInForce(TestKeys.stranger().keyId().value());

    rig.appendTogether(sealed);

    assertThat(SealingRig.outcome(sealed)).isEqualTo(Rule.NOT_APPENDED);
    assertThat(rig.size(ledger)).isEqualTo(before);
    putInForce(own);
  }

  private void putInForce(String keyId) {
    rig.database.tamper(
        "UPDATE ledger_head SET entry_key = '"
            + keyId
            + "' WHERE ledger_id = '"
            + ledger.id()
            + "'");
  }
}
