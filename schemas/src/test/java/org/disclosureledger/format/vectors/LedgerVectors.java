package org.disclosureledger.format.vectors;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.format.PublicJwk;
import org.disclosureledger.format.merkle.TreeHash;
import org.disclosureledger.format.merkle.TreeHead;
import org.disclosureledger.format.note.VerifierKey;

/** Export directories, sound ones and each with one flaw that only the whole ledger shows. */
final class LedgerVectors {
  private static final UnaryOperator<EntryPayload> SOUND = UnaryOperator.identity();
  private static final String POLICY = SampleLedger.policy(SampleLedger.CHECKPOINT);
  private static final String ORIGIN = SampleLedger.ORIGIN.value();
  private static final String KEYS = "keys";

  private final Vectors vectors;

  private LedgerVectors(Vectors vectors) {
    this.vectors = vectors;
  }

  static void add(Vectors vectors) {
    LedgerVectors ledgers = new LedgerVectors(vectors);
    ledgers.sound();
    ledgers.entries();
    ledgers.keys();
    ledgers.opening();
    ledgers.streams();
    ledgers.tree();
    ledgers.head();
    ledgers.earlierCheckpoints();
    ledgers.continuity();
  }

  static String enrolled(SampleKey key) {
    return "{\"role\":\"entry\",\"key\":" + key.jwk().toJson() + "}";
  }

  static String retired(SampleKey key, String rest) {
    return "{\"role\":\"entry\",\"kid\":\"" + key.jwk().kid() + "\"," + rest + "}";
  }

  private void sound() {
    SampleLedger rotated = SampleLedger.ofFour();
    rotated.authority(SampleLedger.ENROLLED, KEYS, enrolled(SampleLedger.ENTRY_2));
    rotated.authority(
        SampleLedger.RETIRED, KEYS, retired(SampleLedger.ENTRY, "\"reason\":\"rotation\""));
    for (int i = 0; i < 6; i++) {
      rotated.add(SampleLedger.ENTRY_2, SampleLedger.NOTED, "note/" + i % 2, "{\"n\":1}", SOUND);
    }
    Map<String, byte[]> files = rotated.export();
    files.put("checkpoints/3", rotated.note(rotated.head(3), SampleLedger.CHECKPOINT));
    valid("export-keys-rotated", files, 12);
    succeeded();
    SampleLedger large = SampleLedger.opened();
    for (int i = 1; i < 258; i++) {
      large.add(SampleLedger.ENTRY, SampleLedger.NOTED, "note/" + i % 7, "{}", SOUND);
    }
    valid("export-two-levels", large.export(), 258);
  }

  /** A new authority key, the old one retired under it, and two checkpoint keys that both sign. */
  private void succeeded() {
    SampleKey successor = SampleKey.ed25519("authority 2");
    SampleLedger ledger = SampleLedger.ofFour();
    ledger.authority(
        SampleLedger.ENROLLED,
        KEYS,
        "{\"role\":\"authority\",\"key\":" + successor.jwk().toJson() + "}");
    String kid = SampleLedger.AUTHORITY.jwk().kid().value();
    String retired = "{\"role\":\"authority\",\"kid\":\"%s\",\"reason\":\"rotation\"}";
    ledger.add(successor, SampleLedger.RETIRED, KEYS, retired.formatted(kid), SOUND);
    String vkey = SampleLedger.vkey(SampleLedger.CHECKPOINT_2).toVkey();
    String second = "{\"role\":\"checkpoint\",\"vkey\":\"%s\"}".formatted(vkey);
    ledger.add(successor, SampleLedger.ENROLLED, KEYS, second, SOUND);
    Map<String, byte[]> files = ledger.note("note/b").export();
    byte[] both = ledger.note(ledger.head(8), SampleLedger.CHECKPOINT, SampleLedger.CHECKPOINT_2);
    files.put("checkpoint", both);
    files.put("checkpoints/8", both);
    files.put("checkpoints/6", ledger.note(ledger.head(6), SampleLedger.CHECKPOINT));
    valid("export-authority-succeeded", files, 8);
  }

  private void valid(String name, Map<String, byte[]> files, int size) {
    Expected expected = new Expected("export").with("origin", ORIGIN).with("size", size);
    vectors.put("valid/" + name + "/expected.json", expected.json());
    vectors.put("valid/" + name + "/policy.txt", POLICY);
    files.forEach((path, bytes) -> vectors.put("valid/" + name + "/export/" + path, bytes));
  }

  /** A flaw in the entry at a leaf. */
  private void leaf(String rule, String grade, long leaf, SampleLedger ledger) {
    invalid(rule, expected(rule, grade).with("leaf", leaf), ledger.export(), POLICY);
  }

