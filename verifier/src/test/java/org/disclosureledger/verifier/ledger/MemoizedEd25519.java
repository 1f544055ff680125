package org.disclosureledger.verifier.ledger;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.disclosureledger.verifier.crypto.StrictEd25519;

/**
 * Verifies each signature once, by the real rule: where one ledger is verified ten thousand times
 * with one byte changed, all but one signature are the same every time.
 */
public final class MemoizedEd25519 extends StrictEd25519 {
  private final Map<List<ByteBuffer>, Boolean> known = new ConcurrentHashMap<>();

  @Override
  public boolean verify(byte[] key, byte[] message, byte[] signature) {
    List<ByteBuffer> question = List.of(copy(key), copy(message), copy(signature));
    return known.computeIfAbsent(question, q -> super.verify(key, message, signature));
  }

  private static ByteBuffer copy(byte[] bytes) {
    return ByteBuffer.wrap(bytes.clone());
  }
}
