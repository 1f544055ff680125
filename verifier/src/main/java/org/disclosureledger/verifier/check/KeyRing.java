package org.disclosureledger.verifier.check;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The keys a ledger has enrolled and retired so far (FORMAT §3), by key id or, for checkpoint keys,
 * by vkey.
 */
final class KeyRing {
  /** The retiring index of a key that is not retired below the head. */
  static final long NEVER = Long.MAX_VALUE;

  /** What a key may sign. */
  enum Role {
    AUTHORITY,
    ENTRY,
    CHECKPOINT
  }

  /** One key with the leaves that enrol and retire it. */
  static final class Key {
    private final Role role;
    private final String id;
    private final byte[] publicKey;
    private final long enrolled;
    private long retired = NEVER;

    private Key(Role role, String id, byte[] publicKey, long enrolled) {
      this.role = role;
      this.id = id;
      this.publicKey = publicKey;
      this.enrolled = enrolled;
    }

    Role role() {
      return role;
    }

    String id() {
      return id;
    }

    byte[] publicKey() {
      return publicKey.clone();
    }

    long enrolled() {
      return enrolled;
    }

    /** {@link #NEVER} if it is not retired. */
    long retired() {
      return retired;
    }

    /** E &lt; i &lt; R, or leaf 0 under the authority key. */
    boolean validAt(long leaf) {
      return (leaf == 0 && enrolled == 0 && role == Role.AUTHORITY)
          || (enrolled < leaf && leaf < retired);
    }

    /** E &lt; n ≤ R + 1. */
    boolean maySignSize(long size) {
      return enrolled < size && (retired == NEVER || size <= retired + 1);
    }
  }

  private final Map<String, Key> keys = new LinkedHashMap<>();
  private final Set<ByteBuffer> material = new HashSet<>();
  private boolean opened;

  /** Entry 0 has been verified and has given its keys. */
  void markOpened() {
    opened = true;
  }

  /** If not, that is leaf 0's finding, not that of everything signed later. */
  boolean isOpened() {
    return opened;
  }

  Optional<Key> find(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  /** All that were ever enrolled, in that order. */
  Collection<Key> all() {
    return keys.values();
  }

  /** Whether a public key is in both, in whatever roles. */
  boolean sharesKeys(KeyRing other) {
    return !Collections.disjoint(material, other.material);
  }

  /** False, and nothing done, if the same public key is enrolled already, in whatever role. */
  boolean enrol(Role role, String id, byte[] publicKey, long leaf) {
    if (!material.add(ByteBuffer.wrap(publicKey.clone()))) {
      return false;
    }
    keys.put(id, new Key(role, id, publicKey.clone(), leaf));
    return true;
  }

  /** The key now retired, empty if none is valid under that name and role. */
  Optional<Key> retire(Role role, String id, long leaf) {
    Key key = keys.get(id);
    if (key == null || key.role != role || key.retired != NEVER) {
      return Optional.empty();
    }
    key.retired = leaf;
    return Optional.of(key);
  }
}