  private void file(
      String rule, String grade, String file, Map<String, byte[]> files, String policy) {
    invalid(rule, expected(rule, grade).with("file", file), files, policy);
  }

  private static Expected expected(String rule, String grade) {
    return new Expected("export").with("rule", rule).with("grade", grade).with("origin", ORIGIN);
  }

  private void invalid(String rule, Expected expected, Map<String, byte[]> files, String policy) {
    String folder = "invalid/" + rule + "/";
    vectors.put(folder + "expected.json", expected.json());
    vectors.put(folder + "policy.txt", policy);
    files.forEach((path, bytes) -> vectors.put(folder + "export/" + path, bytes));
  }

  private static SampleLedger four() {
    return SampleLedger.ofFour();
  }

  private void entries() {
    leaf(
        "dataschema-mismatch",
        "entries",
        4,
        four()
            .add(
                SampleLedger.AUTHORITY,
                SampleLedger.ENROLLED,
                KEYS,
                enrolled(SampleLedger.ENTRY_2),
                Altered.dataSchema("https://disclosureledger.example/events/key.enrolled.v2")));
    leaf(
        "data-invalid",
        "entries",
        4,
        four().authority(SampleLedger.ENROLLED, KEYS, "{\"role\":\"entry\"}"));
    leaf(
        "entry-signature",
        "entries",
        4,
        four().signedBy(SampleLedger.ENTRY_2, SampleLedger.ENTRY, "note/b"));
    leaf(
        "key-unknown",
        "entries",
        4,
        four().signedBy(SampleLedger.ENTRY_2, SampleLedger.ENTRY_2, "note/b"));
    leaf(
        "key-role",
        "entries",
        4,
        four().signedBy(SampleLedger.AUTHORITY, SampleLedger.AUTHORITY, "note/b"));
    SampleLedger retired = four();
    retired.authority(SampleLedger.ENROLLED, KEYS, enrolled(SampleLedger.ENTRY_2));
    retired.authority(
        SampleLedger.RETIRED, KEYS, retired(SampleLedger.ENTRY, "\"reason\":\"rotation\""));
    leaf("key-not-valid", "entries", 6, retired.note("note/b"));
  }

  private void keys() {
    byte[] identity = new byte[32];
    identity[0] = 1;
    String weak = "{\"role\":\"entry\",\"key\":" + new PublicJwk(identity).toJson() + "}";
    enrol("key-weak", weak);
    String kid = SampleLedger.ENTRY_2.jwk().kid().value();
    String other = SampleLedger.CHECKPOINT_2.jwk().kid().value();
    enrol("key-malformed", enrolled(SampleLedger.ENTRY_2).replace(kid, other));
    enrol("key-enrolled-twice", enrolled(SampleLedger.ENTRY));
    retire("key-retired-unknown", retired(SampleLedger.ENTRY_2, "\"reason\":\"rotation\""));
    retire(
        "key-compromise-range",
        retired(SampleLedger.ENTRY, "\"reason\":\"compromise\",\"compromisedAt\":99"));
    leaf(
        "keys-subject",
        "entries",
        4,
        four().authority(SampleLedger.ENROLLED, "other", enrolled(SampleLedger.ENTRY_2)));
  }

  private void enrol(String rule, String data) {
    leaf(rule, "entries", 4, four().authority(SampleLedger.ENROLLED, KEYS, data));
  }

  private void retire(String rule, String data) {
    leaf(rule, "entries", 4, four().authority(SampleLedger.RETIRED, KEYS, data));
  }

  private void opening() {
    leaf("ledger-opened-first", "entries", 0, new SampleLedger().note("note/a"));
    leaf("ledger-opened-again", "entries", 4, four().note("ledger"));
    SampleLedger elsewhere = new SampleLedger();
    elsewhere.authority(
        SampleLedger.OPENED, "ledger", SampleLedger.openedData("ledger.example.vn/ent-02"));
    leaf("ledger-opened-origin", "entries", 0, elsewhere);
  }

  private void streams() {
    stream("stream-source", Altered.source("ledger.example.vn/ent-02"));
    stream("event-id-repeated", Altered.id("01980000-0000-7000-8000-000000000001"));
    stream("sequence-gap", Altered.sequence(3));
    stream("previous-hash", Altered.previous(LeafHash.ofEntry(new byte[] {1})));
    stream("recordedtime-order", Altered.recordedTime("2026-07-01T00:00:03.249Z"));
    leaf(
        "recordedtime-slack",
        "streams",
        4,
        four().note("note/c", Altered.recordedTime("2026-06-30T23:59:53.249Z")));
  }

  /** The third entry of a stream whose second was taken at 00:00:03.250. */
  private void stream(String rule, UnaryOperator<EntryPayload> flaw) {
    leaf(rule, "streams", 4, four().note("note/a", flaw));
  }

