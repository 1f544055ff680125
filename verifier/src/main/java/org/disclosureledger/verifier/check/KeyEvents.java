package org.disclosureledger.verifier.check;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.PublicJwk;
import org.disclosureledger.format.note.VerifierKey;
import org.disclosureledger.verifier.crypto.StrictEd25519;
import org.disclosureledger.verifier.report.Findings;
import org.disclosureledger.verifier.report.Rule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code ledger.opened}, {@code key.enrolled} and {@code key.retired} into the key ring. */
final class KeyEvents {
  static final String OPENED = "org.disclosureledger.ledger.opened.v1";

  /** Of a ledger that goes on where another ended (FORMAT §2a). */
  static final String OPENED_AS_SUCCESSOR = "org.disclosureledger.ledger.opened.v2";

  static final String ENROLLED = "org.disclosureledger.key.enrolled.v1";
  static final String RETIRED = "org.disclosureledger.key.retired.v1";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Origin origin;
  private final KeyRing ring;
  private final Findings findings;
  private final StringBuilder disputed = new StringBuilder();

  /**
   * @param origin which the ledger's checkpoint keys must bear as their name
   */
  KeyEvents(Origin origin, KeyRing ring, Findings findings) {
    this.origin = origin;
    this.ring = ring;
    this.findings = findings;
  }

  /** Whether only the authority key signs events of this type. */
  static boolean isAuthoritys(String type) {
    return isOpening(type) || isKeyEvent(type);
  }

  /** Whether events of this type open a ledger. */
  static boolean isOpening(String type) {
    return type.equals(OPENED) || type.equals(OPENED_AS_SUCCESSOR);
  }

  /** Whether events of this type stand in stream {@code keys}. */
  static boolean isKeyEvent(String type) {
    return type.equals(ENROLLED) || type.equals(RETIRED);
  }

  /** Enrols the authority key of entry 0, so that entry 0 itself can be verified. */
  void openAuthority(Leaf leaf, byte[] data) {
    jwk(leaf, KeyRing.Role.AUTHORITY, MAPPER.readTree(data).path("authorityKey"));
  }

  /** Enrols the other keys of entry 0. */
  void open(Leaf leaf, byte[] data) {
    JsonNode opened = MAPPER.readTree(data);
    jwk(leaf, KeyRing.Role.ENTRY, opened.path("entryKey"));
    for (JsonNode vkey : opened.path("checkpointKeys").values()) {
      vkey(leaf, vkey);
    }
  }

  /** The origin that entry 0 states, empty if none. */
  static String originOf(byte[] data) {
    return MAPPER.readTree(data).path("origin").asString("");
  }

  /** Applies a verified {@code key.enrolled} or {@code key.retired}. */
  void apply(Leaf leaf, String type, byte[] data) {
    JsonNode event = MAPPER.readTree(data);
    Optional<KeyRing.Role> role = role(event.path("role").asString(""));
    if (role.isEmpty()) {
      malformed(leaf, "no known role");
    } else if (type.equals(RETIRED)) {
      retire(leaf, role.get(), event);
    } else if (role.get() == KeyRing.Role.CHECKPOINT) {
      vkey(leaf, event.path("vkey"));
    } else {
      jwk(leaf, role.get(), event.path("key"));
    }
  }

  /** Which entries a compromise puts in doubt (FORMAT §3), empty if none. */
  String disputed() {
    return disputed.toString();
  }

  private static Optional<KeyRing.Role> role(String code) {
    return switch (code) {
      case "authority" -> Optional.of(KeyRing.Role.AUTHORITY);
      case "entry" -> Optional.of(KeyRing.Role.ENTRY);
      case "checkpoint" -> Optional.of(KeyRing.Role.CHECKPOINT);
      default -> Optional.empty();
    };
  }

  private void jwk(Leaf leaf, KeyRing.Role role, JsonNode json) {
    try {
      PublicJwk key = PublicJwk.parse(json.toString().getBytes(StandardCharsets.UTF_8));
      enrol(leaf, role, key.kid().value(), key.x());
    } catch (FormatException e) {
      malformed(leaf, e.rule() + ": " + e.getMessage());
    }
  }

  private void vkey(Leaf leaf, JsonNode json) {
    try {
      VerifierKey key = VerifierKey.parse(json.asString(""));
      if (!key.name().equals(origin.value())) {
        malformed(leaf, "a checkpoint key is named as the origin, not " + key.name());
        return;
      }
      if (key.type() == VerifierKey.COSIGNATURE_ED25519) {
        malformed(leaf, "a ledger's key is of type 01 or 06, not 04");
        return;
      }
      enrol(leaf, KeyRing.Role.CHECKPOINT, key.toVkey(), key.key());
    } catch (FormatException e) {
      malformed(leaf, e.rule() + ": " + e.getMessage());
    }
  }

  private void enrol(Leaf leaf, KeyRing.Role role, String id, byte[] publicKey) {
    if (publicKey.length == StrictEd25519.KEY_BYTES && !StrictEd25519.isValidKey(publicKey)) {
      findings.add(leaf.finding(Rule.KEY_WEAK, Rule.KEY_WEAK.meaning(), null, id));
      return;
    }
    if (!ring.enrol(role, id, publicKey, leaf.index())) {
      findings.add(
          leaf.finding(Rule.KEY_ENROLLED_TWICE, Rule.KEY_ENROLLED_TWICE.meaning(), null, id));
    }
  }

  private void retire(Leaf leaf, KeyRing.Role role, JsonNode event) {
    String id = event.path(role == KeyRing.Role.CHECKPOINT ? "vkey" : "kid").asString("");
    Optional<KeyRing.Key> key = ring.retire(role, id, leaf.index());
    if (key.isEmpty()) {
      findings.add(
          leaf.finding(Rule.KEY_RETIRED_UNKNOWN, Rule.KEY_RETIRED_UNKNOWN.meaning(), null, id));
      return;
    }
    JsonNode compromised = event.path("compromisedAt");
    if (!compromised.isIntegralNumber()) {
      return;
    }
    long from = compromised.asLong();
    if (from < key.get().enrolled() || from >= leaf.index()) {
      findings.add(
          leaf.finding(
              Rule.KEY_COMPROMISE_RANGE,
              Rule.KEY_COMPROMISE_RANGE.meaning(),
              "%d to %d".formatted(key.get().enrolled(), leaf.index() - 1),
              Long.toString(from)));
    } else if (from + 1 < leaf.index()) {
      disputed.append(
          "; disputed: leaves %d to %d by key %.8s…".formatted(from + 1, leaf.index() - 1, id));
    }
  }

  private void malformed(Leaf leaf, String how) {
    findings.add(leaf.finding(Rule.KEY_MALFORMED, Rule.KEY_MALFORMED.meaning(), null, how));
  }
}
