package org.disclosureledger.format;

/**
 * The rules of form, by the stable ids that FORMAT.md §9 catalogues. Each has one invalid vector
 * under {@code vectors/invalid/<id>}.
 */
public enum FormatRule {
  BASE64("base64"),
  BASE64URL("base64url"),
  ENTRY_LENGTH("entry-length"),
  ENTRY_STRUCTURE("entry-structure"),
  ENTRY_HEADER("entry-header"),
  ENTRY_SIGNATURE_LENGTH("entry-signature-length"),
  KEY_ID("key-id"),
  JSON_UTF8("json-utf8"),
  JSON_BOM("json-bom"),
  JSON_SYNTAX("json-syntax"),
  JSON_DUPLICATE_NAME("json-duplicate-name"),
  JSON_SURROGATE("json-surrogate"),
  JSON_TRAILING("json-trailing"),
  JSON_DEPTH("json-depth"),
  JSON_NUMBER("json-number"),
  PAYLOAD_OBJECT("payload-object"),
  PAYLOAD_MEMBER_UNKNOWN("payload-member-unknown"),
  PAYLOAD_MEMBER_MISSING("payload-member-missing"),
  PAYLOAD_MEMBER_NULL("payload-member-null"),
  PAYLOAD_MEMBER_TYPE("payload-member-type"),
  SPEC_VERSION("spec-version"),
  EVENT_ID("event-id"),
  EVENT_TYPE("event-type"),
  ORIGIN("origin"),
  STREAM_ID("stream-id"),
  TIMESTAMP("timestamp"),
  STREAM_SEQUENCE("stream-sequence"),
  LEAF_HASH("leaf-hash"),
  ACTOR("actor"),
  ACTOR_ROLE("actor-role"),
  UUID_TEXT("uuid-text"),
  DATA_SCHEMA("data-schema"),
  COMMITMENT_PLACE("commitment-place"),
  COMMITMENT_SHAPE("commitment-shape"),
  COMMITMENT_DIGEST("commitment-digest"),
  COMMITMENT_ARRAY_ELEMENT("commitment-array-element"),
  COMMITMENT_REPEATED("commitment-repeated"),
  COMMITMENT_RESERVED_NAME("commitment-reserved-name"),
  DISCLOSURE_LENGTH("disclosure-length"),
  DISCLOSURE_SHAPE("disclosure-shape"),
  DISCLOSURE_SALT("disclosure-salt"),
  DISCLOSURE_RESERVED_NAME("disclosure-reserved-name"),
  DISCLOSURES_LINE("disclosures-line"),
  JWK_SHAPE("jwk-shape"),
  JWK_THUMBPRINT("jwk-thumbprint"),
  SEQUENCE_GAP("sequence-gap"),
  PREVIOUS_HASH("previous-hash"),
  RECORDED_TIME_ORDER("recordedtime-order"),
  TREE_HASH("tree-hash"),
  TREE_FRONTIER("tree-frontier"),
  VKEY_SHAPE("vkey-shape"),
  VKEY_TYPE("vkey-type"),
  VKEY_ID("vkey-id"),
  NOTE_LENGTH("note-length"),
  NOTE_TEXT("note-text"),
  NOTE_STRUCTURE("note-structure"),
  NOTE_SIGNATURE_LINE("note-signature-line"),
  NOTE_SIGNATURE_COUNT("note-signature-count"),
  NOTE_SIGNATURE_SIZE("note-signature-size"),
  NOTE_SIGNATURE_INVALID("note-signature-invalid"),
  CHECKPOINT_LINES("checkpoint-lines"),
  CHECKPOINT_SIZE("checkpoint-size"),
  CHECKPOINT_ROOT("checkpoint-root"),
  CHECKPOINT_ORIGIN("checkpoint-origin"),
  CHECKPOINT_UNSIGNED("checkpoint-unsigned"),
  CHECKPOINT_QUORUM("checkpoint-quorum"),
  POLICY_CHARACTER("policy-character"),
  POLICY_LINE("policy-line"),
  POLICY_WORD("policy-word"),
  POLICY_KEY_TYPE("policy-key-type"),
  POLICY_DUPLICATE_KEY("policy-duplicate-key"),
  POLICY_NAME("policy-name"),
  POLICY_MEMBER("policy-member"),
  POLICY_THRESHOLD("policy-threshold"),
  POLICY_QUORUM("policy-quorum"),
  POLICY_NO_LOG("policy-no-log"),
  RECEIPT_LENGTH("receipt-length"),
  RECEIPT_STRUCTURE("receipt-structure"),
  RECEIPT_INDEX("receipt-index"),
  RECEIPT_PATH_LENGTH("receipt-path-length"),
  TILE_PATH("tile-path"),
  TILE_LENGTH("tile-length"),
  BUNDLE_ENTRY_LENGTH("bundle-entry-length"),
  BUNDLE_TRUNCATED("bundle-truncated"),
  BUNDLE_TRAILING("bundle-trailing");

  private final String id;

  FormatRule(String id) {
    this.id = id;
  }

  /** Kebab-case, never renamed once published. */
  public String id() {
    return id;
  }

  /** A violation without a place. */
  public FormatException violation(String message) {
    return new FormatException(id, -1, message);
  }

  /** A violation at a byte of the input. */
  public FormatException violation(long offset, String message) {
    return new FormatException(id, offset, message);
  }
}
