package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.format.CommitmentSlot;
import org.disclosureledger.format.Disclosure;
import org.disclosureledger.format.Entry;
import org.disclosureledger.format.EntryCodec;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.format.StreamLink;
import org.disclosureledger.format.merkle.TreeFrontier;
import org.disclosureledger.format.merkle.TreeHash;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.NoteSignature;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.format.note.VerifierKey;
import org.disclosureledger.service.keys.LedgerKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads every table as it lies there and checks the whole log by means of its own: signatures by
 * the JDK, tiles and roots recomputed from the leaves. Run after every step of a test.
 */
final class LedgerAudit {
  private final SealingRig rig;
  private final JdbcClient database;

  LedgerAudit(SealingRig rig) {
    this.rig = rig;
    this.database = JdbcClient.create(rig.database.superuser());
  }

  private record Row(
      long position,
      long leafIndex,
      String stream,
      long sequence,
      UUID eventId,
      String type,
      Instant recordedAt,
      byte[] bytes,
      byte[] leafHash) {}

  void verify() {
    verifyPositions();
    rig.directory.all().forEach(this::verify);
  }

  /** Positions are gap-free over all ledgers, from 0 to the head. */
  private void verifyPositions() {
    List<Long> positions =
        database
            .sql("SELECT position FROM entry ORDER BY position")
            .query((row, n) -> row.getLong(1))
            .list();
    for (int i = 0; i < positions.size(); i++) {
      assertThat(positions.get(i)).isEqualTo(i);
    }
    assertThat(rig.store.headPosition()).isEqualTo(positions.size() - 1);
  }

  void verify(LedgerDescription ledger) {
    List<Row> rows = rows(ledger);
    List<LeafHash> leaves = new ArrayList<>();
    Map<StreamId, StreamLink> heads = new HashMap<>();
    LedgerKeys keys = rig.keys.find(ledger.origin()).orElseThrow();
    Instant newest = Instant.EPOCH;
    for (Row row : rows) {
      Entry entry = EntryCodec.parse(row.bytes());
      EntryPayload payload = entry.payload();
      verifyRow(ledger, row, entry, leaves.size());
      boolean byAuthority = entry.keyId().equals(keys.authority().keyId());
      assertThat(byAuthority || !leaves.isEmpty()).isTrue();
      byte[] publicKey = (byAuthority ? keys.authority() : keys.entry()).publicKey().x();
      assertThat(ed25519(publicKey, entry.signingInput(), entry.signature())).isTrue();
      StreamLink.check(heads.get(payload.subject()), payload);
      Duration slack =
          byAuthority ? FormatLimits.AUTHORITY_SLACK : FormatLimits.RECORDED_TIME_SLACK;
      assertThat(payload.recordedTime()).isAfterOrEqualTo(newest.minus(slack));
      newest = newest.isAfter(payload.recordedTime()) ? newest : payload.recordedTime();
      verifyDisclosures(ledger, entry, row.leafIndex());
      heads.put(payload.subject(), StreamLink.of(entry));
      leaves.add(entry.leafHash());
    }
    verifyTree(ledger, leaves);
    verifyNotes(ledger, leaves, keys.checkpoint().verifierKey());
    verifyAnswers(ledger, leaves.size());
    new RegisterAudit(database, rig.types).verify(ledger);
  }

  private List<Row> rows(LedgerDescription ledger) {
    return database
        .sql("SELECT * FROM entry WHERE ledger_id = :l ORDER BY leaf_index")
        .param("l", ledger.id())
        .query((row, n) ->
            new Row(
                row.getLong("position"),
                row.getLong("leaf_index"),
                row.getString("stream_id"),
                row.getLong("sequence"),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getBytes("bytes"),
                row.getBytes("leaf_hash")))
        .list();
  }

  private static void verifyRow(LedgerDescription ledger, Row row, Entry entry, int index) {
    EntryPayload payload = entry.payload();
    assertThat(row.leafIndex()).isEqualTo(index);
    assertThat(row.leafHash()).isEqualTo(LeafHash.ofEntry(row.bytes()).toBytes());
    assertThat(row.stream()).isEqualTo(payload.subject().value());
    assertThat(row.sequence()).isEqualTo(payload.streamSequence());
    assertThat(row.eventId()).isEqualTo(payload.id());
    assertThat(row.type()).isEqualTo(payload.type());
    assertThat(row.recordedAt()).isEqualTo(payload.recordedTime());
    assertThat(payload.source()).isEqualTo(ledger.origin());
  }

