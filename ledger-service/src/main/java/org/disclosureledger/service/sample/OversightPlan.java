package org.disclosureledger.service.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.envelope.LedgerCommand;
import org.disclosureledger.service.oversight.command.ApproveOversightCorrection;
import org.disclosureledger.service.oversight.command.ForwardNotice;
import org.disclosureledger.service.oversight.command.PrepareOversightCorrection;
import org.disclosureledger.service.oversight.command.RecordDrill;
import org.disclosureledger.service.oversight.command.RecordInspection;
import org.disclosureledger.service.oversight.command.RecordNotice;
import org.disclosureledger.service.oversight.command.ReturnOversightCorrection;
import org.disclosureledger.service.oversight.content.DrillContent;
import org.disclosureledger.service.oversight.content.InspectionContent;
import org.disclosureledger.service.oversight.content.NoticeContent;
import org.disclosureledger.service.oversight.content.OversightContent;
import org.disclosureledger.service.oversight.content.OversightKind;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.InformantKind;

/** Inspections, drills and what citizens and organisations reported of their own accord. */
final class OversightPlan {
  private static final int FEWEST_NOTICES = 4;
  private static final int MOST_NOTICES = 400;

  private final List<SampleStep> steps = new ArrayList<>();
  private final Instant start;
  private final Duration length;
  private final Invented invented;

  /**
   * @param requests of which there is one voluntary report for every fifty
   */
  OversightPlan(Instant start, Duration length, int requests, Invented invented) {
    this.start = start;
    this.length = length;
    this.invented = invented;
    inspection(0.2, SamplePerson.SUPERVISOR, SamplePerson.AUDITOR);
    inspection(0.7, SamplePerson.AUDITOR, SamplePerson.SUPERVISOR);
    correctedDrill(0.35);
    drill(0.85);
    int notices = Math.clamp(requests / 50, FEWEST_NOTICES, MOST_NOTICES);
    for (int i = 0; i < notices; i++) {
      notice(i, (i + 0.5) / notices, i == notices - 1);
    }
  }

  List<SampleStep> steps() {
    return List.copyOf(steps);
  }

  /** Its findings are put right a week later. */
  private void inspection(double when, SamplePerson person, SamplePerson second) {
    Instant at = at(when);
    UUID id = invented.uuid();
    LocalDate to = LocalDate.ofInstant(at, LedgerZone.ID).minusDays(1);
    Mark recorded = step(at, person, new RecordInspection(id, inspection(to, "hai")));
    Instant later = at.plus(Duration.ofDays(7));
    Mark prepared = correct(later, person, id, recorded, "Đếm thiếu", inspection(to, "ba"));
    approve(later.plus(Duration.ofHours(3)), second, OversightKind.INSPECTION, id, prepared);
  }

  private static InspectionContent inspection(LocalDate to, String proposals) {
    return new InspectionContent(
        "TTR-MAU-01",
        to.minusDays(2),
        to,
        "Kiểm tra việc lưu trữ và bảo vệ thông tin thuê bao",
        "Đạt yêu cầu, còn %s kiến nghị".formatted(proposals));
  }

  private static DrillContent drill(LocalDate day, int minutes) {
    return new DrillContent(
        day,
        day,
        "Diễn tập tiếp nhận yêu cầu khẩn cấp ngoài giờ",
        "Gọi lại số đã đăng ký sau %d phút".formatted(minutes));
  }

  private Mark drill(Instant at, UUID id, int minutes) {
    LocalDate day = LocalDate.ofInstant(at, LedgerZone.ID);
    return step(at, SamplePerson.SUPERVISOR, new RecordDrill(id, drill(day, minutes)));
  }

  private void drill(double when) {
    drill(at(when), invented.uuid(), 6);
  }

