package org.disclosureledger.service.opening;

import java.util.Base64;
import java.util.List;
import org.disclosureledger.format.PublicJwk;

/** {@code ledger.opened}: entry 0, which names the keys that everything after it rests on. */
record LedgerOpened(
    String origin,
    Enterprise enterprise,
    int formatVersion,
    boolean sample,
    Jwk authorityKey,
    Jwk entryKey,
    List<String> checkpointKeys) {

  static final int FORMAT_VERSION = 1;

  /** Public reference data of the enterprise whose ledger it is. */
  record Enterprise(String code, String nameVi, String nameEn) {}

  /** An Ed25519 public key (RFC 8037 §2), {@code kid} its RFC 7638 thumbprint. */
  record Jwk(String kty, String crv, String x, String kid) {
    static Jwk of(PublicJwk key) {
      String x = Base64.getUrlEncoder().withoutPadding().encodeToString(key.x());
      return new Jwk("OKP", "Ed25519", x, key.kid().value());
    }
  }
}
