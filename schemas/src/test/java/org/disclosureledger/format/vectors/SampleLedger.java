package org.disclosureledger.format.vectors;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.Entry;
import org.disclosureledger.format.EntryCodec;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.format.StreamLink;
import org.disclosureledger.format.merkle.InclusionProof;
import org.disclosureledger.format.merkle.SampleTree;
import org.disclosureledger.format.merkle.TreeHash;
import org.disclosureledger.format.merkle.TreeHead;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.NoteSignature;
import org.disclosureledger.format.note.Receipt;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.format.note.VerifierKey;
import org.disclosureledger.format.tile.EntryBundle;
import org.disclosureledger.format.tile.TileCoordinate;

/** An invented ledger that can be given one flaw and written as an export directory. */
final class SampleLedger {
  static final Origin ORIGIN = new Origin("ledger.example.vn/ent-01");
  static final SampleKey AUTHORITY = SampleKey.ed25519("authority");
  static final SampleKey ENTRY = SampleKey.ed25519("entry 1");
  static final SampleKey ENTRY_2 = SampleKey.ed25519("entry 2");
  static final SampleKey CHECKPOINT = SampleKey.ed25519("checkpoint 1");
  static final SampleKey CHECKPOINT_2 = SampleKey.ed25519("checkpoint 2");
  static final String OPENED = "org.disclosureledger.ledger.opened.v1";
  static final String OPENED_AS_SUCCESSOR = "org.disclosureledger.ledger.opened.v2";
  static final String ENROLLED = "org.disclosureledger.key.enrolled.v1";
  static final String RETIRED = "org.disclosureledger.key.retired.v1";

  /** A type that no reader ships a schema for. */
  static final String NOTED = "com.example.note.taken.v1";

  private static final Instant START = Instant.parse("2026-07-01T00:00:00.000Z");

  /** Who a ledger is: its name, and the keys that it opens with. */
  record Identity(Origin origin, SampleKey authority, SampleKey entry, SampleKey checkpoint) {
    /** Keys by these labels with a space and {@code suffix} behind. */
    static Identity of(String origin, String suffix) {
      return new Identity(
          new Origin(origin),
          SampleKey.ed25519("authority " + suffix),
          SampleKey.ed25519("entry " + suffix),
          SampleKey.ed25519("checkpoint " + suffix));
    }

    String vkey() {
      return checkpoint.vkey(origin.value(), VerifierKey.ED25519).toVkey();
    }
  }

  private static final Identity USUAL = new Identity(ORIGIN, AUTHORITY, ENTRY, CHECKPOINT);

  private final Identity identity;
  private final List<byte[]> entries = new ArrayList<>();
  private final Map<StreamId, StreamLink> heads = new HashMap<>();
  private final SampleTree tree = new SampleTree(0);

  SampleLedger() {
    this(USUAL);
  }

  SampleLedger(Identity identity) {
    this.identity = identity;
  }

  static VerifierKey vkey(SampleKey key) {
    return key.vkey(ORIGIN.value(), VerifierKey.ED25519);
  }

  static String policy(SampleKey... logs) {
    StringBuilder policy = new StringBuilder();
    for (SampleKey log : logs) {
      policy.append("log ").append(vkey(log).toVkey()).append('\n');
    }
    return policy.append("quorum none\n").toString();
  }

  static String openedData(String origin) {
    return openedData(
        new Identity(new Origin(origin), AUTHORITY, ENTRY, CHECKPOINT), vkey(CHECKPOINT).toVkey());
  }

  private static String openedData(Identity identity, String vkey) {
    return "{\"origin\":\""
        + identity.origin()
        + "\",\"enterprise\":{\"code\":\"ent-01\",\"nameVi\":\"Doanh nghiệp Ví Dụ\","
        + "\"nameEn\":\"Example Enterprise\"},\"formatVersion\":1,\"sample\":true,"
        + "\"authorityKey\":"
        + identity.authority().jwk().toJson()
        + ",\"entryKey\":"
        + identity.entry().jwk().toJson()
        + ",\"checkpointKeys\":[\""
        + vkey
        + "\"]}";
  }

  /** The same for another ledger. */
  static SampleLedger opened(Identity identity) {
    SampleLedger ledger = new SampleLedger(identity);
    ledger.authority(OPENED, "ledger", openedData(identity, identity.vkey()));
    return ledger;
  }

  /** The usual one, but as the successor of another. */
  static SampleLedger following(String predecessor) {
    SampleLedger ledger = new SampleLedger();
    String data = openedData(ORIGIN.value());
    String opening = data.substring(0, data.length() - 1) + ",\"predecessor\":" + predecessor + "}";
    ledger.authority(OPENED_AS_SUCCESSOR, "ledger", opening);
    ledger.note("note/a");
    ledger.note("note/b");
    return ledger;
  }

