package org.disclosureledger.service.request;

import static org.disclosureledger.service.request.RequestDraft.ID;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.request.command.ApproveAct;
import org.disclosureledger.service.request.command.AskClarification;
import org.disclosureledger.service.request.command.AttachDocument;
import org.disclosureledger.service.request.command.CancelRequest;
import org.disclosureledger.service.request.command.ConfirmInWriting;
import org.disclosureledger.service.request.command.IssueReminder;
import org.disclosureledger.service.request.command.LinkRequest;
import org.disclosureledger.service.request.command.MissWriting;
import org.disclosureledger.service.request.command.PrepareCorrection;
import org.disclosureledger.service.request.command.PrepareEmergency;
import org.disclosureledger.service.request.command.PrepareExtension;
import org.disclosureledger.service.request.command.PrepareMeasure;
import org.disclosureledger.service.request.command.PrepareNoData;
import org.disclosureledger.service.request.command.ReceiveClarification;
import org.disclosureledger.service.request.command.RecordError;
import org.disclosureledger.service.request.command.ReopenRequest;
import org.disclosureledger.service.request.command.ReportObstacle;
import org.disclosureledger.service.request.command.ReturnAct;
import org.disclosureledger.service.request.command.VerifyAuthority;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.Changes;
import org.disclosureledger.service.request.content.CheckedSignature;
import org.disclosureledger.service.request.content.CorrectedItem;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.vocabulary.ClarificationOutcome;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.DocumentPurpose;
import org.disclosureledger.service.vocabulary.ErrorCause;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.disclosureledger.service.vocabulary.LinkRelation;
import org.disclosureledger.service.vocabulary.Measure;
import org.disclosureledger.service.vocabulary.SignatureChain;
import org.disclosureledger.service.vocabulary.SignatureFormat;
import org.disclosureledger.service.vocabulary.SignatureOutcome;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.jspecify.annotations.Nullable;

/** Further commands in their plainest form; what {@link Story} has are the usual ones. */
final class PlainCommands {
  private PlainCommands() {}

  /** By the number of our own register. */
  static VerifyAuthority callBack(VerificationOutcome outcome) {
    return new VerifyAuthority(
        ID,
        VerificationMethod.CALL_BACK,
        TestCircumstances.CONTACT,
        outcome,
        "Đã gọi lại số đã đăng ký",
        null);
  }

  static ApproveAct approve(ActKind act, UUID prepared) {
    return new ApproveAct(ID, act, prepared, null);
  }

  static ReturnAct giveBack(ActKind act, UUID prepared) {
    return new ReturnAct(ID, act, prepared, "Đề nghị xem lại", null);
  }

  static AskClarification ask() {
    return new AskClarification(ID, "Đề nghị nêu rõ số thuê bao", null);
  }

  static ReceiveClarification answer(UUID asked) {
    return new ReceiveClarification(
        ID, asked, ClarificationOutcome.ANSWERED, "Số 0900000001", null);
  }

  static PrepareEmergency emergency(ItemScope... scopes) {
    return new PrepareEmergency(ID, List.of(scopes), null);
  }

  static ConfirmInWriting confirm() {
    return new ConfirmInWriting(
        ID, "0002/CV-MAU", LocalDate.parse("2026-11-02"), "12".repeat(32), null);
  }

  static MissWriting miss(UUID deadline) {
    return new MissWriting(ID, deadline);
  }

  static PrepareExtension extend(Instant due) {
    return new PrepareExtension(ID, due, "Dữ liệu nằm ở kho lưu trữ", true, null);
  }

  static ReportObstacle obstacle(Integer... items) {
    return new ReportObstacle(ID, List.of(items), "Hệ thống đang bảo trì", Story.at(600), null);
  }

  static PrepareNoData noData(Integer... items) {
    return new PrepareNoData(ID, List.of(items), "Đã tra cứu kho thuê bao", null);
  }

  static PrepareMeasure measure(Measure measure, int item, Integer... targets) {
    return new PrepareMeasure(
        ID,
        measure,
        item,
        List.of(targets),
        "Quyết định 0003/QĐ-MAU",
        "Toàn bộ dịch vụ của thuê bao",
        Story.at(60),
        null,
        null);
  }

