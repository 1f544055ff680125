package org.disclosureledger.verifier.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.EntryCodec;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.format.StreamLink;
import org.disclosureledger.format.merkle.InclusionProof;
import org.disclosureledger.format.merkle.LeafHasher;
import org.disclosureledger.format.merkle.TreeFrontier;
import org.disclosureledger.format.merkle.TreeHash;
import org.disclosureledger.format.merkle.TreeHead;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.NoteSignature;
import org.disclosureledger.format.note.Receipt;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.format.note.VerifierKey;
import org.disclosureledger.format.tile.EntryBundle;
import org.disclosureledger.format.tile.TileCoordinate;
import org.jspecify.annotations.Nullable;

/**
 * A ledger under construction. Entries are sealed as the service would, or, through {@link Draft},
 * with whatever a forger would put there. {@link #export} writes FORMAT §5's directory.
 */
public final class TestLedger {
  public static final String ORIGIN = "ledger.example/test";
  public static final String OPENED = "org.disclosureledger.ledger.opened.v1";
  public static final String OPENED_AS_SUCCESSOR = "org.disclosureledger.ledger.opened.v2";
  public static final String ENROLLED = "org.disclosureledger.key.enrolled.v1";
  public static final String RETIRED = "org.disclosureledger.key.retired.v1";

  /** No schema is shipped for it, so its data may be anything. */
  public static final String NOTED = "org.disclosureledger.test.noted.v1";

  public static final TestKey AUTHORITY = TestKey.named("authority");
  public static final TestKey ENTRY = TestKey.named("entry");
  public static final TestKey LOG = TestKey.named("log");
  private static final Instant START = Instant.parse("2026-01-05T01:00:00.000Z");

  private final String origin;
  private final TestKey authority;
  private final TestKey entry;
  private final TestKey log;
  private final List<byte[]> entries = new ArrayList<>();
  private final Map<String, StreamLink> heads = new HashMap<>();
  private final TreeMap<Long, TestKey> checkpoints = new TreeMap<>();

  public TestLedger() {
    this(ORIGIN, AUTHORITY, ENTRY, LOG);
  }

  private TestLedger(String origin, TestKey authority, TestKey entry, TestKey log) {
    this.origin = origin;
    this.authority = authority;
    this.entry = entry;
    this.log = log;
  }

  /** Members of the next entry, as they should be until a test changes them. */
  public static final class Draft {
    public TestKey signer;
    public UUID id;
    public String source;
    public String type = NOTED;
    public String subject;
    public Instant recordedTime;

    /** As claimed; null for the same as {@link #recordedTime}. */
    public @Nullable Instant time;

    public Actor actor = Actor.SYSTEM;
    public ActorRole role = ActorRole.SYSTEM;
    public long sequence;
    public LeafHash previous;
    public String dataSchema;
    public String data = "{\"note\":1}";

    private Draft(
        TestLedger ledger,
        UUID id,
        String subject,
        Instant recordedTime,
        long sequence,
        LeafHash previous) {
      this.signer = ledger.entry;
      this.source = ledger.origin;
      this.id = id;
      this.subject = subject;
      this.recordedTime = recordedTime;
      this.sequence = sequence;
      this.previous = previous;
      this.dataSchema = schemaOf(type);
    }

    public Draft type(String type) {
      this.type = type;
      this.dataSchema = schemaOf(type);
      return this;
    }

    public Draft signer(TestKey signer) {
      this.signer = signer;
      return this;
    }

    public Draft data(String data) {
      this.data = data;
      return this;
    }
  }

  /** A change to a draft. */
  @FunctionalInterface
  public interface Edit {
    void accept(Draft draft);
  }

  private static String schemaOf(String type) {
    return "https://disclosureledger.example/events/"
        + type.substring("org.disclosureledger.".length());
  }

  /** A ledger with its entry 0 alone. */
  public static TestLedger opened() {
    TestLedger ledger = new TestLedger();
    ledger.append("ledger", draft -> draft.type(OPENED).signer(AUTHORITY).data(opening()));
    return ledger;
  }

