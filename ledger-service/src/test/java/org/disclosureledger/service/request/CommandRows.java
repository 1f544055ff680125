package org.disclosureledger.service.request;

import static org.disclosureledger.service.request.RequestDraft.ID;
import static org.disclosureledger.service.request.Story.LINH;
import static org.disclosureledger.service.request.Story.MINH;
import static org.disclosureledger.service.request.Story.TIMER;
import static org.disclosureledger.service.request.Story.TUAN;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.disclosureledger.service.request.Story.Person;
import org.disclosureledger.service.request.Story.Step;
import org.disclosureledger.service.request.command.CloseRequest;
import org.disclosureledger.service.request.command.RecomputeDeadline;
import org.disclosureledger.service.request.command.RecordReceipt;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.CorrectedItem;
import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.disclosureledger.service.vocabulary.Measure;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the table: every command in its plainest form, about the request of {@link
 * LifeStories}, naming what stands open where it has to name something.
 */
final class CommandRows {
  private static final String ACT =
      "the act waits; another person than who prepared; checked again";

  /**
   * @param command simple name of its class
   * @param variant what tells it from other rows of the same command; may be blank
   * @param needs beside a role, in words
   * @param world under which it is decided
   */
  record Row(
      String command,
      String variant,
      String vi,
      String needs,
      Person by,
      Function<RequestState, RequestCommand> plain,
      TestCircumstances world) {

    Row(
        String command,
        String variant,
        String vi,
        String needs,
        Person by,
        Function<RequestState, RequestCommand> plain) {
      this(command, variant, vi, needs, by, plain, TestCircumstances.WORLD);
    }

    Step step(RequestState state) {
      return Story.by(by, plain.apply(state));
    }
  }

  private final List<Row> rows = new ArrayList<>();

  private CommandRows() {}

  static List<Row> all() {
    CommandRows all = new CommandRows();
    all.intake();
    all.acts();
    all.secondPeople();
    all.rest();
    return List.copyOf(all.rows);
  }

  private void intake() {
    row(
        "RecordRequest",
        "",
        "ghi nhận yêu cầu",
        "a fresh id",
        state -> LifeStories.NEW.steps().getFirst().command());
    String register = "a call back names a contact of our register; the agency valid on the day";
    row(
        "VerifyAuthority",
        "verified",
        "xác minh thẩm quyền",
        register,
        state -> PlainCommands.callBack(VerificationOutcome.VERIFIED));
    row(
        "VerifyAuthority",
        "refuted",
        "bác bỏ thẩm quyền",
        "–",
        state -> PlainCommands.callBack(VerificationOutcome.REFUTED));
    row(
        "AskClarification",
        "",
        "hỏi lại cơ quan",
        "an open item; no other question open",
        state -> PlainCommands.ask());
    row(
        "ReceiveClarification",
        "",
        "nhận trả lời làm rõ",
        "the question is open",
        state -> PlainCommands.answer(orNone(state.clock().question())));
    row(
        "ConfirmInWriting",
        "",
        "xác nhận bằng văn bản",
        "an oral emergency, not yet confirmed; late ones too",
        state -> PlainCommands.confirm());
    rows.add(
        new Row(
            "MissWriting",
            "",
            "quá hạn xác nhận",
            "its due time has passed without it; the timer",
            TIMER,
            state -> PlainCommands.miss(orNone(state.confirmation().deadline()))));
    rows.add(
        new Row(
            "RecomputeDeadline",
            "",
            "tính lại thời hạn",
            "another policy or calendar, which moves the due time; an open item, not extended;"
                + " the system",
            TIMER,
            state -> new RecomputeDeadline(ID),
            TestCircumstances.AFTERWARDS));
  }

