package org.disclosureledger.service.intake.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.request.command.IssueReminder;
import org.disclosureledger.service.request.command.LinkRequest;
import org.disclosureledger.service.request.command.RecordError;
import org.disclosureledger.service.request.command.ReportObstacle;
import org.disclosureledger.service.vocabulary.ErrorCause;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.disclosureledger.service.vocabulary.LinkRelation;
import org.disclosureledger.service.wire.CommandBody;
import org.jspecify.annotations.Nullable;

/** What is said about a request: bodies. {@code happenedAt} absent means now. */
final class RemarkBodies {
  private RemarkBodies() {}

  /** Without {@code items}: every one that is still open. */
  record ReportObstacleBody(
      @Nullable List<Integer> items,
      @Nullable String reason,
      @Nullable Instant expectedAt,
      @Nullable Instant happenedAt)
      implements CommandBody {
    ReportObstacle toCommand(UUID id) {
      return new ReportObstacle(
          id, items == null ? List.of() : items, reason, expectedAt, happenedAt);
    }

    @Override
    public String toString() {
      return "ReportObstacleBody";
    }
  }

  /**
   * How the request has to do with another one.
   *
   * @param request id of the other one, in the same ledger
   */
  record LinkBody(LinkRelation relation, UUID request, @Nullable Instant happenedAt)
      implements CommandBody {
    LinkRequest toCommand(UUID id) {
      return new LinkRequest(id, relation, request, happenedAt);
    }
  }

  /**
   * An error made in answering.
   *
   * @param event event id of the entry in which it was made
   */
  record RecordErrorBody(
      UUID event,
      List<Integer> items,
      ErrorCause cause,
      ErrorSeverity severity,
      @Nullable String description,
      @Nullable Instant happenedAt)
      implements CommandBody {
    RecordError toCommand(UUID id) {
      return new RecordError(id, event, items, cause, severity, description, happenedAt);
    }

    @Override
    public String toString() {
      return "RecordErrorBody";
    }
  }

  record IssueReminderBody(
      @Nullable String text, @Nullable Instant answerBy, @Nullable Instant happenedAt)
      implements CommandBody {
    IssueReminder toCommand(UUID id) {
      return new IssueReminder(id, text, answerBy, happenedAt);
    }

    @Override
    public String toString() {
      return "IssueReminderBody";
    }
  }
}
