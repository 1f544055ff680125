package org.disclosureledger.service.dispatch;

import java.util.Arrays;

/**
 * A command's idempotency key and what it is bound to.
 *
 * @param client whose key it is: the caller's actor id
 * @param key the client's choice, 1 to 200 visible ASCII characters
 * @param commandBytes what a repetition must repeat; only their HMAC is stored
 */
@SuppressWarnings("ArrayRecordComponent") // made for one call, never compared
public record Idempotency(String client, String key, byte[] commandBytes) {
  /** Bound to these bytes too. */
  public Idempotency with(byte[] more) {
    byte[] all = Arrays.copyOf(commandBytes, commandBytes.length + more.length);
    System.arraycopy(more, 0, all, commandBytes.length, more.length);
    return new Idempotency(client, key, all);
  }

  /** Without the command's bytes, which hold starred values. */
  @Override
  public String toString() {
    return "Idempotency[" + client + "]";
  }
}
