package org.disclosureledger.service.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.envelope.LedgerCommand;
import org.disclosureledger.service.oversight.command.ForwardNotice;
import org.disclosureledger.service.oversight.command.RecordDrill;
import org.disclosureledger.service.oversight.command.RecordInspection;
import org.disclosureledger.service.oversight.command.RecordNotice;
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
    inspection(0.2, SamplePerson.SUPERVISOR);
    inspection(0.7, SamplePerson.AUDITOR);
    drill(0.35);
    drill(0.85);
    int notices = Math.clamp(requests / 50, FEWEST_NOTICES, MOST_NOTICES);
    for (int i = 0; i < notices; i++) {
      notice(i, (i + 0.5) / notices);
    }
  }

  List<SampleStep> steps() {
    return List.copyOf(steps);
  }

  /** Its findings are put right a week later. */
  private void inspection(double when, SamplePerson person) {
    Instant at = at(when);
    UUID id = invented.uuid();
    LocalDate to = LocalDate.ofInstant(at, LedgerZone.ID).minusDays(1);
    String subject = "Kiểm tra việc lưu trữ và bảo vệ thông tin thuê bao";
    step(at, person, inspection(id, false, to, subject, "Đạt yêu cầu, còn hai kiến nghị"));
    step(
        at.plus(Duration.ofDays(7)),
        person,
        inspection(id, true, to, subject, "Đạt yêu cầu, còn ba kiến nghị"));
  }

  private static RecordInspection inspection(
      UUID id, boolean correction, LocalDate to, String subject, String findings) {
    return new RecordInspection(
        id, correction, "TTR-MAU-01", to.minusDays(2), to, subject, findings);
  }

  private void drill(double when) {
    Instant at = at(when);
    UUID id = invented.uuid();
    LocalDate day = LocalDate.ofInstant(at, LedgerZone.ID);
    step(
        at,
        SamplePerson.SUPERVISOR,
        new RecordDrill(
            id,
            false,
            day,
            day,
            "Diễn tập tiếp nhận yêu cầu khẩn cấp ngoài giờ",
            "Gọi lại số đã đăng ký sau 6 phút"));
  }

  private void notice(int number, double when) {
    Instant at = at(when);
    UUID id = invented.uuid();
    Instant received = at.minus(Duration.ofMinutes(10 + invented.random().nextInt(300)));
    InformantKind by = InformantKind.values()[number % InformantKind.values().length];
    Channel channel = invented.pick(List.of(Channel.EMAIL, Channel.TELEPHONE, Channel.PORTAL));
    String subject = "Tin báo về trang giả mạo " + invented.link();
    String informant = invented.person();
    step(
        at,
        SamplePerson.LEGAL,
        new RecordNotice(id, false, received, channel, by, subject, informant));
    if (number % 4 == 1) {
      step(
          at.plus(Duration.ofHours(2)),
          SamplePerson.LEGAL_2,
          new RecordNotice(
              id, true, received, channel, by, subject + " (bổ sung đường dẫn)", informant));
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

  private void step(Instant at, SamplePerson person, LedgerCommand command) {
    steps.add(new SampleStep(at, person, new Mark(), memory -> command));
  }
}
