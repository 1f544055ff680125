package org.disclosureledger.service.intake.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.disclosureledger.service.oversight.command.ApproveOversightCorrection;
import org.disclosureledger.service.oversight.command.ForwardNotice;
import org.disclosureledger.service.oversight.command.PrepareOversightCorrection;
import org.disclosureledger.service.oversight.command.ReturnOversightCorrection;
import org.disclosureledger.service.oversight.content.DrillContent;
import org.disclosureledger.service.oversight.content.InspectionContent;
import org.disclosureledger.service.oversight.content.NoticeContent;
import org.disclosureledger.service.oversight.content.OversightKind;
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
    InspectionContent toContent() {
      return new InspectionContent(inspector, from, to, subject, findings);
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
    DrillContent toContent() {
      return new DrillContent(from, to, subject, findings);
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
    NoticeContent toContent() {
      return new NoticeContent(receivedAt, channel, by, subject, informant);
    }

    @Override
    public String toString() {
      return "NoticeBody";
    }
  }

  /**
   * What an inspection should say.
   *
   * @param corrects event id of the entry that recorded it
   * @param inspection all of it
   */
  record CorrectInspectionBody(UUID corrects, String reason, InspectionBody inspection)
      implements CommandBody {
    PrepareOversightCorrection toCommand(UUID id) {
      return new PrepareOversightCorrection(id, corrects, reason, inspection.toContent());
    }

    @Override
    public String toString() {
      return "CorrectInspectionBody";
    }
  }

  /**
   * What a drill should say.
   *
   * @param corrects event id of the entry that recorded it
   * @param drill all of it
   */
  record CorrectDrillBody(UUID corrects, String reason, DrillBody drill) implements CommandBody {
    PrepareOversightCorrection toCommand(UUID id) {
      return new PrepareOversightCorrection(id, corrects, reason, drill.toContent());
    }

    @Override
    public String toString() {
      return "CorrectDrillBody";
    }
  }

  /**
   * What a voluntary report should say.
   *
   * @param corrects event id of the entry that recorded it
   * @param notice all of it
   */
  record CorrectNoticeBody(UUID corrects, String reason, NoticeBody notice) implements CommandBody {
    PrepareOversightCorrection toCommand(UUID id) {
      return new PrepareOversightCorrection(id, corrects, reason, notice.toContent());
    }

    @Override
    public String toString() {
      return "CorrectNoticeBody";
    }
  }

  /** Agreement of the second person to what the entry {@code prepared} proposes. */
  record ApproveCorrectionBody(UUID prepared) implements CommandBody {
    ApproveOversightCorrection toCommand(OversightKind kind, UUID id) {
      return new ApproveOversightCorrection(kind, id, prepared);
    }
  }

  /** Disagreement of the second person with what the entry {@code prepared} proposes. */
  record ReturnCorrectionBody(UUID prepared, String reason) implements CommandBody {
    ReturnOversightCorrection toCommand(OversightKind kind, UUID id) {
      return new ReturnOversightCorrection(kind, id, prepared, reason);
    }

    @Override
    public String toString() {
      return "ReturnCorrectionBody";
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