  /** A ledger of another name and keys, with its entry 0 alone. */
  public static TestLedger another(String name) {
    return another(name, TestKey.named("authority of " + name));
  }

  /** The same with an authority key that another ledger may have too. */
  public static TestLedger another(String name, TestKey authority) {
    TestLedger ledger =
        new TestLedger(
            "ledger.example/" + name,
            authority,
            TestKey.named("entry of " + name),
            TestKey.named("log of " + name));
    ledger.append(
        "ledger",
        draft -> draft.type(OPENED).signer(ledger.authority).data(ledger.openingOfItsOwn()));
    return ledger;
  }

  /** The usual one, but as a successor; {@code predecessor} is what its entry 0 says. */
  public static TestLedger following(String predecessor) {
    String data = opening();
    String said = data.substring(0, data.length() - 1) + ",\"predecessor\":" + predecessor + "}";
    TestLedger ledger = new TestLedger();
    ledger.append("ledger", draft -> draft.type(OPENED_AS_SUCCESSOR).signer(AUTHORITY).data(said));
    return ledger;
  }

  /** A sound ledger of so many entries over five request streams. */
  public static TestLedger of(int size) {
    TestLedger ledger = opened();
    while (ledger.size() < size) {
      ledger.note();
    }
    return ledger;
  }

  /** The data of a sound entry 0. */
  public static String opening() {
    return new TestLedger().openingOfItsOwn();
  }

  private String openingOfItsOwn() {
    return "{\"origin\":\""
        + origin
        + "\",\"enterprise\":{\"code\":\"ENT-01\",\"nameVi\":\"Doanh nghiệp thử\","
        + "\"nameEn\":\"Test enterprise\"},\"formatVersion\":1,\"sample\":true,\"authorityKey\":"
        + authority.jwk().toJson()
        + ",\"entryKey\":"
        + entry.jwk().toJson()
        + ",\"checkpointKeys\":[\""
        + log.vkey(origin).toVkey()
        + "\"]}";
  }

  public int size() {
    return entries.size();
  }

  /** The bytes of one entry; a test may change the list to forge. */
  public List<byte[]> entries() {
    return entries;
  }

  /** A sound entry in one of five streams. */
  public TestLedger note() {
    return append("request/r" + size() % 5, draft -> {});
  }

  public TestLedger append(String subject, Edit edit) {
    StreamLink head = heads.get(subject);
    int index = size();
    Draft draft =
        new Draft(
            this,
            new UUID(0x0198_0000_0000_7000L | (long) index << 16, 0x8000_0000_0000_0000L | index),
            subject,
            START.plusSeconds(index),
            head == null ? 0 : head.sequence() + 1,
            head == null ? LeafHash.ZERO : head.leafHash());
    edit.accept(draft);
    byte[] entry = seal(draft);
    entries.add(entry);
    heads.put(draft.subject, StreamLink.of(EntryCodec.parse(entry)));
    return this;
  }

  private static byte[] seal(Draft draft) {
    EntryPayload payload =
        new EntryPayload(
            draft.id,
            new Origin(draft.source),
            draft.type,
            new StreamId(draft.subject),
            draft.time == null ? draft.recordedTime : draft.time,
            draft.recordedTime,
            draft.sequence,
            draft.previous,
            draft.actor,
            draft.role,
            null,
            null,
            draft.dataSchema,
            draft.data.getBytes(StandardCharsets.UTF_8));
    byte[] input = EntryCodec.signingInput(draft.signer.jwk().kid(), payload);
    return EntryCodec.assemble(input, draft.signer.sign(input));
  }

  /** An entry that enrols a key; {@code key} is the JSON of members key or vkey. */
  public TestLedger enrol(String role, String key) {
    return keyEvent(ENROLLED, "{\"role\":\"" + role + "\"," + key + "}");
  }

  /** An entry that retires a key; {@code key} is the JSON of members kid or vkey and the rest. */
  public TestLedger retire(String role, String key) {
    return keyEvent(RETIRED, "{\"role\":\"" + role + "\"," + key + "}");
  }

