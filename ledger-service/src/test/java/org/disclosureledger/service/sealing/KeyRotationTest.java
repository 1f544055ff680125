package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.disclosureledger.format.Entry;
import org.disclosureledger.format.KeyId;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.format.StreamLink;
import org.disclosureledger.service.database.StartRefused;
import org.disclosureledger.service.keys.KeyRing;
import org.disclosureledger.service.keys.TestKeys;
import org.disclosureledger.service.opening.KeyRotation;
import org.disclosureledger.service.opening.TestOpening;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rotation of the entry key under load, through crashes, twice, and beside another replica. */
class KeyRotationTest {
  private static final int WRITERS = 8;
  private static final int ROTATIONS = 3;
  private static final StreamId KEYS = new StreamId("keys");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path keys;
  private SealingRig rig;
  private LedgerDescription ledger;

  @BeforeEach
  void open() {
    rig = new SealingRig(keys.resolve("ring"));
    ledger = rig.open("rotated");
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private KeyRotation rotation(KeyRing ring) {
    return TestOpening.rotation(rig.database, ring, rig.store, rig.sealing(), rig.clocks);
  }

  private KeyId entryKey() {
    return rig.keys.find(ledger.origin()).orElseThrow().entry().keyId();
  }

  private List<Entry> entries() {
    return rig.store.after(-1, 100_000).stream().map(StoredEvent::entry).toList();
  }

  /**
   * FORMAT §3 from the entries alone: each entry's key was enrolled below it and not retired up to
   * it, no key is enrolled twice, and only the authority speaks in {@code keys}.
   */
  private void requireValidKeys() {
    List<Entry> entries = entries();
    JsonNode opened = data(entries.getFirst());
    KeyId authority = new KeyId(opened.path("authorityKey").path("kid").asString());
    Map<KeyId, byte[]> enrolled = new HashMap<>();
    enrolled.put(authority, x(opened.path("authorityKey")));
    List<KeyId> inForce = new ArrayList<>();
    enrol(opened.path("entryKey"), enrolled, inForce);
    Map<StreamId, StreamLink> heads = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      StreamId stream = entry.payload().subject();
      boolean byAuthority = i == 0 || stream.equals(KEYS);
      assertThat(byAuthority ? List.of(authority) : inForce)
          .as("leaf " + i)
          .contains(entry.keyId());
      byte[] key = Objects.requireNonNull(enrolled.get(entry.keyId()));
      assertThat(LedgerAudit.ed25519(key, entry.signingInput(), entry.signature())).isTrue();
      StreamLink.check(heads.get(stream), entry.payload());
      heads.put(stream, StreamLink.of(entry));
      if (stream.equals(KEYS)) {
        if (entry.payload().type().contains(".key.enrolled.")) {
          enrol(data(entry).path("key"), enrolled, inForce);
        } else {
          assertThat(inForce.remove(new KeyId(data(entry).path("kid").asString()))).isTrue();
        }
      }
    }
    assertThat(inForce).containsExactly(entryKey());
  }

  private static void enrol(JsonNode jwk, Map<KeyId, byte[]> enrolled, List<KeyId> inForce) {
    KeyId kid = new KeyId(jwk.path("kid").asString());
    assertThat(enrolled.put(kid, x(jwk))).as("enrolled twice").isNull();
    inForce.add(kid);
  }

  private static byte[] x(JsonNode jwk) {
    return java.util.Base64.getUrlDecoder().decode(jwk.path("x").asString());
  }

  private static JsonNode data(Entry entry) {
    return JSON.readTree(new String(entry.payload().data(), StandardCharsets.UTF_8));
  }

  private int write(int writer, AtomicBoolean stop) {
    StreamId stream = SealingRig.stream("writer-" + writer);
    int written = 0;
    while (!stop.get()) {
      rig.append(ledger, stream, 2);
      written += 2;
    }
    return written;
  }