  private void tree() {
    String tile = "tile/0/000.p/4";
    Map<String, byte[]> flipped = four().export();
    flipped.computeIfPresent(tile, (path, bytes) -> flip(bytes, 40));
    file("tile-hash", "tree", tile, flipped, POLICY);
    Map<String, byte[]> cut = four().export();
    cut.computeIfPresent(tile, (path, bytes) -> Arrays.copyOf(bytes, bytes.length - 1));
    file("tile-length", "tree", tile, cut, POLICY);
    Map<String, byte[]> other = four().export();
    other.put("checkpoint", four().note(wrongRoot(four(), 4), SampleLedger.CHECKPOINT));
    other.remove("checkpoints/4");
    file("tree-root", "tree", "checkpoint", other, POLICY);
  }

  private static byte[] flip(byte[] bytes, int at) {
    byte[] flipped = bytes.clone();
    flipped[at] ^= 1;
    return flipped;
  }

  private static TreeHead wrongRoot(SampleLedger ledger, int size) {
    return new TreeHead(size, TreeHash.of(flip(ledger.head(size).root().toBytes(), 0)));
  }

  private void head() {
    VerifierKey other =
        SampleKey.ed25519("checkpoint of ent-02")
            .vkey("ledger.example.vn/ent-02", VerifierKey.ED25519);
    invalid(
        "checkpoint-origin",
        new Expected("export")
            .with("rule", "checkpoint-origin")
            .with("grade", "head")
            .with("origin", "ledger.example.vn/ent-02")
            .with("file", "checkpoint"),
        four().export(),
        POLICY.replace("quorum", "log " + other.toVkey() + "\nquorum"));
    Map<String, byte[]> foreign = four().export();
    byte[] note = four().note(four().head(4), SampleLedger.CHECKPOINT_2);
    foreign.put("checkpoint", note);
    foreign.put("checkpoints/4", note);
    file("checkpoint-unsigned", "head", "checkpoint", foreign, POLICY);
    String trusting = SampleLedger.policy(SampleLedger.CHECKPOINT_2);
    file("checkpoint-key-unknown", "head", "checkpoint", foreign, trusting);
    String vkey = SampleLedger.vkey(SampleLedger.CHECKPOINT).toVkey();
    String vkey2 = SampleLedger.vkey(SampleLedger.CHECKPOINT_2).toVkey();
    SampleLedger late = four();
    late.authority(
        SampleLedger.ENROLLED, KEYS, "{\"role\":\"checkpoint\",\"vkey\":\"" + vkey2 + "\"}");
    late.authority(
        SampleLedger.RETIRED,
        KEYS,
        "{\"role\":\"checkpoint\",\"vkey\":\"" + vkey + "\",\"reason\":\"rotation\"}");
    file("checkpoint-key-window", "head", "checkpoint", late.note("note/b").export(), POLICY);
    String quorum =
        POLICY.replace(
            "quorum none\n",
            "witness w "
                + SampleKey.ed25519("witness 1").vkey("witness.example.com/w1", (byte) 4)
                + "\nquorum w\n");
    file("checkpoint-quorum", "witnesses", "checkpoint", four().export(), quorum);
  }

  private void earlierCheckpoints() {
    byte[] sound = four().note(four().head(2), SampleLedger.CHECKPOINT);
    earlier("checkpoints-name", "checkpoints/3", sound);
    String text = new String(sound, StandardCharsets.UTF_8);
    String other =
        new String(four().note(four().head(3), SampleLedger.CHECKPOINT), StandardCharsets.UTF_8);
    String mixed = text.substring(0, text.indexOf("—")) + other.substring(other.indexOf("—"));
    earlier("checkpoints-signature", "checkpoints/2", mixed.getBytes(StandardCharsets.UTF_8));
    earlier(
        "checkpoints-root",
        "checkpoints/2",
        four().note(wrongRoot(four(), 2), SampleLedger.CHECKPOINT));
    SampleLedger five = four().note("note/b");
    earlier(
        "checkpoints-beyond-head",
        "checkpoints/5",
        five.note(five.head(5), SampleLedger.CHECKPOINT));
  }

  private void earlier(String rule, String path, byte[] note) {
    Map<String, byte[]> files = four().export();
    files.put(path, note);
    file(rule, "head", path, files, POLICY);
  }

  private void continuity() {
    SampleLedger longer = four().note("note/b");
    held("rollback", longer.note(longer.head(5), SampleLedger.CHECKPOINT));
    SampleLedger forked = SampleLedger.opened().note("note/other").note("note/b");
    held("fork", forked.note(forked.head(3), SampleLedger.CHECKPOINT));
  }

  private void held(String rule, byte[] note) {
    file(rule, "continuity", "checkpoint", four().export(), POLICY);
    vectors.put("invalid/" + rule + "/held.txt", note);
  }
}