  private TestLedger keyEvent(String type, String data) {
    return append("keys", draft -> draft.type(type).signer(AUTHORITY).data(data));
  }

  /** Adds {@code checkpoints/<size>} to the export. */
  public TestLedger checkpointAt(long size) {
    return checkpointAt(size, LOG);
  }

  public TestLedger checkpointAt(long size, TestKey signer) {
    checkpoints.put(size, signer);
    return this;
  }

  public Checkpoint checkpoint(long size) {
    TreeFrontier frontier = TreeFrontier.empty();
    entries.subList(0, (int) size).forEach(entry -> frontier.append(LeafHash.ofEntry(entry)));
    return new Checkpoint(new Origin(origin), frontier.head());
  }

  public SignedNote note(long size, TestKey signer) {
    return sign(checkpoint(size), signer);
  }

  /** A checkpoint, true or not, with one signature. */
  public static SignedNote sign(Checkpoint checkpoint, TestKey signer) {
    VerifierKey key = signer.vkey(checkpoint.origin().value());
    byte[] text = checkpoint.text();
    return new SignedNote(
        text, List.of(new NoteSignature(key.name(), key.id(), signer.sign(text))));
  }

  public Receipt receipt(long index) {
    long size = size();
    InclusionProof proof = InclusionProof.build(index, size, this::subtree);
    return new Receipt(entries.get((int) index), proof, note(size, LOG).toBytes());
  }

  private TreeHash subtree(int level, long index) {
    if (level == 0) {
      return TreeHash.of(LeafHash.ofEntry(entries.get((int) index)));
    }
    return LeafHasher.node(subtree(level - 1, 2 * index), subtree(level - 1, 2 * index + 1));
  }

  /** All files of the export, by path. */
  public Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>(tiles());
    files.put("checkpoint", note(size(), log).toBytes());
    files.put("checkpoints/" + size(), note(size(), log).toBytes());
    checkpoints.forEach((at, key) -> files.put("checkpoints/" + at, note(at, key).toBytes()));
    return files;
  }

  /** Tiles and bundles only. */
  public Map<String, byte[]> tiles() {
    Map<String, byte[]> files = new TreeMap<>();
    TileCoordinate.entryBundles(size())
        .forEach(tile -> {
          int from = (int) tile.firstLeaf();
          List<byte[]> bundle = entries.subList(from, from + tile.width());
          files.put(tile.path(), EntryBundle.encode(bundle));
        });
    TileCoordinate.hashTiles(size())
        .forEach(tile -> {
          byte[] hashes = new byte[tile.width() * TreeHash.LENGTH];
          for (int i = 0; i < tile.width(); i++) {
            TreeHash hash = subtree(8 * tile.level(), tile.index() * 256 + i);
            System.arraycopy(hash.toBytes(), 0, hashes, i * TreeHash.LENGTH, 32);
          }
          files.put(tile.path(), hashes);
        });
    return files;
  }

  /** Writes the export directory, replacing what was there. */
  public Path export(Path directory) throws IOException {
    write(directory, files());
    return directory;
  }

  /** Makes the directory hold exactly these files. */
  public static void write(Path directory, Map<String, byte[]> files) throws IOException {
    Set<Path> kept = new HashSet<>();
    Files.createDirectories(directory);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = directory.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
      kept.add(path);
    }
    try (var all = Files.walk(directory)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        if (!kept.contains(path)) {
          Files.delete(path);
        }
      }
    }
  }

  /** The key that signs its checkpoints. */
  public TestKey log() {
    return log;
  }

  /** A policy that trusts the test ledger's log key and asks for no witness. */
  public static String policy() {
    return "log " + LOG.vkey(ORIGIN).toVkey() + "\nquorum none\n";
  }

  public static Path writePolicy(Path file) throws IOException {
    return Files.writeString(file, policy());
  }

  /** This ledger's head as its auditor would have accepted it. */
  public TreeHead head() {
    return checkpoint(size()).head();
  }
}
