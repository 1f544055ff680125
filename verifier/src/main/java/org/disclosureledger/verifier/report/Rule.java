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
  FORK(Grade.CONTINUITY, "the head is inconsistent with one accepted before"),
  EVENT_STREAM(Grade.CONDUCT, "an event stands in a stream of another kind than its own"),
  STREAM_NOT_BEGUN(Grade.CONDUCT, "an event comes before the one that begins its stream"),
  STREAM_BEGUN_AGAIN(Grade.CONDUCT, "a stream is begun a second time"),
  DATA_UNREADABLE(Grade.CONDUCT, "data fits its schema and still says nothing that can be judged"),
  VERSION_OUTDATED(Grade.CONDUCT, "a request is recorded in an older version than one before it"),
  EVENT_AFTER_CLOSE(Grade.CONDUCT, "a closed request goes on as if it were open"),
  ITEMS_OPEN_AT_CLOSE(Grade.CONDUCT, "a request is closed with an item or an act still open"),
  NOT_REOPENABLE(
      Grade.CONDUCT,
      "an item is reopened that waits for its answer, or while a measure is in force"),
  NO_OPEN_ITEM(Grade.CONDUCT, "nothing is open any more that this could be about"),
  ACT_OPEN(Grade.CONDUCT, "an act is prepared, or a request reopened, while an act stands open"),
  ACT_NOT_OPEN(Grade.CONDUCT, "a decision names no act that was prepared and stands open"),
  RECEIPT_DELIVERY(Grade.CONDUCT, "a receipt names no delivery, or one with a receipt"),
  LINK_REQUEST(Grade.CONDUCT, "a request is linked to itself, or to none that there is"),
  SIGNATURE_DOCUMENT(Grade.CONDUCT, "a signature is checked on no document just attached"),
  SAME_PERSON(Grade.CONDUCT, "one person both prepared an act and decided on it"),
  SYSTEM_NOT_A_PERSON(Grade.CONDUCT, "the system did what a person has to do"),
  SYSTEM_ONLY(Grade.CONDUCT, "a person did what only the system may do"),
  APPROVER_MISSING(Grade.CONDUCT, "a decision on an act was not made by an approver"),
  ROLE_NOT_ALLOWED(Grade.CONDUCT, "the actor's role may not do this"),
  SECOND_BEFORE_FIRST(Grade.CONDUCT, "the decision on an act claims a time before the act's own"),
  TIME_AHEAD(Grade.CONDUCT, "time is more than 60 s after recordedtime"),
  RECEIVED_AHEAD(Grade.CONDUCT, "a request is received more than 60 s after it was recorded"),
  RECEIVED_TOO_LATE(
      Grade.CONDUCT, "a receipt is corrected to after what was already done about the request"),
  AGENT_AFTER_RECEIPT(Grade.CONDUCT, "a request reaches the agent after it reached the enterprise"),
  TIME_BEFORE_CAUSE(Grade.CONDUCT, "an event claims a time before that of what it follows"),
  PERIOD_REVERSED(Grade.CONDUCT, "a period does not end after it begins"),
  AUTHORITY_NOT_VERIFIED(Grade.CONDUCT, "an act is approved without verified authority"),
  SIGNATURE_NOT_CHECKED(
      Grade.CONDUCT, "an emergency rests on a signature never found good and trusted"),
  CALL_BACK_WITHOUT_CONTACT(Grade.CONDUCT, "authority is verified by a call to no known contact"),
  CONTACT_NOT_REGISTERED(
      Grade.CONDUCT, "the contact called is none of the agency's, or of its successor's, then"),
  AGENCY_NOT_VALID(Grade.CONDUCT, "authority is verified of an agency not valid at receipt"),
  ITEM_UNKNOWN(Grade.CONDUCT, "an event names an item that the request does not have"),
  ITEM_REPEATED(Grade.CONDUCT, "an act names an item twice"),
  ITEM_NOT_PENDING(Grade.CONDUCT, "an item is accepted that is accepted already"),
  ITEM_NOT_APPROVED(Grade.CONDUCT, "an item is answered without an approval that stands"),
  ITEM_ANSWERED(Grade.CONDUCT, "an act decides on an item that has its answer"),
  ACCEPTANCE_SCOPE(Grade.CONDUCT, "more is approved than was asked for"),
  DELIVERY_SCOPE(Grade.CONDUCT, "other targets, fields or times are delivered than approved"),
  DELIVERY_COUNT(Grade.CONDUCT, "more records are delivered in all parts than approved"),
  DELIVERY_EMPTY(Grade.CONDUCT, "a part without records does not close an item sent in parts"),
  MEASURE_KIND(Grade.CONDUCT, "a measure or delivery does not suit the kind of the item"),
  MEASURE_SCOPE(Grade.CONDUCT, "a measure is taken on targets other than those approved"),
  MEASURE_PERIOD(Grade.CONDUCT, "a measure begins before, or ends after, the time approved"),
  MEASURE_NOT_IN_FORCE(Grade.CONDUCT, "what is given back was not taken, or given back before"),
  MEASURE_LEFT(Grade.CONDUCT, "a measure is not given back for all whom it was taken on"),
  ITEM_NUMBERING(Grade.CONDUCT, "items are not numbered from 1 without gaps"),
  ITEM_DIFFERS(Grade.CONDUCT, "a list goes on with an item otherwise than it began"),
  TARGET_NUMBERING(Grade.CONDUCT, "an item's targets are not numbered from 1 without gaps"),
  DOCUMENT_NUMBERING(Grade.CONDUCT, "documents are not numbered from 1 without gaps"),
  DELIVERY_PART(Grade.CONDUCT, "an item's parts are not numbered from 1 without gaps"),
  ITEMS_LISTED_LATE(Grade.CONDUCT, "items are listed when the recording is over"),
  SECRECY_CONTENT(Grade.CONDUCT, "a document above secrecy Thường is recorded with the request"),
  CLARIFICATION_OPEN(Grade.CONDUCT, "an act does not wait for the clarification that is open"),
  CLARIFICATION_NOT_ASKED(
      Grade.CONDUCT, "a clarification comes that was not asked, or came before"),
  EMERGENCY_NOT_CLAIMED(Grade.CONDUCT, "an ordinary request is accepted as an emergency"),
  EMERGENCY_VERIFICATION(
      Grade.CONDUCT, "an emergency is accepted on neither a known contact nor a signature"),
  ORAL_NOT_CONFIRMED(Grade.CONDUCT, "an oral emergency is accepted as if it were in writing"),
  WRITING_MISSED_DEADLINE(Grade.CONDUCT, "writing.missed names another due time than was set"),
  WRITING_MISSED_EARLY(Grade.CONDUCT, "writing.missed comes before the due time"),
  WRITING_MISSED_NEEDLESS(Grade.CONDUCT, "writing.missed comes though nothing is awaited any more"),
  WRITING_CONFIRMED_NEEDLESS(
      Grade.CONDUCT, "writing.confirmed comes though none is owed, or a second time"),
  WRITING_OVERDUE(Grade.CONDUCT, "a due time to confirm by has passed unremarked"),
  DEADLINE_MISSING(Grade.CONDUCT, "request.recorded is not followed by a due time it needs"),
  DEADLINE_AGAIN(Grade.CONDUCT, "the due time of the recording is set a second time"),
  DEADLINE_POLICY(Grade.CONDUCT, "a due time names another policy than that adopted last"),
  DEADLINE_ROW(Grade.CONDUCT, "a due time names a row of policy that does not apply"),
  DEADLINE_DUE(Grade.CONDUCT, "a due time is not what its row of policy gives"),
  DEADLINE_NOT_EARLIEST(Grade.CONDUCT, "another row of policy gives an earlier due time"),
  DEADLINE_BASIS(Grade.CONDUCT, "a due time rests on another basis than it has to"),
  DEADLINE_STATED(Grade.CONDUCT, "the due time stated is not the agency's own"),
  DEADLINE_EXTENSION(Grade.CONDUCT, "a due time names no extension to it just approved"),
  EXTENSION_LATE(Grade.CONDUCT, "an extension came too late, or does not extend a due time"),
  EXTENSION_WITHOUT_DEADLINE(Grade.CONDUCT, "an extension is not followed by its due time"),
  CORRECTION_EVENT(Grade.CONDUCT, "a correction names no earlier event of its stream"),
  CORRECTION_CHANGES(Grade.CONDUCT, "a correction changes another event than request.recorded"),
  CORRECTION_LIST_MISSING(Grade.CONDUCT, "a correction is not followed by all of its lists"),
  CORRECTION_LIST_STRAY(
      Grade.CONDUCT, "a list goes on with no correction of the same person that awaits it"),
  ERROR_EVENT(Grade.CONDUCT, "an error names no earlier event of its stream"),
  ERROR_SEVERITY(Grade.CONDUCT, "an error is reportable if about a delivery, and only then"),
  AGENCY_STREAM(Grade.CONDUCT, "an agency's stream is not named by the hash of its code"),
  AGENCY_SUCCESSOR(Grade.CONDUCT, "an agency is succeeded by itself, or a second time"),
  REGISTER_ORDER(Grade.CONDUCT, "an officer is registered twice, or what is not current retired");

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