  /** The first correction goes back, the second holds. */
  private void correctedDrill(double when) {
    Instant at = at(when);
    UUID id = invented.uuid();
    LocalDate day = LocalDate.ofInstant(at, LedgerZone.ID);
    Mark recorded = drill(at, id, 6);
    Instant later = at.plus(Duration.ofDays(2));
    String why = "Ghi nhầm số phút";
    Mark first = correct(later, SamplePerson.SUPERVISOR, id, recorded, why, drill(day, 9));
    giveBack(
        later.plus(Duration.ofHours(4)),
        SamplePerson.SUPERVISOR_2,
        OversightKind.DRILL,
        id,
        first,
        "Theo nhật ký cuộc gọi là 8 phút");
    Instant again = later.plus(Duration.ofDays(1));
    Mark second = correct(again, SamplePerson.SUPERVISOR, id, recorded, why, drill(day, 8));
    approve(
        again.plus(Duration.ofHours(4)),
        SamplePerson.SUPERVISOR_2,
        OversightKind.DRILL,
        id,
        second);
  }

  private void notice(int number, double when, boolean last) {
    Instant at = at(when);
    UUID id = invented.uuid();
    Instant received = at.minus(Duration.ofMinutes(10 + invented.random().nextInt(300)));
    InformantKind by = InformantKind.values()[number % InformantKind.values().length];
    Channel channel = invented.pick(List.of(Channel.EMAIL, Channel.TELEPHONE, Channel.PORTAL));
    String subject = "Tin báo về trang giả mạo " + invented.link();
    String informant = invented.person();
    Mark recorded =
        step(
            at,
            SamplePerson.LEGAL,
            new RecordNotice(id, new NoticeContent(received, channel, by, subject, informant)));
    NoticeContent better =
        new NoticeContent(received, channel, by, subject + " (bổ sung đường dẫn)", informant);
    Instant later = at.plus(Duration.ofHours(2));
    if (number % 4 == 1) {
      Mark prepared = correct(later, SamplePerson.LEGAL_2, id, recorded, "Thiếu đường dẫn", better);
      approve(
          later.plus(Duration.ofHours(1)),
          SamplePerson.APPROVER,
          OversightKind.NOTICE,
          id,
          prepared);
    } else if (number % 4 == 2) {
      Mark prepared = correct(later, SamplePerson.LEGAL, id, recorded, "Thiếu đường dẫn", better);
      giveBack(
          later.plus(Duration.ofHours(1)),
          SamplePerson.APPROVER_2,
          OversightKind.NOTICE,
          id,
          prepared,
          "Đường dẫn đó không có trong tin báo");
    } else if (last) {
      correct(later, SamplePerson.LEGAL, id, recorded, "Thiếu đường dẫn", better);
    }
    if (number % 4 != 3) {
      step(
          at.plus(Duration.ofHours(5)),
          SamplePerson.LEGAL,
          new ForwardNotice(id, "ANM-MAU-01", invented.digest()));
    }
  }

  private Instant at(double when) {
    long offset = (long) (when * length.toMillis());
    return start.plusMillis(offset).truncatedTo(ChronoUnit.MILLIS);
  }

  private Mark correct(
      Instant at,
      SamplePerson person,
      UUID id,
      Mark recorded,
      String reason,
      OversightContent content) {
    return step(
        at,
        person,
        memory -> new PrepareOversightCorrection(id, memory.first(recorded), reason, content));
  }

  private void approve(
      Instant at, SamplePerson person, OversightKind kind, UUID id, Mark prepared) {
    step(at, person, memory -> new ApproveOversightCorrection(kind, id, memory.first(prepared)));
  }

  private void giveBack(
      Instant at, SamplePerson person, OversightKind kind, UUID id, Mark prepared, String reason) {
    step(
        at,
        person,
        memory -> new ReturnOversightCorrection(kind, id, memory.first(prepared), reason));
  }

  private Mark step(Instant at, SamplePerson person, LedgerCommand command) {
    return step(at, person, memory -> command);
  }

  private Mark step(
      Instant at, SamplePerson person, Function<SampleMemory, LedgerCommand> command) {
    Mark mark = new Mark();
    steps.add(new SampleStep(at, person, mark, command));
    return mark;
  }
}
