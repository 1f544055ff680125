package org.disclosureledger.format.vectors;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.disclosureledger.format.merkle.TreeHead;

/**
 * A ledger that follows on another, with the export of that one: sound, and each with one flaw that
 * leaf 0 shows, or the two together.
 */
final class PredecessorVectors {
  private static final SampleLedger.Identity OLD =
      SampleLedger.Identity.of("ledger.example.vn/ent-00", "0");
  private static final SampleKey STRANGER = SampleKey.ed25519("checkpoint 9");

  // What was published of the old one, and what its restored database has.
  private static final int PUBLISHED = 6;
  private static final int RESTORED = 4;

  private static final String POLICY =
      "log "
          + SampleLedger.vkey(SampleLedger.CHECKPOINT).toVkey()
          + "\nlog "
          + OLD.vkey()
          + "\nquorum none\n";

  private final Vectors vectors;

  private PredecessorVectors(Vectors vectors) {
    this.vectors = vectors;
  }

  static void add(Vectors vectors) {
    PredecessorVectors predecessors = new PredecessorVectors(vectors);
    predecessors.sound();
    predecessors.claims();
    predecessors.others();
    predecessors.trees();
  }

  /** The old ledger: one history up to a size, then one of its own. */
  private static SampleLedger old(int size, String stream) {
    SampleLedger ledger = SampleLedger.opened(OLD);
    for (int i = 1; i < size; i++) {
      ledger.note(i < RESTORED ? "note/" + i % 2 : stream);
    }
    return ledger;
  }

  private static SampleLedger old(int size) {
    return old(size, "note/b");
  }

  private static String note(SampleLedger ledger, TreeHead head, SampleKey key) {
    String note = new String(ledger.note(head, key), StandardCharsets.UTF_8);
    return "\"" + note.replace("\n", "\\n") + "\"";
  }

  private static String claim(TreeHead published, TreeHead restored, String reason) {
    return claim(published, restored, reason, OLD.vkey(), OLD.checkpoint(), OLD.checkpoint());
  }

  /** The last two sign what was published and what was restored. */
  private static String claim(
      TreeHead published,
      TreeHead restored,
      String reason,
      String vkey,
      SampleKey first,
      SampleKey second) {
    SampleLedger any = old(1);
    return "{\"origin\":\""
        + OLD.origin()
        + "\",\"checkpointKey\":\""
        + vkey
        + "\",\"published\":"
        + note(any, published, first)
        + ",\"restored\":{\"size\":"
        + restored.size()
        + ",\"root\":\""
        + restored.root().toBase64()
        + "\",\"note\":"
        + note(any, restored, second)
        + "},\"reason\":\""
        + reason
        + "\",\"reasonText\":{\"_sd\":[\""
        + "A".repeat(43)
        + "\"]}}";
  }

  private static String loss() {
    return claim(old(PUBLISHED).head(PUBLISHED), old(RESTORED).head(RESTORED), "restored-backup");
  }

  private void put(String folder, Expected expected, String claim, Map<String, byte[]> before) {
    vectors.put(folder + "/expected.json", expected.json());
    vectors.put(folder + "/policy.txt", POLICY);
    SampleLedger.following(claim)
        .export()
        .forEach((path, bytes) -> vectors.put(folder + "/export/" + path, bytes));
    before.forEach((path, bytes) -> vectors.put(folder + "/predecessor/" + path, bytes));
  }

  private static Expected expected() {
    return new Expected("export").with("origin", SampleLedger.ORIGIN.value());
  }

  private void invalid(String rule, String claim, Map<String, byte[]> before) {
    Expected expected = expected().with("rule", rule).with("grade", "predecessor").with("leaf", 0);
    put("invalid/" + rule, expected, claim, before);
  }

  private void sound() {
    Expected lost = expected().with("size", 3).with("lost", PUBLISHED - RESTORED);
    put("valid/export-successor", lost, loss(), old(RESTORED).export());
    SampleLedger forked = old(PUBLISHED + 1, "note/other");
    String claim =
        claim(old(PUBLISHED).head(PUBLISHED), forked.head(PUBLISHED + 1), "lost-standby");
    Expected fork = expected().with("size", 3).with("lost", 0);
    put("valid/export-successor-of-a-fork", fork, claim, forked.export());
  }

  private void claims() {
    TreeHead published = old(PUBLISHED).head(PUBLISHED);
    TreeHead restored = old(RESTORED).head(RESTORED);
    String unsigned = claim(published, restored, "other", OLD.vkey(), STRANGER, OLD.checkpoint());
    invalid("predecessor-form", unsigned, old(RESTORED).export());
    String vkey =
        new SampleLedger.Identity(OLD.origin(), OLD.authority(), OLD.entry(), STRANGER).vkey();
    String foreign = claim(published, restored, "other", vkey, STRANGER, STRANGER);
    invalid("predecessor-key", foreign, old(RESTORED).export());
  }

  private void others() {
    SampleLedger another =
        SampleLedger.opened(SampleLedger.Identity.of("ledger.example.vn/ent-09", "0"));
    invalid("predecessor-other", loss(), another.export());
    Map<String, byte[]> flipped = old(RESTORED).export();
    flipped.computeIfPresent(
        "tile/0/000.p/4",
        (path, bytes) -> {
          bytes[40] ^= 1;
          return bytes;
        });
    invalid("predecessor-unsound", loss(), flipped);
  }

  private void trees() {
    SampleLedger another = SampleLedger.opened(OLD);
    while (another.entries().size() < RESTORED) {
      another.note("note/another");
    }
    invalid("predecessor-head", loss(), another.export());
    invalid("predecessor-published", loss(), old(PUBLISHED, "note/other").export());
    invalid("predecessor-beyond", loss(), old(PUBLISHED + 1).export());
  }
}
