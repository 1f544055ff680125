package org.disclosureledger.service.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.disclosureledger.format.KeyId;
import org.disclosureledger.format.Origin;
import org.disclosureledger.service.database.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Pkcs12KeyRingTest {
  private static final Origin ORIGIN = new Origin("ledger.example/keys");

  @TempDir Path folder;

  private Path ringFolder() {
    return folder.resolve("keys");
  }

  private Pkcs12KeyRing open() {
    return Pkcs12KeyRing.open(ringFolder(), new SecureRandom());
  }

  private static List<String> identities(KeyRing ring) {
    LedgerKeys keys = ring.find(ORIGIN).orElseThrow();
    return List.of(
        keys.authority().keyId().value(),
        keys.entry().keyId().value(),
        keys.checkpoint().verifierKey().toVkey());
  }

  @Test
  void reopenedItHasTheSameKeys() {
    Pkcs12KeyRing first = open();
    first.create(ORIGIN);
    Pkcs12KeyRing again = open();

    assertThat(identities(again)).isEqualTo(identities(first));
    assertThat(again.lookupKey().getEncoded()).isEqualTo(first.lookupKey().getEncoded());
    assertThat(again.wrappingKey().id()).isEqualTo(first.wrappingKey().id());
    assertThat(again.wrappingKey().key().getEncoded())
        .isEqualTo(first.wrappingKey().key().getEncoded());
    byte[] message = {1, 2, 3};
    assertThat(again.find(ORIGIN).orElseThrow().entry().sign(message))
        .isEqualTo(first.find(ORIGIN).orElseThrow().entry().sign(message));
  }

  @Test
  void allKeysDifferAcrossRolesAndLedgers() {
    Pkcs12KeyRing ring = open();
    LedgerKeys one = ring.create(ORIGIN);
    LedgerKeys two = ring.create(new Origin("ledger.example/keys-2"));

    assertThat(
            Stream.of(one, two)
                .flatMap(keys ->
                    Stream.of(
                        keys.authority().publicKey().x(),
                        keys.entry().publicKey().x(),
                        keys.checkpoint().verifierKey().key()))
                .map(java.util.HexFormat.of()::formatHex))
        .doesNotHaveDuplicates()
        .hasSize(6);
    assertThat(ring.lookupKey().getEncoded()).isNotEqualTo(ring.wrappingKey().key().getEncoded());
  }

  @Test
  void aLedgersKeysAreNeverOverwritten() {
    Pkcs12KeyRing ring = open();
    ring.create(ORIGIN);
    List<String> before = identities(ring);

    assertThatThrownBy(() -> ring.create(ORIGIN)).isInstanceOf(IllegalStateException.class);
    assertThat(identities(open())).isEqualTo(before);
  }

  @Test
  void keysThatCannotBeStoredAreNotUsed() throws IOException {
    Pkcs12KeyRing ring = open();
    // in the way of the new file, as a full disk would be
    Files.createDirectories(ringFolder().resolve("service.p12.new/in-the-way"));

    assertThatThrownBy(() -> ring.create(ORIGIN)).isInstanceOf(RuntimeException.class);
    assertThat(ring.find(ORIGIN)).isEmpty();
  }

  @Test
  void aWrongPasswordIsRefusedAtStart() throws IOException {
    open().create(ORIGIN);
    Files.writeString(ringFolder().resolve("password"), "wrong\n");

    assertThatThrownBy(this::open)
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("cannot be opened");
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "service.p12", "authority.p12"})
  void aFileThatOthersMayReadIsRefusedAtStart(String file) throws IOException {
    open().create(ORIGIN);
    Files.setPosixFilePermissions(
        ringFolder().resolve(file), PosixFilePermissions.fromString("rw-r-----"));

    assertThatThrownBy(this::open)
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void aFolderThatOthersMayEnterIsRefusedAtStart() throws IOException {
    open();
    Files.setPosixFilePermissions(ringFolder(), PosixFilePermissions.fromString("rwxr-x---"));

    assertThatThrownBy(this::open).isInstanceOf(StartRefused.class);
  }

  @Test
  void itsFilesAreItsOwnersAlone() throws IOException {
    open().create(ORIGIN);
    try (Stream<Path> files = Files.list(ringFolder())) {
      assertThat(files.toList())
          .hasSize(4)
          .allSatisfy(file ->
              assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                  .isEqualTo("rw-------"));
    }
  }

  @Test
  void twoRingsOnOneFolderLoseNeitherOnesKeys() {
    Pkcs12KeyRing one = open();
    Pkcs12KeyRing two = open();
    Origin other = new Origin("ledger.example/keys-2");
    one.create(ORIGIN);
    two.create(other);
    one.stageEntryKey(ORIGIN);

    Pkcs12KeyRing again = open();
    assertThat(identities(again)).isEqualTo(identities(one)).isEqualTo(identities(two));
    assertThat(again.find(other).orElseThrow().entry().keyId())
        .isEqualTo(two.find(other).orElseThrow().entry().keyId());
    assertThat(again.find(other)).isPresent();
  }

  @Test
  void manyRingsThatChangeTheFolderAtOnceLoseNothing() throws Exception {
    open();
    List<Origin> origins =
        IntStream.range(0, 8).mapToObj(i -> new Origin("ledger.example/keys-" + i)).toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<LedgerKeys>> created =
          origins.stream().map(o -> threads.submit(() -> open().create(o))).toList();
      Pkcs12KeyRing ring = null;
      for (int i = 0; i < created.size(); i++) {
        LedgerKeys keys = created.get(i).get();
        ring = ring == null ? open() : ring;
        assertThat(ring.find(origins.get(i)).orElseThrow().entry().keyId())
            .isEqualTo(keys.entry().keyId());
      }
    }
  }

  @Test
  void aRotationByAnotherReplicaIsSeen() {
    Pkcs12KeyRing here = open();
    KeyId old = here.create(ORIGIN).entry().keyId();
    Pkcs12KeyRing there = open();
    KeyId next = there.stageEntryKey(ORIGIN).keyId();

    assertThat(here.entryKey(ORIGIN, next)).isPresent();
    assertThat(here.find(ORIGIN).orElseThrow().entry().keyId()).isEqualTo(old);

    there.promoteEntryKey(ORIGIN, next);
    assertThat(here.entryKey(ORIGIN, next)).isPresent();
    assertThat(here.find(ORIGIN).orElseThrow().entry().keyId()).isEqualTo(next);
    assertThat(here.entryKey(ORIGIN, old)).isEmpty();
  }

  @Test
  void theSameChangeOverTwiceIsOne() {
    Pkcs12KeyRing ring = open();
    ring.create(ORIGIN);
    KeyId next = ring.stageEntryKey(ORIGIN).keyId();
    ring.promoteEntryKey(ORIGIN, next);
    ring.promoteEntryKey(ORIGIN, next);
    assertThat(ring.find(ORIGIN).orElseThrow().entry().keyId()).isEqualTo(next);
    assertThat(ring.stageEntryKey(ORIGIN).keyId()).isNotEqualTo(next);
  }

  @Test
  void withTheAuthorityKeyOffLineTheOthersServe() throws IOException {
    List<String> before = identities(withKeys(open()));
    Files.move(ringFolder().resolve("authority.p12"), folder.resolve("in-the-safe.p12"));

    Pkcs12KeyRing ring = open();
    LedgerKeys keys = ring.find(ORIGIN).orElseThrow();
    assertThat(keys.authorityKey()).isEmpty();
    assertThat(keys.entry().keyId().value()).isEqualTo(before.get(1));
    assertThat(keys.checkpoint().verifierKey().toVkey()).isEqualTo(before.get(2));
    assertThatThrownBy(keys::authority)
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("authority.p12");
    assertThatThrownBy(() -> ring.create(ORIGIN)).isInstanceOf(IllegalStateException.class);
  }

  private static Pkcs12KeyRing withKeys(Pkcs12KeyRing ring) {
    ring.create(ORIGIN);
    return ring;
  }

  @Test
  void aNewWrappingKeyIsInForceEverywhereAndTheOldOneStillOpens() {
    Pkcs12KeyRing ring = open();
    Pkcs12KeyRing replica = open();
    KeyRing.WrappingKey old = ring.wrappingKey();
    KeyRing.WrappingKey next = ring.nextWrappingKey(old.id());

    assertThat(next.id()).isNotEqualTo(old.id());
    assertThat(next.key().getEncoded()).isNotEqualTo(old.key().getEncoded());
    for (KeyRing seen : List.of(ring, replica, open())) {
      assertThat(seen.wrappingKeys()).containsExactly(old.id(), next.id());
      assertThat(seen.wrappingKey().key().getEncoded()).isEqualTo(next.key().getEncoded());
      assertThat(seen.wrappingKey(old.id()).orElseThrow().key().getEncoded())
          .isEqualTo(old.key().getEncoded());
    }
    assertThat(next.toString()).doesNotContain("SecretKey");
  }

  @Test
  void twoReplicasThatRotateAtOnceMakeOneKey() {
    Pkcs12KeyRing ring = open();
    Pkcs12KeyRing replica = open();
    String old = ring.wrappingKey().id();

    String next = ring.nextWrappingKey(old).id();
    assertThat(replica.nextWrappingKey(old).id()).isEqualTo(next);
    assertThat(open().wrappingKeys()).containsExactly(old, next);
  }

  @Test
  void aDestroyedWrappingKeyIsInNoFileOfTheFolder() throws IOException {
    Pkcs12KeyRing ring = open();
    Pkcs12KeyRing replica = open();
    String old = ring.wrappingKey().id();
    assertThatThrownBy(() -> ring.destroyWrappingKey(old))
        .isInstanceOf(IllegalArgumentException.class);
    String next = ring.nextWrappingKey(old).id();

    ring.destroyWrappingKey(old);
    ring.destroyWrappingKey(old);

    for (KeyRing seen : List.of(ring, replica, open())) {
      assertThat(seen.wrappingKey(old)).isEmpty();
      assertThat(seen.wrappingKey().id()).isEqualTo(next);
      assertThat(seen.wrappingKeys()).containsExactly(next);
    }
    try (Stream<Path> files = Files.list(ringFolder())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("service.p12", "password", "keys.lock");
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(ringFolder().resolve("service.p12"))))
        .isEqualTo("rw-------");
  }

  @Test
  void afterTheTenthWrappingKeyTheEleventhIsInForce() {
    Pkcs12KeyRing ring = open();
    for (int i = 0; i < 10; i++) {
      ring.nextWrappingKey(ring.wrappingKey().id());
    }
    assertThat(open().wrappingKey().id()).startsWith("vault-wrapping-11-");
  }
}
