package org.disclosureledger.service.intake.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.disclosureledger.service.oversight.command.ForwardNotice;
import org.disclosureledger.service.oversight.command.RecordDrill;
import org.disclosureledger.service.oversight.command.RecordInspection;
import org.disclosureledger.service.oversight.command.RecordNotice;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.InformantKind;
import org.disclosureledger.service.wire.CommandBody;
import org.jspecify.annotations.Nullable;

/** Bodies about inspections, drills and voluntary reports; a correction states all of it anew. */
final class OversightBodies {
  private OversightBodies() {}

  /**
   * An inspection.
   *
   * @param inspector code of the inspecting agency
   * @param to last day, included, Asia/Ho_Chi_Minh
   */
  record InspectionBody(
      @Nullable String inspector,
      LocalDate from,
      LocalDate to,
      String subject,
      @Nullable String findings)
      implements CommandBody {
    RecordInspection toCommand(UUID id, boolean correction) {
      return new RecordInspection(id, correction, inspector, from, to, subject, findings);
    }

    @Override
    public String toString() {
      return "InspectionBody";
    }
  }

  /**
   * A drill.
   *
   * @param to last day, included, Asia/Ho_Chi_Minh
   */
  record DrillBody(LocalDate from, LocalDate to, String subject, @Nullable String findings)
      implements CommandBody {
    RecordDrill toCommand(UUID id, boolean correction) {
      return new RecordDrill(id, correction, from, to, subject, findings);
    }

    @Override
    public String toString() {
      return "DrillBody";
    }
  }

  /** A voluntary report. */
  record NoticeBody(
      Instant receivedAt,
      Channel channel,
      InformantKind by,
      String subject,
      @Nullable String informant)
      implements CommandBody {
    RecordNotice toCommand(UUID id, boolean correction) {
      return new RecordNotice(id, correction, receivedAt, channel, by, subject, informant);
    }

    @Override
    public String toString() {
      return "NoticeBody";
    }
  }

  /**
   * Where a voluntary report went.
   *
   * @param document SHA-256 of what was sent, 64 hexadecimal digits
   */
  record ForwardBody(String agency, @Nullable String document) implements CommandBody {
    ForwardNotice toCommand(UUID id) {
      return new ForwardNotice(id, agency, document);
    }

    @Override
    public String toString() {
      return "ForwardBody";
    }
  }
}