  @Test
  void eightWritersLoseNothingWhileTheKeyChangesUnderThem() throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    long opening = rig.size(ledger);
    long written = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> writers = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        int number = writer;
        writers.add(threads.submit(() -> write(number, stop)));
      }
      try {
        for (int i = 0; i < ROTATIONS; i++) {
          KeyId next = rotation(rig.keys).rotate(ledger);
          assertThat(entryKey()).isEqualTo(next);
          rig.append(ledger, SealingRig.stream("between"), 1);
          written++;
        }
      } finally {
        stop.set(true);
      }
      for (Future<Integer> writer : writers) {
        written += writer.get();
      }
    }
    assertThat(rig.size(ledger)).isEqualTo(opening + written + 2 * ROTATIONS);
    requireValidKeys();
  }

  @Test
  void whatWasSealedUnderTheOldKeyIsSealedAgainUnderTheNewOne() {
    AppendRequest old = rig.prepare(ledger, SealingRig.stream("waiting"), 3, null);
    KeyId next = rotation(rig.keys).rotate(ledger);

    rig.appendTogether(old);

    assertThat(rig.store.stream(ledger.name(), SealingRig.stream("waiting")))
        .hasSize(3)
        .allSatisfy(event -> assertThat(event.entry().keyId()).isEqualTo(next));
    requireValidKeys();
  }

  /** The ring of a process that is killed once the ledger has the new key. */
  private KeyRing killedBeforeTheChangeOver() {
    return TestKeys.failingToPromote(rig.keys);
  }

  @Test
  void aCrashBetweenTheLedgersWordAndTheRingsIsFinishedAtTheNextStart() {
    KeyId old = entryKey();
    assertThatThrownBy(() -> rotation(killedBeforeTheChangeOver()).rotate(ledger))
        .isInstanceOf(IllegalStateException.class);
    assertThat(entryKey()).isEqualTo(old);
    rig.append(ledger, SealingRig.stream("after-the-crash"), 2);

    TestOpening.finish(rotation(rig.keys), ledger);

    assertThat(entryKey()).isNotEqualTo(old);
    rig.append(ledger, SealingRig.stream("after-the-crash"), 2);
    requireValidKeys();
  }

  @Test
  void aRotationAfterACrashEnrolsANewKeyAndNotTheSameAgain() {
    assertThatThrownBy(() -> rotation(killedBeforeTheChangeOver()).rotate(ledger))
        .isInstanceOf(IllegalStateException.class);

    KeyId next = rotation(rig.keys).rotate(ledger);

    assertThat(entryKey()).isEqualTo(next);
    rig.append(ledger, SealingRig.stream("later"), 1);
    assertThat(rig.store.stream(ledger.name(), KEYS)).hasSize(4);
    requireValidKeys();
  }

  @Test
  void aReplicaOnTheSameKeyFolderGoesOnAfterTheOtherRotated() {
    KeyRing there = TestKeys.open(keys.resolve("ring"));
    KeyId first = rotation(there).rotate(ledger);
    rig.append(ledger, SealingRig.stream("here"), 1);
    assertThat(entryKey()).isEqualTo(first);
    KeyId second = rotation(rig.keys).rotate(ledger);
    assertThat(second).isNotEqualTo(first);
    rig.append(ledger, SealingRig.stream("here"), 1);
    requireValidKeys();
  }

  @Test
  void withoutTheAuthorityKeyNothingIsRotatedAndAppendsGoOn() throws IOException {
    Files.delete(keys.resolve("ring/authority.p12"));
    KeyRing ring = TestKeys.open(keys.resolve("ring"));
    assertThatThrownBy(() -> rotation(ring).rotate(ledger))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("authority.p12");
    assertThat(rig.store.stream(ledger.name(), KEYS)).isEmpty();
    rig.append(ledger, SealingRig.stream("still"), 1);
    requireValidKeys();
  }
}
