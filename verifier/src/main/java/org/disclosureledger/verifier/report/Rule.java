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
  DISCLOSURE_SLOT(Grade.DISCLOSURES, "a disclosure opens no slot of the entry that it stands for"),
  DISCLOSURE_REPEATED(Grade.DISCLOSURES, "a slot is opened a second time"),
  EVENT_STREAM(
      "Sự kiện nằm trong luồng không thuộc loại của nó",
      "an event stands in a stream of another kind than its own"),
  STREAM_NOT_BEGUN(
      "Sự kiện đến trước sự kiện mở đầu luồng",
      "an event comes before the one that begins its stream"),
  STREAM_BEGUN_AGAIN("Một luồng được mở đầu lần thứ hai", "a stream is begun a second time"),
  DATA_UNREADABLE(
      "Dữ liệu đúng lược đồ nhưng không nêu điều gì có thể xét",
      "data fits its schema and still says nothing that can be judged"),
  VERSION_OUTDATED(
      "Yêu cầu được ghi theo phiên bản cũ sau khi sổ đã dùng phiên bản mới",
      "a request is recorded in an older version after newer events"),
  EVENT_AFTER_CLOSE(
      "Yêu cầu đã đóng mà vẫn tiếp tục như đang mở", "a closed request goes on as if it were open"),
  ITEMS_OPEN_AT_CLOSE(
      "Đóng yêu cầu khi còn nội dung hoặc việc đang chờ",
      "a request is closed with an item or an act still open"),
  NOT_REOPENABLE(
      "Mở lại nội dung còn chờ trả lời hoặc đang chịu biện pháp",
      "an item is reopened that waits for its answer, or while a measure is in force"),
  REOPENING_INCOMPLETE(
      "Mở lại yêu cầu đã đóng mà bỏ sót nội dung chưa được trả lời",
      "a closed request is reopened without an item that waits for its answer"),
  NO_OPEN_ITEM(
      "Không còn nội dung nào đang chờ để làm việc này",
      "nothing is open any more that this could be about"),
  ACT_OPEN(
      "Chuẩn bị việc mới hoặc mở lại yêu cầu khi còn một việc đang chờ",
      "an act is prepared, or a request reopened, while an act stands open"),
  ACT_NOT_OPEN(
      "Quyết định về một việc không chờ người thứ hai",
      "a decision names no act that was prepared and stands open"),
  RECEIPT_DELIVERY(
      "Xác nhận không nêu lần cung cấp nào, hoặc nêu lần đã có xác nhận",
      "a receipt names no delivery, or one with a receipt"),
  LINK_REQUEST(
      "Yêu cầu liên kết với chính nó hoặc với yêu cầu không tồn tại",
      "a request is linked to itself, or to none that there is"),
  SIGNATURE_DOCUMENT(
      "Kiểm tra chữ ký không phải trên văn bản vừa đính kèm",
      "a signature is checked on no document just attached"),
  DOCUMENT_REPEATED("Một văn bản được đính kèm hai lần", "a document is attached a second time"),
  SAME_PERSON(
      "Một người vừa chuẩn bị vừa quyết định cùng một việc",
      "one person both prepared an act and decided on it"),
  SYSTEM_NOT_A_PERSON(
      "Hệ thống làm việc phải do người làm", "the system did what a person has to do"),
  SYSTEM_ONLY("Người làm việc chỉ hệ thống được làm", "a person did what only the system may do"),
  APPROVER_MISSING(
      "Quyết định không do người có quyền duyệt đưa ra",
      "a decision on an act was not made by who may decide on it"),
  ROLE_NOT_ALLOWED(
      "Vai trò của người làm không được làm việc này", "the actor's role may not do this"),
  SECOND_BEFORE_FIRST(
      "Quyết định được khai là có trước việc được chuẩn bị",
      "the decision on an act claims a time before the act's own"),
  TIME_AHEAD(
      "Thời điểm khai muộn hơn thời điểm ghi quá 60 giây",
      "time is more than 60 s after recordedtime"),
  RECEIVED_AHEAD(
      "Thời điểm tiếp nhận muộn hơn thời điểm ghi quá 60 giây",
      "a receipt is more than 60 s after it was recorded"),
  RECEIVED_TOO_LATE(
      "Thời điểm tiếp nhận sau đính chính muộn hơn việc đã làm theo yêu cầu",
      "a receipt is corrected to after what was already done about the request"),
  AGENT_AFTER_RECEIPT(
      "Yêu cầu đến đại lý sau khi đến doanh nghiệp",
      "a request reaches the agent after it reached the enterprise"),
  TIME_BEFORE_CAUSE(
      "Thời điểm khai trước việc làm căn cứ",
      "an event claims a time before that of what it follows"),
  PERIOD_REVERSED(
      "Khoảng thời gian kết thúc trước khi bắt đầu", "a period does not end after it begins"),
  PERIOD_AHEAD(
      "Khoảng thời gian kết thúc vào ngày chưa đến",
      "a period ends on a day that is still to come"),
  AUTHORITY_NOT_VERIFIED(
      "Chuẩn bị hoặc duyệt khi chưa xác minh thẩm quyền",
      "an act is prepared or approved without verified authority"),
  SIGNATURE_NOT_CHECKED(
      "Chấp nhận khẩn cấp dựa vào chữ ký chưa được kiểm tra là hợp lệ và đáng tin",
      "an emergency rests on a signature never found good and trusted"),
  CALL_BACK_WITHOUT_CONTACT(
      "Xác minh bằng cách gọi lại mà không nêu đầu mối",
      "authority is verified by a call to no known contact"),
  CONTACT_NOT_REGISTERED(
      "Đầu mối được gọi không phải của cơ quan hoặc cơ quan kế thừa",
      "the contact called is none of the agency's, or of its successor's, then"),
  AGENCY_NOT_VALID(
      "Xác minh cơ quan không hoạt động vào ngày tiếp nhận",
      "authority is verified of an agency not valid at receipt"),
  ITEM_UNKNOWN(
      "Sự kiện nêu nội dung mà yêu cầu không có",
      "an event names an item that the request does not have"),
  ITEM_REPEATED("Một việc nêu cùng một nội dung hai lần", "an act names an item twice"),
  ITEM_NOT_PENDING(
      "Chấp nhận nội dung đã được chấp nhận",
      "an acceptance names an item that is accepted already"),
  ITEM_NOT_APPROVED(
      "Trả lời nội dung chưa có chấp nhận còn hiệu lực",
      "an answer names an item without an approval that stands"),
  ITEM_ANSWERED("Việc nêu nội dung đã có trả lời", "an act is about an item that has its answer"),
  ACCEPTANCE_SCOPE(
      "Chấp nhận vượt quá phạm vi được yêu cầu", "an acceptance goes beyond what was asked for"),
  DELIVERY_SCOPE(
      "Cung cấp đối tượng, trường hoặc thời gian ngoài phạm vi chấp nhận",
      "a delivery has other targets, fields or times than approved"),
  DELIVERY_COUNT(
      "Cung cấp nhiều bản ghi hơn số đã chấp nhận, tính mọi phần",
      "a delivery brings the records of all parts above those approved"),
  DELIVERY_EMPTY(
      "Phần không có bản ghi mà không kết thúc nội dung gửi nhiều phần",
      "a part without records does not close an item sent in parts"),
  MEASURE_KIND(
      "Biện pháp hoặc lần cung cấp không hợp với loại nội dung",
      "a measure or delivery does not suit the kind of the item"),
  MEASURE_SCOPE(
      "Biện pháp nhắm đối tượng ngoài phạm vi chấp nhận",
      "a measure names targets other than those approved"),
  MEASURE_PERIOD(
      "Biện pháp bắt đầu trước hoặc kết thúc sau thời gian chấp nhận",
      "a measure begins before, or ends after, the time approved"),
  MEASURE_NOT_IN_FORCE(
      "Khôi phục điều chưa thực hiện hoặc đã khôi phục",
      "what is given back was not taken, or given back before"),
  MEASURE_LEFT(
      "Không khôi phục cho đủ mọi đối tượng đã chịu biện pháp",
      "a measure is not given back for all whom it was taken on"),
  ITEM_NUMBERING(
      "Số thứ tự nội dung không liền mạch từ 1", "items are not numbered from 1 without gaps"),
  ITEM_DIFFERS(
      "Danh sách nối tiếp nêu nội dung khác với lúc bắt đầu",
      "a list goes on with an item otherwise than it began"),
  TARGET_NUMBERING(
      "Số thứ tự đối tượng của nội dung không liền mạch từ 1",
      "an item's targets are not numbered from 1 without gaps"),
  DOCUMENT_NUMBERING(
      "Số thứ tự văn bản không liền mạch từ 1", "documents are not numbered from 1 without gaps"),
  DELIVERY_PART(
      "Số thứ tự các phần của nội dung không liền mạch từ 1",
      "an item's parts are not numbered from 1 without gaps"),
  ITEMS_LISTED_LATE(
      "Liệt kê nội dung khi việc ghi yêu cầu đã xong",
      "items are listed when the recording is over"),
  SECRECY_CONTENT(
      "Văn bản có độ mật trên Thường được ghi cùng yêu cầu",
      "a document above secrecy Thường is recorded with the request"),
  CLARIFICATION_OPEN(
      "Việc không chờ cơ quan trả lời câu hỏi làm rõ",
      "an act does not wait for the clarification that is open"),
  CLARIFICATION_NOT_ASKED(
      "Nhận làm rõ khi không hỏi hoặc đã nhận trước đó",
      "a clarification comes that was not asked, or came before"),
  EMERGENCY_NOT_CLAIMED(
      "Chấp nhận khẩn cấp một yêu cầu thường", "an ordinary request takes the way of an emergency"),
  EMERGENCY_VERIFICATION(
      "Chấp nhận khẩn cấp không dựa vào đầu mối đã biết hay chữ ký",
      "the way of an emergency rests on neither a known contact nor a signature"),
  ORAL_NOT_CONFIRMED(
      "Chấp nhận yêu cầu khẩn cấp bằng lời như yêu cầu bằng văn bản",
      "an oral emergency takes the way of a demand in writing"),
  WRITING_MISSED_DEADLINE(
      "Ghi quá hạn xác nhận nhưng nêu thời hạn khác với thời hạn đã đặt",
      "writing.missed names another due time than was set"),
  WRITING_MISSED_EARLY(
      "Ghi quá hạn xác nhận khi chưa đến hạn", "writing.missed comes before the due time"),
  WRITING_MISSED_NEEDLESS(
      "Ghi quá hạn xác nhận khi không còn chờ xác nhận nào",
      "writing.missed comes though nothing is awaited any more"),
  WRITING_CONFIRMED_NEEDLESS(
      "Ghi xác nhận bằng văn bản khi không cần hoặc đã có",
      "writing.confirmed comes though none is owed, or a second time"),
  WRITING_OVERDUE(
      "Thời hạn xác nhận bằng văn bản đã qua mà không được ghi nhận",
      "a due time to confirm by has passed unremarked"),
  DEADLINE_MISSING(
      "Ghi hoặc đính chính yêu cầu mà không đặt thời hạn bắt buộc",
      "a recording or correction is not followed by a due time it needs"),
  DEADLINE_AGAIN(
      "Thời hạn khi ghi yêu cầu được đặt lần thứ hai",
      "the due time of the recording is set a second time"),
  DEADLINE_POLICY(
      "Thời hạn nêu chính sách không phải chính sách áp dụng sau cùng",
      "a due time names another policy than that adopted last"),
  DEADLINE_CALENDAR(
      "Thời hạn nêu lịch không phải lịch nhập sau cùng",
      "a due time names another calendar than that imported last"),
  DEADLINE_ROW(
      "Thời hạn nêu dòng chính sách không áp dụng",
      "a due time names a row of policy that does not apply"),
  DEADLINE_DUE(
      "Thời hạn không đúng theo dòng chính sách", "a due time is not what its row of policy gives"),
  DEADLINE_NOT_EARLIEST(
      "Dòng chính sách khác cho thời hạn sớm hơn",
      "another row of policy gives an earlier due time"),
  DEADLINE_BASIS(
      "Thời hạn dựa trên căn cứ khác căn cứ phải dùng",
      "a due time rests on another basis than it has to"),
  DEADLINE_STATED(
      "Thời hạn ghi không phải thời hạn cơ quan nêu",
      "the due time stated is not the agency's own"),
  DEADLINE_EXTENSION(
      "Thời hạn không nêu lần gia hạn vừa được duyệt",
      "a due time names no extension to it just approved"),
  EXTENSION_LATE(
      "Gia hạn quá muộn hoặc không kéo dài thời hạn nào",
      "an extension came too late, or does not extend a due time"),
  EXTENSION_WITHOUT_DEADLINE(
      "Gia hạn không kèm thời hạn mới", "an extension is not followed by its due time"),
  CORRECTION_EVENT(
      "Đính chính không nêu sự kiện trước đó của luồng",
      "a correction names no earlier event of its stream"),
  CORRECTION_CHANGES(
      "Đính chính sửa sự kiện khác với sự kiện ghi nhận ban đầu",
      "a correction changes another event than the one that records"),
  CORRECTION_LIST_MISSING(
      "Sau đính chính thiếu danh sách nối tiếp",
      "a correction is not followed by all of its lists"),
  CORRECTION_LIST_STRAY(
      "Danh sách nối tiếp không thuộc đính chính nào của người đó đang chờ",
      "a list goes on with no correction of the same person that awaits it"),
  ACT_LIST_MISSING(
      "Sau chấp nhận hoặc cung cấp thiếu danh sách nối tiếp",
      "an acceptance or delivery is not followed by all of its lists"),
  ACT_LIST_STRAY(
      "Danh sách nối tiếp không thuộc việc nào của người đó đang chờ",
      "a list goes on with no acceptance or delivery of its person that awaits it"),
  OVERSIGHT_KIND(
      "Đính chính nêu nội dung thuộc loại khác với luồng",
      "a correction tells of another kind of thing than its stream is about"),
  NOTICE_FORWARDED_AGAIN(
      "Tin báo được chuyển đến cùng một cơ quan hai lần",
      "a voluntary report is passed on to one agency twice"),
  ACCESS_SUBJECT(
      "Xem, cấp quyền hoặc xóa dữ liệu của đối tượng không tồn tại",
      "a view, grant or erasure is about nothing that there is"),
  GRANT_MISSING(
      "Giám sát hoặc kiểm toán viên xem dữ liệu cá nhân mà không nêu quyền",
      "a supervisor or auditor sees personal data and names no grant"),
  GRANT_NOT_HELD(
      "Xem, xuất hoặc thu hồi theo quyền không được cấp hoặc không còn",
      "personal data are seen, or a grant is revoked, without one that stands"),
  GRANT_TERMS(
      "Cấp quyền sai vai trò, mục đích, thời hạn, hoặc mã không phải của mục ghi",
      "a grant has a role, purpose, end or id that none can have"),
  PURPOSE_OF_ROLE(
      "Xem dữ liệu cá nhân với mục đích không thuộc vai trò",
      "personal data are seen for a purpose that is not the role's"),
  ERASURE_OPEN(
      "Xóa dữ liệu cá nhân của yêu cầu chưa đóng hoặc còn việc đang chờ",
      "personal data are erased of a request that is not closed, or waits"),
  ERASURE_RULE(
      "Xóa dữ liệu cá nhân theo quy tắc lưu giữ không áp dụng",
      "an erasure names a retention rule that does not apply"),
  ERASURE_COUNT(
      "Số liệu của lần xóa dữ liệu cá nhân không khớp với các mục đã ghi",
      "an erasure counts what the entries do not say"),
  ERASURE_EARLY(
      "Xóa dữ liệu cá nhân trước khi hết thời gian lưu giữ",
      "an erasure comes before the days to keep are over"),
  RETENTION_OVERLAP(
      "Hai quy tắc lưu giữ cùng áp dụng cho một loại vụ việc trong cùng một ngày",
      "two retention rules apply to one type of case on the same day"),
  ERASED_AGAIN("Dữ liệu cá nhân bị xóa hai lần", "personal data are erased a second time"),
  EVENT_AFTER_ERASURE(
      "Đã xóa dữ liệu cá nhân mà vẫn ghi tiếp, xem, xuất hoặc cấp quyền",
      "a request goes on, is seen or granted though its personal data are erased"),
  ERROR_EVENT(
      "Sai sót không nêu sự kiện trước đó của luồng",
      "an error names no earlier event of its stream"),
  ERROR_SEVERITY(
      "Mức độ sai sót không khớp với việc dữ liệu đã được cung cấp hay chưa",
      "an error's severity is at odds with what was handed over by then"),
  RECONCILIATION_SUM(
      "Các con số đối chiếu không khớp nhau", "a comparison's numbers do not add up"),
  AGENCY_STREAM(
      "Luồng của cơ quan không mang tên theo mã băm của mã cơ quan",
      "an agency's stream is not named by the hash of its code"),
  AGENCY_SUCCESSOR("Cơ quan được chính nó kế thừa", "an agency is succeeded by itself"),
  REGISTER_ORDER(
      "Cán bộ đăng ký hai lần, hoặc bỏ điều không còn hiệu lực",
      "an officer is registered twice, or what is not current retired"),
  REPORT_LIST("Báo cáo thiếu hoặc sai danh sách nối tiếp", "a report's lists are missing or stray"),
  REPORT_SUBMITTED(
      "Ghi nộp báo cáo không có trong luồng", "what was submitted was not stated in its stream"),
  REPORT_BOUNDS(
      Grade.REPORTS, "Kỳ, thời điểm báo cáo sai", "a report's period, instant or size is amiss"),
  REPORT_HEAD(Grade.REPORTS, "Báo cáo nêu sai gốc cây", "a report's root is not the entries'"),
  REPORT_PREVIOUS(
      Grade.REPORTS, "Báo cáo nêu sai báo cáo kỳ trước", "a report does not name the one before"),
  REPORT_ROWS(
      Grade.REPORTS, "Báo cáo thừa, thiếu, xếp sai dòng", "a report's rows are not those due"),
  REPORT_FIGURE(
      Grade.REPORTS, "Số liệu báo cáo không đúng với sổ", "a figure is not what the ledger gives");

  private static final Map<String, Rule> BY_ID =
      Stream.of(values()).collect(Collectors.toMap(Rule::id, rule -> rule));

  private final Grade grade;
  private final @Nullable String titleVi;
  private final String meaning;

  Rule(Grade grade, String meaning) {
    this.grade = grade;
    this.titleVi = null;
    this.meaning = meaning;
  }

  /** Of conduct, which people answer for: told in their language too. */
  Rule(String titleVi, String meaning) {
    this(Grade.CONDUCT, titleVi, meaning);
  }

  /** And of what they report. */
  Rule(Grade grade, String titleVi, String meaning) {
    this.grade = grade;
    this.titleVi = titleVi;
    this.meaning = meaning;
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

  /** What breaking it means, in Vietnamese; null but for conduct and reports. */
  public @Nullable String titleVi() {
    return titleVi;
  }

  /** What breaking it means, in one line of English. */
  public String meaning() {
    return meaning;
  }
}
