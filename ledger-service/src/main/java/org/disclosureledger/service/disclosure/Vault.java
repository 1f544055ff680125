package org.disclosureledger.service.disclosure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.disclosureledger.format.Disclosure;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.database.LedgerReader;
import org.disclosureledger.service.keys.KeyRing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Encrypts disclosures under a data key of their stream (AES-256-GCM, a fresh 96-bit nonce each),
 * the data key itself wrapped by the key ring's key-encryption key (AES-KWP, RFC 5649). Destroying
 * one row of {@code data_key} so makes a whole request's starred values unreadable.
 */
public class Vault {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int CACHED_KEYS = 1_000;

  /** How long a data key is kept in memory: another process may have destroyed it. */
  static final Duration KEPT = Duration.ofMinutes(5);

  private final JdbcClient writer;
  private final LedgerReader reader;
  private final KeyRing keys;
  private final SecureRandom random;
  private final InstantSource clock;
  private final Map<StreamKey, Cached> cache =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<StreamKey, Cached> eldest) {
          return size() > CACHED_KEYS;
        }
      };

  Vault(
      JdbcClient writer,
      LedgerReader reader,
      KeyRing keys,
      SecureRandom random,
      InstantSource clock) {
    this.writer = writer;
    this.reader = reader;
    this.keys = keys;
    this.random = random;
    this.clock = clock;
  }

  private record StreamKey(UUID ledger, StreamId stream) {}

  private record DataKey(UUID id, SecretKey key) {
    @Override
    public String toString() {
      return "DataKey[" + id + "]";
    }
  }

  private record Cached(DataKey key, Instant since) {
    boolean oldAt(Instant now) {
      return !now.isBefore(since.plus(KEPT));
    }
  }

  /** No longer holds the stream's data key, which was destroyed. */
  public void forget(UUID ledger, StreamId stream) {
    synchronized (cache) {
      cache.remove(new StreamKey(ledger, stream));
    }
  }

  /** Nor any that it has held for {@link #KEPT}: what another process destroys goes from here. */
  @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
  public void forgetOld() {
    Instant now = clock.instant();
    synchronized (cache) {
      cache.values().removeIf(cached -> cached.oldAt(now));
    }
  }

  /** How many data keys are in memory. */
  int held() {
    synchronized (cache) {
      return cache.size();
    }
  }

  /**
   * Encrypts what a stream's next entries disclose. Writes nothing: the appender stores the result
   * in the entries' own transaction.
   *
   * @param first whether the stream begins here, so that no data key can exist yet
   */
  public VaultedDisclosures seal(
      UUID ledger, StreamId stream, boolean first, List<List<Disclosure>> entries) {
    Optional<DataKey> known = first ? Optional.empty() : dataKey(ledger, stream);
    DataKey key = known.orElseGet(this::newKey);
    List<List<byte[]>> ciphertexts = new ArrayList<>();
    for (List<Disclosure> disclosures : entries) {
      List<byte[]> slots = new ArrayList<>();
      for (Disclosure disclosure : disclosures) {
        slots.add(encrypt(key, ledger, stream, disclosure));
      }
      ciphertexts.add(slots);
    }
    return new VaultedDisclosures(
        key.id(), known.isPresent() ? null : wrap(key), List.copyOf(ciphertexts));
  }

  /** The disclosures of one entry by slot; empty when they are erased or it has none. */
  public List<Disclosure> open(UUID ledger, StreamId stream, long leafIndex) {
    List<byte[]> ciphertexts =
        reader.in(
            ledger,
            db ->
                db.sql(
                        """
                        SELECT d.ciphertext FROM disclosure d
                        -- Not what the key in memory alone would open.
                        JOIN data_key k ON k.id = d.data_key_id
                        WHERE d.ledger_id = :ledger AND d.leaf_index = :leaf ORDER BY d.slot\
                        """)
                    .param("ledger", ledger)
                    .param("leaf", leafIndex)
                    .query(byte[].class)
                    .list());
    if (ciphertexts.isEmpty()) {
      return List.of();
    }
    Optional<DataKey> key = dataKey(ledger, stream);
    if (key.isEmpty()) {
      return List.of();
    }
    return ciphertexts.stream().map(c -> decrypt(key.get(), ledger, stream, c)).toList();
  }

  /**
   * The stream's data key, for the other ciphers of this room; see {@link StreamKeys}. Another
   * process may have destroyed it since this one saw it: what lies outside the database would open
   * with it still.
   */
  Optional<SecretKey> keyOf(UUID ledger, StreamId stream) {
    Optional<DataKey> key = dataKey(ledger, stream);
    if (key.isPresent() && !exists(key.get().id())) {
      forget(ledger, stream);
      return Optional.empty();
    }
    return key.map(DataKey::key);
  }

  private boolean exists(UUID key) {
    return writer
        .sql("SELECT EXISTS (SELECT FROM data_key WHERE id = :id)")
        .param("id", key)
        .query(Boolean.class)
        .single();
  }

  private Optional<DataKey> dataKey(UUID ledger, StreamId stream) {
    StreamKey name = new StreamKey(ledger, stream);
    synchronized (cache) {
      Cached cached = cache.get(name);
      if (cached != null && !cached.oldAt(clock.instant())) {
        return Optional.of(cached.key());
      }
      cache.remove(name);
    }
    Optional<DataKey> stored =
        writer
            .sql("SELECT id, kek_id, wrapped FROM data_key WHERE ledger_id = :l AND stream_id = :s")
            .param("l", ledger)
            .param("s", stream.value())
            .query(
                (row, n) -> unwrap(row.getObject(1, UUID.class), row.getString(2), row.getBytes(3)))
            .optional();
    stored.ifPresent(key -> {
      synchronized (cache) {
        cache.put(name, new Cached(key, clock.instant()));
      }
    });
    return stored;
  }

  private DataKey newKey() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return new DataKey(UUID.randomUUID(), new SecretKeySpec(bytes, "AES"));
  }

  private VaultedDisclosures.WrappedKey wrap(DataKey key) {
    KeyRing.WrappingKey wrapping = keys.wrappingKey();
    return new VaultedDisclosures.WrappedKey(wrapping.id(), KeyWrap.wrap(wrapping, key.key()));
  }

  private DataKey unwrap(UUID id, String kekId, byte[] wrapped) {
    KeyRing.WrappingKey wrapping =
        keys.wrappingKey(kekId)
            .orElseThrow(() ->
                new IllegalStateException("the key ring lacks the key-encryption key " + kekId));
    return new DataKey(id, KeyWrap.unwrap(wrapping, id, wrapped));
  }

  private byte[] encrypt(DataKey key, UUID ledger, StreamId stream, Disclosure disclosure) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, ledger, stream);
      byte[] sealed = cipher.doFinal(disclosure.encoded().getBytes(StandardCharsets.US_ASCII));
      return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has AES-GCM", e);
    }
  }

  private static Disclosure decrypt(DataKey key, UUID ledger, StreamId stream, byte[] bytes) {
    byte[] nonce = Arrays.copyOf(bytes, NONCE);
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, ledger, stream);
      byte[] clear = cipher.doFinal(bytes, NONCE, bytes.length - NONCE);
      return Disclosure.parse(new String(clear, StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a disclosure of " + stream + " does not decrypt", e);
    }
  }

  /** The stream is authenticated too: a ciphertext moved to another request does not open. */
  private static Cipher cipher(int mode, DataKey key, byte[] nonce, UUID ledger, StreamId stream)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((ledger + "/" + stream.value()).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