  private void acts() {
    String free = "no other act open; ";
    row(
        "PrepareAcceptance",
        "",
        "đề xuất chấp nhận",
        free + "authority verified, no question open, items received, within what was asked",
        state -> Story.accept(LifeStories.all()));
    row(
        "PrepareEmergency",
        "",
        "đề xuất chấp nhận khẩn cấp",
        free + "as acceptance, of an emergency, verified by call back or digital signature",
        state -> PlainCommands.emergency(LifeStories.all()));
    row("PrepareRefusal", "", "đề xuất từ chối", free + "open items", state -> Story.refuse());
    row(
        "PrepareExtension",
        "",
        "đề xuất gia hạn",
        free + "the due time not passed; a later one",
        state -> PlainCommands.extend(Story.at(2_000)));
    row(
        "PrepareDelivery",
        "",
        "đề xuất cung cấp",
        free + "authority verified, no question open, within the approved scope",
        state -> Story.deliver(Story.handover(1, 1, true)));
    row(
        "PrepareNoData",
        "",
        "đề xuất trả lời không có dữ liệu",
        free + "authority verified, no question open, items approved",
        state -> PlainCommands.noData(2));
    row(
        "PrepareMeasure",
        "suspend",
        "đề xuất ngừng dịch vụ",
        free + "authority verified, no question open, item approved and of that kind",
        state -> PlainCommands.measure(Measure.SUSPEND, 3, 1, 2));
    row(
        "PrepareMeasure",
        "restore",
        "đề xuất khôi phục",
        free + "the measure in force; all its targets",
        state -> PlainCommands.measure(Measure.RESTORE, 3, 1, 2));
    row(
        "PrepareCorrection",
        "an item",
        "đề xuất đính chính nội dung",
        free + "the item open; it loses its approval",
        state -> {
          CorrectedItem item = PlainCommands.corrected(1, RequestDraft.SUBSCRIBERS);
          return state.handedOver(1)
              ? PlainCommands.correctHanded(item)
              : PlainCommands.correctItems(item);
        });
    row(
        "PrepareCorrection",
        "in words",
        "đề xuất đính chính bằng lời",
        free + "any entry of the request",
        state -> PlainCommands.correct(Story.id(0)));
  }

  private void secondPeople() {
    for (ActKind act : ActKind.values()) {
      rows.add(
          new Row(
              "ApproveAct",
              act.en(),
              "duyệt " + act.vi(),
              ACT,
              MINH,
              state -> PlainCommands.approve(act, open(state))));
    }
    for (ActKind act : ActKind.values()) {
      rows.add(
          new Row(
              "ReturnAct",
              act.en(),
              "trả lại " + act.vi(),
              "the act waits; another person than who prepared",
              MINH,
              state -> PlainCommands.giveBack(act, open(state))));
    }
  }

  private void rest() {
    row(
        "RecordReceipt",
        "acknowledged",
        "đã nhận",
        "a delivery without receipt; also when closed",
        state -> receipt(state, ReceiptOutcome.ACKNOWLEDGED));
    row(
        "RecordReceipt",
        "failed",
        "không nhận được",
        "a delivery without receipt; its items open again; also when closed",
        state -> receipt(state, ReceiptOutcome.FAILED));
    row("ReportObstacle", "", "báo cáo vướng mắc", "open items", state -> PlainCommands.obstacle());
    row("CancelRequest", "", "hủy yêu cầu", "an open item", state -> PlainCommands.cancel());
    row(
        "CloseRequest",
        "",
        "đóng yêu cầu",
        "every item answered; no act and no question open",
        state -> new CloseRequest(ID, "Đã trả lời đủ", null));
    row(
        "ReopenRequest",
        "",
        "mở lại",
        "answered items, none in force, and all that failed since closing; they and the authority"
            + " start anew",
        state -> state.undelivered() ? PlainCommands.reopen(1, 2) : PlainCommands.reopen(1));
    row(
        "LinkRequest",
        "",
        "liên kết yêu cầu",
        "the other request exists",
        state -> PlainCommands.link());
    row(
        "RecordError",
        "",
        "ghi nhận sai sót",
        "reportable exactly when it went out",
        state -> PlainCommands.error(Story.id(0), ErrorSeverity.RECORDABLE));
    rows.add(new Row("IssueReminder", "", "đôn đốc", "–", TUAN, state -> PlainCommands.remind()));
    row(
        "AttachDocument",
        "",
        "đính kèm văn bản",
        "secrecy Thường",
        state -> PlainCommands.attach());
  }

  private void row(
      String command,
      String variant,
      String vi,
      String needs,
      Function<RequestState, RequestCommand> plain) {
    rows.add(new Row(command, variant, vi, needs, LINH, plain));
  }

  private static RecordReceipt receipt(RequestState state, ReceiptOutcome outcome) {
    UUID delivery = state.dispatches().isEmpty() ? ID : state.dispatches().getLast().id();
    return new RecordReceipt(ID, delivery, outcome, "Trần Thị Mẫu", "ef".repeat(32), null);
  }

  private static UUID open(RequestState state) {
    OpenAct open = state.open();
    return open == null ? ID : open.prepared();
  }

  private static UUID orNone(@Nullable UUID id) {
    return id == null ? ID : id;
  }
}
