package org.disclosureledger.verifier.report;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
  PREDECESSOR_FORM(
      Grade.PREDECESSOR, "what leaf 0 says of the ledger before does not hold in itself"),
  PREDECESSOR_OTHER(Grade.PREDECESSOR, "the ledger given is not the one that leaf 0 names"),
  PREDECESSOR_UNSOUND(Grade.PREDECESSOR, "the ledger before is not consistent in itself"),
  PREDECESSOR_KEY(
      Grade.PREDECESSOR, "the ledger before names no such key for these sizes, or shares one"),
  PREDECESSOR_HEAD(
      Grade.PREDECESSOR, "the ledger before has another tree at the size it was restored at"),
  PREDECESSOR_PUBLISHED(
      Grade.PREDECESSOR, "the ledger before has another tree at the size it had published"),
  PREDECESSOR_BEYOND(
      Grade.PREDECESSOR, "the ledger before signed a larger head than leaf 0 knows of"),
  DISCLOSURE_SLOT(Grade.DISCLOSURES, "a disclosure opens no slot of the entry that it stands for"),
  DISCLOSURE_REPEATED(Grade.DISCLOSURES, "a slot is opened a second time"),
  TOPIC_RECORD(Grade.ENTRIES, "a record of a topic does not say what it is, or is too large"),
  TOPIC_ENTRY_DIFFERS(Grade.ENTRIES, "two records of a topic claim one leaf with other bytes"),
  TOPIC_ORDER(Grade.STREAMS, "a leaf comes first in its partition behind a later one"),
  TOPIC_ENTRY_MISSING(Grade.TREE, "a topic lacks an entry that its newest checkpoint covers"),
  TOPIC_ENTRY_UNCOVERED(Grade.TREE, "a topic has an entry that no checkpoint of it covers"),
  TOPIC_CHECKPOINT_DIFFERS(Grade.HEAD, "two records of a topic claim one size in other words"),
  TOPIC_CHECKPOINT_ORDER(Grade.HEAD, "a checkpoint comes first in its topic behind a larger one"),
  EVENT_STREAM("an event stands in a stream of another kind than its own"),
  STREAM_NOT_BEGUN("an event comes before the one that begins its stream"),
  STREAM_BEGUN_AGAIN("a stream is begun a second time"),
  DATA_UNREADABLE("data fits its schema and still says nothing that can be judged"),
  VERSION_OUTDATED("a request is recorded in an older version after newer events"),
  EVENT_AFTER_CLOSE("a closed request goes on as if it were open"),
  ITEMS_OPEN_AT_CLOSE("a request is closed with an item or an act still open"),
  NOT_REOPENABLE("an item is reopened that waits for its answer, or while a measure is in force"),
  REOPENING_INCOMPLETE("a closed request is reopened without an item that waits for its answer"),
  NO_OPEN_ITEM("nothing is open any more that this could be about"),
  ACT_OPEN("an act is prepared, or a request reopened, while an act stands open"),
  ACT_NOT_OPEN("a decision names no act that was prepared and stands open"),
  RECEIPT_DELIVERY("a receipt names no delivery, or one with a receipt"),
  LINK_REQUEST("a request is linked to itself, or to none that there is"),
  SIGNATURE_DOCUMENT("a signature is checked on no document just attached"),
  DOCUMENT_REPEATED("a document is attached a second time"),
  SAME_PERSON("one person both prepared an act and decided on it"),
  SYSTEM_NOT_A_PERSON("the system did what a person has to do"),
  SYSTEM_ONLY("a person did what only the system may do"),
  APPROVER_MISSING("a decision on an act was not made by who may decide on it"),
  ROLE_NOT_ALLOWED("the actor's role may not do this"),
  SECOND_BEFORE_FIRST("the decision on an act claims a time before the act's own"),
  TIME_AHEAD("time is more than 60 s after recordedtime"),
  RECEIVED_AHEAD("a receipt is more than 60 s after it was recorded"),
  RECEIVED_TOO_LATE("a receipt is corrected to after what was already done about the request"),
  AGENT_AFTER_RECEIPT("a request reaches the agent after it reached the enterprise"),
  TIME_BEFORE_CAUSE("an event claims a time before that of what it follows"),
  PERIOD_REVERSED("a period does not end after it begins"),
  PERIOD_AHEAD("a period ends on a day that is still to come"),
  AUTHORITY_NOT_VERIFIED("an act is prepared or approved without verified authority"),
  SIGNATURE_NOT_CHECKED("an emergency rests on a signature never found good and trusted"),
  CALL_BACK_WITHOUT_CONTACT("authority is verified by a call to no known contact"),
  CONTACT_NOT_REGISTERED("the contact called is none of the agency's, or of its successor's, then"),
  AGENCY_NOT_VALID("authority is verified of an agency not valid at receipt"),
  ITEM_UNKNOWN("an event names an item that the request does not have"),
  ITEM_REPEATED("an act names an item twice"),
  ITEM_NOT_PENDING("an acceptance names an item that is accepted already"),
  ITEM_NOT_APPROVED("an answer names an item without an approval that stands"),
  ITEM_ANSWERED("an act is about an item that has its answer"),
  ACCEPTANCE_SCOPE("an acceptance goes beyond what was asked for"),
  DELIVERY_SCOPE("a delivery has other targets, fields or times than approved"),
  DELIVERY_COUNT("a delivery brings the records of all parts above those approved"),
  DELIVERY_EMPTY("a part without records does not close an item sent in parts"),
  MEASURE_KIND("a measure or delivery does not suit the kind of the item"),
  MEASURE_SCOPE("a measure names targets other than those approved"),
  MEASURE_PERIOD("a measure begins before, or ends after, the time approved"),
  MEASURE_NOT_IN_FORCE("what is given back was not taken, or given back before"),
  MEASURE_LEFT("a measure is not given back for all whom it was taken on"),
  ITEM_NUMBERING("items are not numbered from 1 without gaps"),
  ITEM_DIFFERS("a list goes on with an item otherwise than it began"),
  TARGET_NUMBERING("an item's targets are not numbered from 1 without gaps"),
  DOCUMENT_NUMBERING("documents are not numbered from 1 without gaps"),
  DELIVERY_PART("an item's parts are not numbered from 1 without gaps"),
  ITEMS_LISTED_LATE("items are listed when the recording is over"),
  SECRECY_CONTENT("a document above secrecy Thường is recorded with the request"),
  CLARIFICATION_OPEN("an act does not wait for the clarification that is open"),
  CLARIFICATION_NOT_ASKED("a clarification comes that was not asked, or came before"),
  EMERGENCY_NOT_CLAIMED("an ordinary request takes the way of an emergency"),
  EMERGENCY_VERIFICATION(
      "the way of an emergency rests on neither a known contact nor a signature"),
  ORAL_NOT_CONFIRMED("an oral emergency takes the way of a demand in writing"),
  WRITING_MISSED_DEADLINE("writing.missed names another due time than was set"),
  WRITING_MISSED_EARLY("writing.missed comes before the due time"),
  WRITING_MISSED_NEEDLESS("writing.missed comes though nothing is awaited any more"),
  WRITING_CONFIRMED_NEEDLESS("writing.confirmed comes though none is owed, or a second time"),
  WRITING_OVERDUE("a due time to confirm by has passed unremarked"),
  DEADLINE_MISSING("a recording or correction is not followed by a due time it needs"),
  DEADLINE_AGAIN("the due time of the recording is set a second time"),
  DEADLINE_POLICY("a due time names another policy than that adopted last"),
  DEADLINE_CALENDAR("a due time names another calendar than that imported last"),
  DEADLINE_ROW("a due time names a row of policy that does not apply"),
  DEADLINE_DUE("a due time is not what its row of policy gives"),
  DEADLINE_NOT_EARLIEST("another row of policy gives an earlier due time"),
  DEADLINE_BASIS("a due time rests on another basis than it has to"),
  DEADLINE_STATED("the due time stated is not the agency's own"),
  DEADLINE_EXTENSION("a due time names no extension to it just approved"),
  DEADLINE_NOT_RECOUNTED("a due time is not counted again after another policy or calendar"),
  DEADLINE_PUT_OFF("a due time is counted again though it was put off"),
  EXTENSION_LATE("an extension came too late, or does not extend a due time"),
  EXTENSION_WITHOUT_DEADLINE("an extension is not followed by its due time"),
  CORRECTION_EVENT("a correction names no earlier event of its stream"),
  CORRECTION_CHANGES("a correction changes another event than the one that records"),
  CORRECTION_LIST_MISSING("a correction is not followed by all of its lists"),
  CORRECTION_LIST_STRAY("a list goes on with no correction of the same person that awaits it"),
  ACT_LIST_MISSING("an acceptance or delivery is not followed by all of its lists"),
  ACT_LIST_STRAY("a list goes on with no acceptance or delivery of its person that awaits it"),
  OVERSIGHT_KIND("a correction tells of another kind of thing than its stream is about"),
  NOTICE_FORWARDED_AGAIN("a voluntary report is passed on to one agency twice"),
  ACCESS_SUBJECT("a view, grant or erasure is about nothing that there is"),
  GRANT_MISSING("a supervisor or auditor sees personal data and names no grant"),
  GRANT_NOT_HELD("personal data are seen, or a grant is revoked, without one that stands"),
  GRANT_TERMS("a grant has a role, purpose, end or id that none can have"),
  PURPOSE_OF_ROLE("personal data are seen for a purpose that is not the role's"),
  ERASURE_OPEN("personal data are erased of a request that is not closed, or waits"),
  ERASURE_RULE("an erasure names a retention rule that does not apply"),
  ERASURE_COUNT("an erasure counts what the entries do not say"),
  ERASURE_EARLY("an erasure comes before the days to keep are over"),
  RETENTION_OVERLAP("two retention rules apply to one type of case on the same day"),
  ERASED_AGAIN("personal data are erased a second time"),
  EVENT_AFTER_ERASURE("a request goes on, is seen or granted though its personal data are erased"),
  ERROR_EVENT("an error names no earlier event of its stream"),
  ERROR_SEVERITY("an error's severity is at odds with what was handed over by then"),
  RECONCILIATION_SUM("a comparison's numbers do not add up"),
  AGENCY_STREAM("an agency's stream is not named by the hash of its code"),
  AGENCY_SUCCESSOR("an agency is succeeded by itself"),
  REGISTER_ORDER("an officer is registered twice, or what is not current retired"),
  REPORT_LIST("a report's lists are missing or stray"),
  REPORT_SUBMITTED("what was submitted was not stated in its stream"),
  REPORT_BOUNDS(Grade.REPORTS, "a report's period, instant or size is amiss"),
  REPORT_HEAD(Grade.REPORTS, "a report's root is not the entries'"),
  REPORT_PREVIOUS(Grade.REPORTS, "a report does not name the one before"),
  REPORT_ROWS(Grade.REPORTS, "a report's rows are not those due"),
  REPORT_FIGURE(Grade.REPORTS, "a figure is not what the ledger gives"),
  REPORT_UNREADABLE(Grade.REPORTS, "a report is stated while a request cannot be followed");

  private static final Map<String, Rule> BY_ID =
      Stream.of(values()).collect(Collectors.toMap(Rule::id, rule -> rule));

  private final Grade grade;
  private final String meaning;

  Rule(Grade grade, String meaning) {
    this.grade = grade;
    this.meaning = meaning;
  }

  /** Of conduct. */
  Rule(String meaning) {
    this(Grade.CONDUCT, meaning);
  }

  /** Empty for a rule about the form of one object. */
  static Optional<Rule> of(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  /** Kebab-case, stable, as it stands in reports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The grade that fails when the rule is broken, unless a finding says another. */
  public Grade grade() {
    return grade;
  }

  /** What breaking it means, in Vietnamese; null but for predecessor, conduct and reports. */
  public @Nullable String titleVi() {
    return VietnameseTitles.of(this);
  }

  /** What breaking it means, in one line of English. */
  public String meaning() {
    return meaning;
  }
}
