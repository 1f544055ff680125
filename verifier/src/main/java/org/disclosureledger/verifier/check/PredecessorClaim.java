package org.disclosureledger.verifier.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.PublicJwk;
import org.disclosureledger.format.merkle.TreeFrontier;
import org.disclosureledger.format.merkle.TreeHash;
import org.disclosureledger.format.merkle.TreeHead;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.NoteSignature;
import org.disclosureledger.format.note.SignatureVerifier;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.format.note.VerifierKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What leaf 0 says of the ledger before, as far as it holds in itself (FORMAT §2a).
 *
 * @param key that signed what was published, and the checkpoint over {@code restored}
 * @param signed whether there is such a checkpoint
 * @param unsigned how many leaves its database has behind {@code restored} that no checkpoint
 *     covers
 */
record PredecessorClaim(
    Origin origin,
    VerifierKey key,
    TreeHead published,
    TreeHead restored,
    boolean signed,
    long unsigned,
    String reason) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** Why it does not hold, for people. */
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    Broken(String how) {
      super(how);
    }
  }

  /**
   * Reads the data of a leaf 0 that fits its schema.
   *
   * @throws Broken where its predecessor cannot be one
   */
  static PredecessorClaim read(byte[] opened, SignatureVerifier crypto) throws Broken {
    JsonNode data = MAPPER.readTree(opened);
    JsonNode said = data.path("predecessor");
    JsonNode restored = said.path("restored");
    try {
      Origin origin = new Origin(said.path("origin").asString(""));
      VerifierKey key = VerifierKey.parse(said.path("checkpointKey").asString(""));
      requireAnother(data, origin, key);
      TreeHead head =
          new TreeHead(
              restored.path("size").asLong(),
              TreeHash.parseBase64(restored.path("root").asString("")));
      boolean signed = restored.has("note");
      if (signed && !head(restored.path("note"), origin, key, crypto).equals(head)) {
        throw new Broken("the checkpoint over the restored head states another");
      }
      if (head.size() == 0 && (signed || !head.equals(TreeFrontier.empty().head()))) {
        throw new Broken("a restored head of no entry has a checkpoint, or another root than that");
      }
      TreeHead published = head(said.path("published"), origin, key, crypto);
      String reason = said.path("reason").asString("");
      long unsigned = restored.path("unsigned").asLong(0);
      return new PredecessorClaim(origin, key, published, head, signed, unsigned, reason);
    } catch (FormatException e) {
      throw new Broken(e.rule() + ": " + e.getMessage());
    }
  }

  private static void requireAnother(JsonNode data, Origin origin, VerifierKey key) throws Broken {
    if (origin.value().equals(data.path("origin").asString(""))) {
      throw new Broken("the ledger follows on itself");
    }
    if (key.type() != VerifierKey.ED25519 || !key.name().equals(origin.value())) {
      throw new Broken("a key of type 01 named " + origin + " is due, not " + key.toVkey());
    }
    List<byte[]> own = new ArrayList<>();
    for (String member : List.of("authorityKey", "entryKey")) {
      String jwk = data.path(member).toString();
      own.add(PublicJwk.parse(jwk.getBytes(StandardCharsets.UTF_8)).x());
    }
    for (JsonNode vkey : data.path("checkpointKeys").values()) {
      own.add(VerifierKey.parse(vkey.asString("")).key());
    }
    if (own.stream().anyMatch(each -> Arrays.equals(each, key.key()))) {
      throw new Broken("the key is one of the ledger's own");
    }
  }

  private static TreeHead head(
      JsonNode text, Origin origin, VerifierKey key, SignatureVerifier crypto) throws Broken {
    SignedNote note = SignedNote.parse(text.asString("").getBytes(StandardCharsets.UTF_8));
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    if (!checkpoint.origin().equals(origin)) {
      throw new Broken("a checkpoint of " + checkpoint.origin() + " stands for one of " + origin);
    }
    List<NoteSignature> lines = note.signatures().stream().filter(key::claims).toList();
    boolean holds =
        !lines.isEmpty()
            && lines.stream()
                .allMatch(
                    line -> crypto.verify(key.type(), key.key(), note.text(), line.signature()));
    if (!holds) {
      throw new Broken(
          "the checkpoint of size %d is not signed by %s"
              .formatted(checkpoint.head().size(), key.toVkey()));
    }
    return checkpoint.head();
  }
}
