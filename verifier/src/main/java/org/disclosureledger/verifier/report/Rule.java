package org.disclosureledger.verifier.report;

import java.util.Locale;

/**
 * Rules that only a reader of a whole ledger can check. Rules about the form of one object are the
 * rule ids of {@code FormatException}; both kinds share one namespace and FORMAT's catalogue.
 */
public enum Rule {
  FILE_TOO_LARGE(Grade.ENTRIES, "a file or response is larger than its kind can be"),
  CONTENT_ENCODING(Grade.ENTRIES, "a response is not in the encoding it claims"),
  DATASCHEMA_MISMATCH(
      Grade.ENTRIES, "dataschema of a known type is not exactly the shipped schema's $id"),
  DATA_INVALID(Grade.ENTRIES, "data does not fit the shipped schema of its type"),
  ENTRY_SIGNATURE(Grade.ENTRIES, "the signature does not verify under the key the header names"),
  KEY_UNKNOWN(Grade.ENTRIES, "the header names a key that no earlier entry enrols"),
  KEY_NOT_VALID(Grade.ENTRIES, "the signing key was retired before this leaf"),
  KEY_ROLE(Grade.ENTRIES, "an authority key signs a plain entry, or an entry key a key event"),
  KEY_WEAK(Grade.ENTRIES, "an enrolled key is not canonical or not of prime order"),
  KEY_MALFORMED(Grade.ENTRIES, "an enrolled key cannot be read, or its id is not its own"),
  KEY_ENROLLED_TWICE(Grade.ENTRIES, "a public key is enrolled a second time, in whatever role"),
  KEY_RETIRED_UNKNOWN(Grade.ENTRIES, "a retirement names no key then valid in that role"),
  KEY_COMPROMISE_RANGE(Grade.ENTRIES, "compromisedAt is not from the enrolling to this leaf"),
  LEDGER_OPENED_FIRST(Grade.ENTRIES, "leaf 0 is not of type ledger.opened in subject ledger"),
  LEDGER_OPENED_AGAIN(Grade.ENTRIES, "a later leaf is of type ledger.opened or subject ledger"),
  LEDGER_OPENED_ORIGIN(Grade.ENTRIES, "leaf 0 names another origin than the checkpoint"),
  KEYS_SUBJECT(Grade.ENTRIES, "a key event outside subject keys, or another event inside it"),
  STREAM_SOURCE(Grade.STREAMS, "source is not bytewise the origin of the checkpoint"),
  EVENT_ID_REPEATED(Grade.STREAMS, "an event id occurs a second time in the ledger"),
  SEQUENCE_GAP(Grade.STREAMS, "streamsequence does not follow its stream's preceding entry"),
  PREVIOUS_HASH(Grade.STREAMS, "previous is not the leaf hash of the stream's preceding entry"),
  RECORDEDTIME_ORDER(Grade.STREAMS, "recordedtime is earlier than the stream's preceding entry"),
  RECORDEDTIME_SLACK(Grade.STREAMS, "recordedtime lies too far below the ledger's maximum so far"),
  TILE_HASH(Grade.TREE, "a stored tile holds another hash than the entries give"),
  TILE_LENGTH(Grade.TREE, "a stored tile is not 32 bytes for each of its hashes"),
  TREE_ROOT(Grade.TREE, "the entries do not give the root that the checkpoint signs"),
  INCLUSION_PROOF(Grade.TREE, "the inclusion proof does not lead from the entry to the root"),
  CHECKPOINT_KEY_UNKNOWN(Grade.HEAD, "the key that signed a checkpoint is not in the ledger"),
  CHECKPOINT_KEY_WINDOW(Grade.HEAD, "a checkpoint key signed a size it was not valid for"),
  CHECKPOINTS_NAME(Grade.HEAD, "a file under checkpoints/ is not named as the size it states"),
  CHECKPOINTS_SIGNATURE(Grade.HEAD, "an earlier checkpoint is not validly signed by the ledger"),
  CHECKPOINTS_ROOT(Grade.HEAD, "an earlier checkpoint states a root that the entries do not give"),
  CHECKPOINTS_BEYOND_HEAD(Grade.HEAD, "a file under checkpoints/ is larger than the head"),
  ROLLBACK(Grade.CONTINUITY, "the head is smaller than one accepted before"),
  FORK(Grade.CONTINUITY, "the head is inconsistent with one accepted before");

  private final Grade grade;
  private final String meaning;

  Rule(Grade grade, String meaning) {
    this.grade = grade;
    this.meaning = meaning;
  }

  /** Kebab-case, stable, as it stands in reports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The grade that fails when the rule is broken, unless a finding says another. */
  public Grade grade() {
    return grade;
  }

  /** What breaking it means, in one line. */
  public String meaning() {
    return meaning;
  }
}