  private void verifyDisclosures(LedgerDescription ledger, Entry entry, long leafIndex) {
    if (entry.slots().isEmpty()) {
      return;
    }
    assertThat(rig.vault.open(ledger.id(), entry.payload().subject(), leafIndex))
        .extracting(Disclosure::digest)
        .containsExactlyElementsOf(entry.slots().stream().map(CommitmentSlot::digest).toList());
  }

  private void verifyTree(LedgerDescription ledger, List<LeafHash> leaves) {
    TreeFrontier frontier = frontier(leaves, leaves.size());
    database
        .sql("SELECT size, root, frontier FROM ledger_head WHERE ledger_id = :l")
        .param("l", ledger.id())
        .query(row -> {
          assertThat(row.getLong(1)).isEqualTo(leaves.size());
          assertThat(row.getBytes(2)).isEqualTo(frontier.root().toBytes());
          assertThat(row.getBytes(3)).isEqualTo(frontier.toBytes());
        });
    ReferenceTiles reference = new ReferenceTiles(leaves);
    assertThat(reference.root()).isEqualTo(frontier.root());
    Map<String, byte[]> stored = new HashMap<>();
    database
        .sql("SELECT level, index, hashes FROM tile WHERE ledger_id = :l")
        .param("l", ledger.id())
        .query(row -> {
          stored.put(row.getInt(1) + "/" + row.getLong(2), row.getBytes(3));
        });
    Map<String, byte[]> expected = reference.fullTiles();
    assertThat(stored.keySet()).isEqualTo(expected.keySet());
    stored.forEach((place, hashes) -> assertThat(hashes).isEqualTo(expected.get(place)));
  }

  private void verifyNotes(LedgerDescription ledger, List<LeafHash> leaves, VerifierKey key) {
    Map<Long, byte[]> notes = new HashMap<>();
    database
        .sql("SELECT size, note FROM checkpoint WHERE ledger_id = :l")
        .param("l", ledger.id())
        .query(row -> {
          notes.put(row.getLong(1), row.getBytes(2));
        });
    if (!leaves.isEmpty()) {
      assertThat(notes).containsKey((long) leaves.size());
    }
    TreeFrontier growing = TreeFrontier.empty();
    for (LeafHash leaf : leaves) {
      growing.append(leaf);
      byte[] note = notes.remove(growing.size());
      if (note != null) {
        verifyNote(ledger, note, growing.root(), key);
      }
    }
    assertThat(notes).as("notes over what was never committed").isEmpty();
  }

  private static void verifyNote(
      LedgerDescription ledger, byte[] note, TreeHash root, VerifierKey key) {
    SignedNote signed = SignedNote.parse(note);
    Checkpoint checkpoint = Checkpoint.parse(signed.text());
    assertThat(checkpoint.origin()).isEqualTo(ledger.origin());
    assertThat(checkpoint.head().root()).isEqualTo(root);
    assertThat(signed.signatures()).hasSize(1);
    NoteSignature signature = signed.signatures().getFirst();
    assertThat(signature.name()).isEqualTo(key.name());
    assertThat(signature.id()).isEqualTo(key.id());
    assertThat(ed25519(key.key(), signed.text(), signature.signature())).isTrue();
  }

  private void verifyAnswers(LedgerDescription ledger, int size) {
    database
        .sql("SELECT first_leaf_index, entry_count FROM idempotency WHERE ledger_id = :l")
        .param("l", ledger.id())
        .query(row -> {
          assertThat(row.getLong(1) + row.getInt(2)).isLessThanOrEqualTo(size);
        });
  }

  static TreeFrontier frontier(List<LeafHash> leaves, int size) {
    TreeFrontier frontier = TreeFrontier.empty();
    leaves.subList(0, size).forEach(frontier::append);
    return frontier;
  }

  /** RFC 8032 by the JDK: another implementation than the one that signed. */
  static boolean ed25519(byte[] publicKey, byte[] message, byte[] signature) {
    try {
      byte[] bigEndian = publicKey.clone();
      for (int i = 0; i < bigEndian.length / 2; i++) {
        byte swap = bigEndian[i];
        bigEndian[i] = bigEndian[bigEndian.length - 1 - i];
        bigEndian[bigEndian.length - 1 - i] = swap;
      }
      boolean odd = (bigEndian[0] & 0x80) != 0;
      bigEndian[0] &= 0x7f;
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(
          KeyFactory.getInstance("Ed25519")
              .generatePublic(
                  new EdECPublicKeySpec(
                      NamedParameterSpec.ED25519,
                      new EdECPoint(odd, new java.math.BigInteger(1, bigEndian)))));
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(Arrays.toString(publicKey), e);
    }
  }
}