  /** A ledger opened as it should be. */
  static SampleLedger opened() {
    SampleLedger ledger = new SampleLedger();
    ledger.authority(OPENED, "ledger", openedData(ORIGIN.value()));
    return ledger;
  }

  /** Opened, with three notes in two streams. */
  static SampleLedger ofFour() {
    SampleLedger ledger = opened();
    ledger.note("note/a");
    ledger.note("note/b");
    ledger.note("note/a");
    return ledger;
  }

  SampleLedger note(String subject) {
    return note(subject, payload -> payload);
  }

  SampleLedger note(String subject, UnaryOperator<EntryPayload> flaw) {
    return add(identity.entry(), NOTED, subject, "{\"text\":\"Ví dụ\"}", flaw);
  }

  SampleLedger authority(String type, String subject, String data) {
    return add(identity.authority(), type, subject, data, payload -> payload);
  }

  SampleLedger add(
      SampleKey key, String type, String subject, String data, UnaryOperator<EntryPayload> flaw) {
    EntryPayload payload = flaw.apply(payload(type, subject, data));
    byte[] input = EntryCodec.signingInput(key.jwk().kid(), payload);
    return append(EntryCodec.assemble(input, key.sign(input)));
  }

  /** A note whose header names one key and that another key signed. */
  SampleLedger signedBy(SampleKey signer, SampleKey named, String subject) {
    EntryPayload payload = payload(NOTED, subject, "{}");
    byte[] input = EntryCodec.signingInput(named.jwk().kid(), payload);
    return append(EntryCodec.assemble(input, signer.sign(input)));
  }

  private SampleLedger append(byte[] bytes) {
    Entry entry = EntryCodec.parse(bytes);
    entries.add(bytes);
    tree.add(entry.leafHash());
    heads.put(entry.payload().subject(), StreamLink.of(entry));
    return this;
  }

  private EntryPayload payload(String type, String subject, String data) {
    StreamId stream = new StreamId(subject);
    StreamLink head = heads.get(stream);
    Instant now = START.plusSeconds(entries.size());
    boolean plain = type.equals(NOTED);
    return new EntryPayload(
        UUID.fromString("01980000-0000-7000-8000-%012x".formatted(entries.size())),
        identity.origin(),
        type,
        stream,
        now,
        now.plusMillis(250),
        head == null ? 0 : head.sequence() + 1,
        head == null ? LeafHash.ZERO : head.leafHash(),
        plain ? new Actor("8f14e45f-ceea-4a7d-9c3b-000000000001") : Actor.SYSTEM,
        plain ? ActorRole.LEGAL : ActorRole.SYSTEM,
        null,
        null,
        plain
            ? "https://example.com/schemas/note.taken.v1"
            : "https://disclosureledger.example/events/"
                + type.substring("org.disclosureledger.".length()),
        data.getBytes(StandardCharsets.UTF_8));
  }

  List<byte[]> entries() {
    return List.copyOf(entries);
  }

  TreeHead head(int size) {
    return new TreeHead(size, TreeHead.rootOf(size, tree));
  }

  byte[] note(TreeHead head, SampleKey... keys) {
    Checkpoint checkpoint = new Checkpoint(identity.origin(), head);
    List<NoteSignature> lines = new ArrayList<>();
    for (SampleKey key : keys) {
      lines.add(key.sign(identity.origin().value(), VerifierKey.ED25519, 0, checkpoint));
    }
    return new SignedNote(checkpoint.text(), lines).toBytes();
  }

  Receipt receipt(int index) {
    int size = entries.size();
    return new Receipt(
        entries.get(index),
        InclusionProof.build(index, size, tree),
        note(head(size), identity.checkpoint()));
  }

  /** The export directory of FORMAT §5, by relative path. */
  Map<String, byte[]> export() {
    int size = entries.size();
    TreeMap<String, byte[]> files = new TreeMap<>();
    byte[] note = note(head(size), identity.checkpoint());
    files.put("checkpoint", note);
    files.put("checkpoints/" + size, note);
    files.put(
        "ledger.json",
        "{\"origin\":\"%s\",\"description\":\"test vector\"}\n"
            .formatted(identity.origin())
            .getBytes(StandardCharsets.UTF_8));
    TileCoordinate.hashTiles(size).forEach(tile -> files.put(tile.path(), hashes(tile)));
    TileCoordinate.entryBundles(size)
        .forEach(bundle -> {
          int first = (int) bundle.firstLeaf();
          files.put(
              bundle.path(), EntryBundle.encode(entries.subList(first, first + bundle.width())));
        });
    return files;
  }

  private byte[] hashes(TileCoordinate tile) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < tile.width(); i++) {
      TreeHash hash = tree.read(8 * tile.level(), tile.index() * TileCoordinate.FULL + i);
      bytes.writeBytes(hash.toBytes());
    }
    return bytes.toByteArray();
  }
}
