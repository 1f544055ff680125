package org.disclosureledger.service.intake.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.request.command.CancelRequest;
import org.disclosureledger.service.request.command.CloseRequest;
import org.disclosureledger.service.request.command.ReopenRequest;
import org.disclosureledger.service.wire.CommandBody;
import org.jspecify.annotations.Nullable;

/**
 * How a request ends and opens again: bodies. {@code happenedAt} absent means now; {@code document}
 * is the SHA-256 of the agency's paper, 64 hexadecimal digits.
 */
final class EndingBodies {
  private EndingBodies() {}

  record CancelBody(
      @Nullable String reason, @Nullable String document, @Nullable Instant happenedAt)
      implements CommandBody {
    CancelRequest toCommand(UUID id) {
      return new CancelRequest(id, reason, document, happenedAt);
    }

    @Override
    public String toString() {
      return "CancelBody";
    }
  }

  record CloseBody(@Nullable String reason, @Nullable Instant happenedAt) implements CommandBody {
    CloseRequest toCommand(UUID id) {
      return new CloseRequest(id, reason, happenedAt);
    }

    @Override
    public String toString() {
      return "CloseBody";
    }
  }

  record ReopenBody(
      List<Integer> items,
      @Nullable String reason,
      @Nullable String document,
      @Nullable Instant happenedAt)
      implements CommandBody {
    ReopenRequest toCommand(UUID id) {
      return new ReopenRequest(id, items, reason, document, happenedAt);
    }

    @Override
    public String toString() {
      return "ReopenBody";
    }
  }
}
