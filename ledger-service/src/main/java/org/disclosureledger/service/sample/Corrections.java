package org.disclosureledger.service.sample;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.request.command.PrepareCorrection;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.AgencyName;
import org.disclosureledger.service.request.content.Changes;
import org.disclosureledger.service.request.content.CorrectedItem;
import org.disclosureledger.service.vocabulary.CaseType;
import org.disclosureledger.service.vocabulary.ErrorCause;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.Priority;
import org.disclosureledger.service.vocabulary.Urgency;
import org.jspecify.annotations.Nullable;

/** The courses in which the record turns out to be wrong. */
final class Corrections {
  /** Numbers in an annex. */
  private static final int ANNEX = 450;

  private final RequestPlan plan;

  Corrections(RequestPlan plan) {
    this.plan = plan;
  }

  /**
   * @return whether the request may still be closed
   */
  boolean steps(Course course) {
    switch (course) {
      case MEMBERS_CORRECTED -> {
        plan.verify();
        members();
        plan.accept(plan.items);
        plan.answer(plan.items);
      }
      case ITEMS_CORRECTED -> items();
      case RECEIPT_CORRECTED -> {
        plan.verifyAndAccept();
        receipt();
        plan.answer(plan.items);
      }
      case AGENCY_CORRECTED -> {
        plan.verify();
        agency();
        plan.plainly();
      }
      case STATED -> {
        stated();
        return false;
      }
      default -> throw new IllegalArgumentException(course + " corrects nothing");
    }
    return true;
  }

  private void members() {
    LocalDate received = LocalDate.ofInstant(plan.demand.receivedAt(), LedgerZone.ID);
    Changes changes =
        Changes.of(draft -> {
          draft.officer = plan.invented.person();
          draft.documentNumber = plan.invented.documentNumber(plan.agency.code().value());
          draft.documentDate = received.minusDays(1);
          draft.subject = "Đề nghị cung cấp theo văn bản đính chính";
          draft.legalBasis = "116-2025-QH15/25.2.a";
          draft.caseType = CaseType.CRIMINAL;
          draft.priority = Priority.HIGH;
          draft.urgency = Urgency.URGENT;
        });
    correct(plan.recorded, null, "Nhập nhầm số và ngày văn bản", null, changes);
  }

  /** One item asks for another target, and one was left out: both are approved anew. */
  private void items() {
    plan.verifyAndAccept();
    SampleItem first = corrected(1, ItemKind.SUBSCRIBER_DATA);
    // The annex was left out: more than an entry has room for.
    SampleItem added =
        SampleItem.of(
            plan.items.size() + 1,
            ItemKind.TRAFFIC_DATA,
            plan.demand.receivedAt(),
            false,
            ANNEX,
            plan.invented);
    Changes changes =
        changes(
            null,
            null,
            List.of(
                new CorrectedItem(1, first.asked()),
                new CorrectedItem(added.scope().item(), added.asked())));
    correct(plan.recorded, ErrorCause.WRONG_IDENTIFIER, "Nhập nhầm số thuê bao", null, changes);
    plan.items.set(0, first);
    plan.items.add(added);
    plan.accept(List.of(first, added));
    plan.answer(plan.items);
  }

  private SampleItem corrected(int ordinal, ItemKind kind) {
    return SampleItem.of(ordinal, kind, plan.demand.receivedAt(), false, plan.invented);
  }

  private void receipt() {
    Changes changes =
        Changes.of(draft -> {
          draft.receivedAt = plan.demand.receivedAt().minus(Duration.ofMinutes(20));
        });
    correct(plan.recorded, null, "Dấu công văn đến ghi giờ sớm hơn", null, changes);
  }

  /** What was verified of the one agency says nothing of the other. */
  private void agency() {
    SampleAgency right =
        plan.invented.pick(
            SampleAgency.LASTING.stream().filter(each -> !each.equals(plan.agency)).toList());
    AgencyName name = new AgencyName(right.code().value(), right.kind(), "Đội 1");
    correct(
        plan.recorded, null, "Nhầm cơ quan ban hành văn bản", null, changes(null, name, List.of()));
    plan.agency = right;
  }

  private void stated() {
    plan.verifyAndAccept();
    RequestScript.Act delivery = Objects.requireNonNull(plan.answer(plan.items), "it has data");
    plan.close();
    plan.days(1, 6);
    correct(
        delivery.prepared(),
        // It went out with it.
        ErrorSeverity.REPORTABLE,
        null,
        "Biên bản ghi nhầm người nhận",
        "Người nhận đúng là " + plan.invented.person(),
        null);
  }

  private static Changes changes(
      @Nullable Urgency urgency, @Nullable AgencyName agency, List<CorrectedItem> items) {
    return Changes.of(draft -> {
      draft.requestingAgency = agency;
      draft.urgency = urgency;
      draft.items = items;
    });
  }

  private void correct(
      Mark entry,
      @Nullable ErrorCause cause,
      String reason,
      @Nullable String statement,
      @Nullable Changes changes) {
    correct(entry, ErrorSeverity.RECORDABLE, cause, reason, statement, changes);
  }

  private void correct(
      Mark entry,
      ErrorSeverity severity,
      @Nullable ErrorCause cause,
      String reason,
      @Nullable String statement,
      @Nullable Changes changes) {
    plan.twoPeople(
        ActKind.CORRECTION,
        0.1,
        "Kèm bản chụp văn bản gốc",
        memory ->
            new PrepareCorrection(
                plan.id, memory.first(entry), cause, severity, reason, statement, changes, null));
  }
}