  static CancelRequest cancel() {
    return new CancelRequest(ID, "Cơ quan rút yêu cầu", "34".repeat(32), null);
  }

  static ReopenRequest reopen(Integer... items) {
    return new ReopenRequest(ID, List.of(items), "Cơ quan đề nghị xem lại", null, null);
  }

  static LinkRequest link() {
    return new LinkRequest(ID, LinkRelation.DUPLICATE_OF, TestCircumstances.OTHER, null);
  }

  static RecordError error(UUID event, ErrorSeverity severity) {
    return new RecordError(
        ID, event, List.of(1), ErrorCause.WRONG_PERIOD, severity, "Nhập sai tháng", null);
  }

  static IssueReminder remind() {
    return new IssueReminder(ID, "Đề nghị trả lời đúng hạn", Story.at(600), null);
  }

  static AttachDocument attach(CheckedSignature... signatures) {
    return attach(DocumentPurpose.DEMAND, signatures);
  }

  static AttachDocument attach(DocumentPurpose purpose, CheckedSignature... signatures) {
    return new AttachDocument(
        ID,
        Story.id(98),
        purpose,
        "application/pdf",
        "56".repeat(32),
        "78".repeat(32),
        1_024L,
        "Công văn.pdf",
        null,
        List.of(signatures),
        null);
  }

  /** A detached signature of an earlier document. */
  static AttachDocument attachSigning(UUID signed) {
    return attachSigning(Story.id(97), signed);
  }

  static AttachDocument attachSigning(UUID document, UUID signed) {
    return new AttachDocument(
        ID,
        document,
        DocumentPurpose.DEMAND,
        "application/pkcs7-signature",
        "57".repeat(32),
        "79".repeat(32),
        1_024L,
        "Công văn.pdf.p7s",
        signed,
        List.of(signature()),
        null);
  }

  static CheckedSignature signature() {
    return new CheckedSignature(
        SignatureFormat.PADES,
        SignatureOutcome.VALID,
        SignatureChain.TRUSTED,
        RequestDraft.T0,
        true,
        "CN=Nguyễn Văn Mẫu",
        "9a".repeat(32));
  }

  /** In words alone, of any entry. */
  static PrepareCorrection correct(UUID entry) {
    return correct(entry, null, "Ngày đúng là 02/11/2026");
  }

  static PrepareCorrection correct(
      UUID entry, @Nullable Changes changes, @Nullable String statement) {
    return correct(entry, ErrorSeverity.RECORDABLE, "Nhập nhầm", statement, changes);
  }

  static PrepareCorrection correct(
      UUID entry,
      ErrorSeverity severity,
      @Nullable String reason,
      @Nullable String statement,
      @Nullable Changes changes) {
    return new PrepareCorrection(
        ID, entry, ErrorCause.WRONG_PERIOD, severity, reason, statement, changes, null);
  }

  /** Of the entry that recorded the request. */
  static PrepareCorrection correctItems(CorrectedItem... items) {
    return correct(Story.id(0), changes(null, items), null);
  }

  /** The same of items of which a part went out. */
  static PrepareCorrection correctHanded(CorrectedItem... items) {
    return correct(Story.id(0), ErrorSeverity.REPORTABLE, "Nhập nhầm", null, changes(null, items));
  }

  static Changes changes(@Nullable Instant receivedAt, CorrectedItem... items) {
    return Changes.of(draft -> {
      draft.receivedAt = receivedAt;
      draft.items = List.of(items);
    });
  }

  static CorrectedItem corrected(int ordinal, RequestedItem item) {
    return new CorrectedItem(ordinal, item);
  }

  static ItemScope figures(int item) {
    return new ItemScope(item, List.of(), List.of(DataField.FIGURE), null, 5L);
  }

  static ItemScope services(int item, Integer... targets) {
    return new ItemScope(item, List.of(targets), List.of(DataField.CONFIRMATION), null, 1L);
  }
}
