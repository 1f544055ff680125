package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.format.merkle.TreeFrontier;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.Policy;
import org.disclosureledger.format.note.PolicyVerdict;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.format.note.VerifierKey;
import org.disclosureledger.format.tile.EntryBundle;
import org.disclosureledger.format.tile.TileCoordinate;

/** What the service publishes of a ledger: signed checkpoint and entry bundles. */
record PublishedLedger(Checkpoint checkpoint, List<byte[]> entries) {
  // RFC 8410: the fixed beginning of an Ed25519 SubjectPublicKeyInfo.
  private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

  /** Reads as an auditor does; the rebuilt root must be the signed one. */
  static PublishedLedger read(ServiceClient client, String ledger) throws IOException {
    Checkpoint checkpoint = checkpoint(client, ledger);
    List<byte[]> entries = new ArrayList<>();
    for (TileCoordinate bundle : TileCoordinate.entryBundles(checkpoint.head().size()).toList()) {
      Reply reply = client.get("/ledgers/" + ledger + "/" + bundle.path());
      assertThat(reply.status()).as(bundle.path()).isEqualTo(200);
      entries.addAll(EntryBundle.decode(reply.bytes(), bundle.width()));
    }
    TreeFrontier tree = TreeFrontier.empty();
    entries.forEach(entry -> tree.append(LeafHash.ofEntry(entry)));
    assertThat(tree.head()).as("the head rebuilt from entries").isEqualTo(checkpoint.head());
    return new PublishedLedger(checkpoint, entries);
  }

  static Checkpoint checkpoint(ServiceClient client, String ledger) throws IOException {
    return Checkpoint.parse(note(client, ledger).text());
  }

  static SignedNote note(ServiceClient client, String ledger) throws IOException {
    Reply reply = client.get("/ledgers/" + ledger + "/checkpoint");
    assertThat(reply.status()).as("checkpoint of %s: %s", ledger, reply).isEqualTo(200);
    return SignedNote.parse(reply.bytes());
  }

  static long size(ServiceClient client, String ledger) throws IOException {
    return checkpoint(client, ledger).head().size();
  }

  /**
   * The newest checkpoint under the auditor's policy, the signature checked with the JDK's code.
   */
  static PolicyVerdict judge(Policy policy, ServiceClient client, String ledger)
      throws IOException {
    SignedNote note = note(client, ledger);
    return policy.evaluate(note, Checkpoint.parse(note.text()).origin(), PublishedLedger::verifies);
  }

  private static boolean verifies(byte algorithm, byte[] key, byte[] message, byte[] signature) {
    if (algorithm != VerifierKey.ED25519) {
      return false;
    }
    try {
      byte[] encoded = Arrays.copyOf(SPKI, SPKI.length + key.length);
      System.arraycopy(key, 0, encoded, SPKI.length, key.length);
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
      ed25519.update(message);
      return ed25519.verify(signature);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
