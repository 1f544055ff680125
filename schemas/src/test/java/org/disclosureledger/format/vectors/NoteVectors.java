package org.disclosureledger.format.vectors;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.disclosureledger.format.merkle.ConsistencyProof;
import org.disclosureledger.format.merkle.InclusionProof;
import org.disclosureledger.format.merkle.SampleTree;
import org.disclosureledger.format.merkle.TreeHash;
import org.disclosureledger.format.merkle.TreeHead;
import org.disclosureledger.format.note.Receipt;

/** Keys of notes, notes, checkpoints, receipts and proofs. */
final class NoteVectors {
  private static final SampleLedger LEDGER = SampleLedger.ofFour();
  private static final String NOTE =
      new String(LEDGER.note(LEDGER.head(4), SampleLedger.CHECKPOINT), StandardCharsets.UTF_8);
  private static final String RECEIPT =
      new String(LEDGER.receipt(2).toBytes(), StandardCharsets.UTF_8);

  private NoteVectors() {}

  static void add(Vectors vectors) {
    vkeys(vectors);
    notes(vectors);
    checkpoints(vectors);
    receipts(vectors);
    proofs(vectors);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void vkeys(Vectors vectors) {
    String vkey = SampleLedger.vkey(SampleLedger.CHECKPOINT).toVkey();
    String name = SampleLedger.ORIGIN.value();
    int id = name.length() + 1;
    vectors.valid("vkey", new Expected("vkey").with("name", name), "vkey.txt", utf8(vkey));
    vectors.invalid("vkey-shape", "vkey", "vkey.txt", utf8(vkey.replaceFirst("\\+", " ")), 0);
    vectors.invalid("vkey-type", "vkey", "vkey.txt", utf8(vkey.replace("+A", "+C")), 0);
    String wrong = vkey.substring(0, id) + "00000000" + vkey.substring(id + 8);
    vectors.invalid("vkey-id", "vkey", "vkey.txt", utf8(wrong), id);
  }

  private static void notes(Vectors vectors) {
    int lines = utf8(NOTE.substring(0, NOTE.indexOf("—"))).length;
    vectors.valid("note", new Expected("note"), "note.txt", utf8(NOTE));
    note(vectors, "note-text", NOTE.replaceFirst("\n", "\r\n"), NOTE.indexOf('\n'));
    String unfinished = NOTE.substring(0, NOTE.length() - 1);
    note(vectors, "note-structure", unfinished, utf8(unfinished).length);
    note(vectors, "note-signature-line", NOTE.replace("— ", "- "), lines);
    String line = NOTE.substring(NOTE.indexOf("—"));
    note(
        vectors, "note-signature-count", NOTE + line.repeat(100), lines + 100L * utf8(line).length);
  }

  private static void note(Vectors vectors, String rule, String note, long offset) {
    vectors.invalid(rule, "note", "note.txt", utf8(note), offset);
  }

  private static void checkpoints(Vectors vectors) {
    String text = NOTE.substring(0, NOTE.indexOf("—") - 1);
    int size = text.indexOf('\n') + 1;
    vectors.valid(
        "checkpoint", new Expected("checkpoint").with("size", 4), "checkpoint.txt", utf8(text));
    checkpoint(vectors, "checkpoint-lines", text + "extension\n", 0);
    checkpoint(vectors, "checkpoint-size", text.replace("\n4\n", "\n04\n"), size);
    checkpoint(vectors, "checkpoint-root", text.replace("=\n", "\n"), size + 2L);
  }

  private static void checkpoint(Vectors vectors, String rule, String text, long offset) {
    vectors.invalid(rule, "checkpoint", "checkpoint.txt", utf8(text), offset);
  }

  private static void receipts(Vectors vectors) {
    for (int index = 0; index < 4; index++) {
      Receipt receipt = LEDGER.receipt(index);
      vectors.valid(
          "receipt-" + index,
          new Expected("receipt").with("index", index).with("size", 4),
          "receipt.tlog-proof",
          receipt.toBytes());
      vectors.put("valid/receipt-" + index + "/policy.txt", policy());
    }
    int index = RECEIPT.indexOf("index 2");
    int path = index + "index 2\n".length();
    String first = RECEIPT.substring(path, path + 45);
    receipt(vectors, "receipt-structure", RECEIPT.replace("@v1", "@v2"), 0);
    receipt(vectors, "receipt-index", RECEIPT.replace("index 2", "index 4"), index);
    receipt(vectors, "receipt-path-length", RECEIPT.replace(first, ""), path);
    receipt(vectors, "base64", RECEIPT.replace(first, first.replace("=", "")), path + 43L);
    byte[] other = LEDGER.receipt(3).toBytes();
    vectors.invalid(
        "inclusion-proof",
        new Expected("receipt-judged")
            .with("rule", "inclusion-proof")
            .with("origin", SampleLedger.ORIGIN.value()),
        "receipt.tlog-proof",
        utf8(new String(other, StandardCharsets.UTF_8).replace("index 3", "index 2")));
    vectors.put("invalid/inclusion-proof/policy.txt", policy());
  }

  private static String policy() {
    return SampleLedger.policy(SampleLedger.CHECKPOINT);
  }

  private static void receipt(Vectors vectors, String rule, String receipt, long offset) {
    vectors.invalid(rule, "receipt", "receipt.tlog-proof", utf8(receipt), offset);
  }

  private static void proofs(Vectors vectors) {
    SampleTree tree = new SampleTree(9);
    String inclusion =
        IntStream.rangeClosed(1, 9)
            .boxed()
            .flatMap(size ->
                IntStream.range(0, size)
                    .mapToObj(i -> inclusion(InclusionProof.build(i, size, tree), tree)))
            .collect(Collectors.joining("\n", "", "\n"));
    vectors.valid("inclusion", new Expected("inclusion"), "proofs.jsonl", utf8(inclusion));
    String consistency =
        IntStream.rangeClosed(0, 9)
            .boxed()
            .flatMap(larger ->
                IntStream.rangeClosed(0, larger)
                    .mapToObj(s -> consistency(ConsistencyProof.build(s, larger, tree), tree)))
            .collect(Collectors.joining("\n", "", "\n"));
    vectors.valid("consistency", new Expected("consistency"), "proofs.jsonl", utf8(consistency));
  }

  private static String inclusion(InclusionProof proof, SampleTree tree) {
    return "{\"index\":%d,\"size\":%d,\"leaf\":\"%s\",\"root\":\"%s\",\"path\":%s}"
        .formatted(
            proof.index(),
            proof.size(),
            TreeHash.of(tree.leaf((int) proof.index())).toBase64(),
            TreeHead.rootOf(proof.size(), tree).toBase64(),
            path(proof.path()));
  }

  private static String consistency(ConsistencyProof proof, SampleTree tree) {
    return "{\"smaller\":%d,\"larger\":%d,\"smallerRoot\":\"%s\",\"largerRoot\":\"%s\",\"path\":%s}"
        .formatted(
            proof.smaller(),
            proof.larger(),
            TreeHead.rootOf(proof.smaller(), tree).toBase64(),
            TreeHead.rootOf(proof.larger(), tree).toBase64(),
            path(proof.path()));
  }

  private static String path(List<TreeHash> path) {
    return path.stream()
        .map(hash -> '"' + hash.toBase64() + '"')
        .collect(Collectors.joining(",", "[", "]"));
  }
}
