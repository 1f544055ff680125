package org.disclosureledger.service.intake.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.request.command.ApproveAct;
import org.disclosureledger.service.request.command.PrepareAcceptance;
import org.disclosureledger.service.request.command.PrepareEmergency;
import org.disclosureledger.service.request.command.PrepareExtension;
import org.disclosureledger.service.request.command.PrepareMeasure;
import org.disclosureledger.service.request.command.PrepareNoData;
import org.disclosureledger.service.request.command.PrepareRefusal;
import org.disclosureledger.service.request.command.ReturnAct;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.vocabulary.Measure;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.disclosureledger.service.wire.CommandBody;
import org.jspecify.annotations.Nullable;

/** What takes two people: bodies. {@code happenedAt} absent means now. */
final class ActBodies {
  private ActBodies() {}

  /** Items to accept, in the ordinary way or as an emergency. */
  record AcceptItemsBody(List<ScopeBody> items, @Nullable Instant happenedAt)
      implements CommandBody {
    PrepareAcceptance toAcceptance(UUID id) {
      return new PrepareAcceptance(id, ScopeBody.toScopes(items), happenedAt);
    }

    PrepareEmergency toEmergency(UUID id) {
      return new PrepareEmergency(id, ScopeBody.toScopes(items), happenedAt);
    }
  }

  /** Without {@code items}: every one that is still open. */
  record PrepareRefusalBody(
      @Nullable List<Integer> items,
      List<RefusalGround> grounds,
      @Nullable String reason,
      @Nullable Instant happenedAt)
      implements CommandBody {
    PrepareRefusal toCommand(UUID id) {
      return new PrepareRefusal(id, items == null ? List.of() : items, grounds, reason, happenedAt);
    }

    @Override
    public String toString() {
      return "PrepareRefusalBody";
    }
  }

  /**
   * A later due time.
   *
   * @param consent whether the agency agrees
   */
  record PrepareExtensionBody(
      Instant due, @Nullable String reason, Boolean consent, @Nullable Instant happenedAt)
      implements CommandBody {
    PrepareExtension toCommand(UUID id) {
      return new PrepareExtension(id, due, reason, consent, happenedAt);
    }

    @Override
    public String toString() {
      return "PrepareExtensionBody";
    }
  }

  /**
   * That there is no such data.
   *
   * @param search the search that was performed
   */
  record PrepareNoDataBody(
      List<Integer> items, @Nullable String search, @Nullable Instant happenedAt)
      implements CommandBody {
    PrepareNoData toCommand(UUID id) {
      return new PrepareNoData(id, items, search, happenedAt);
    }

    @Override
    public String toString() {
      return "PrepareNoDataBody";
    }
  }

  /** An act that an item asks for, or, as RESTORE, its end. */
  record PrepareMeasureBody(
      Measure measure,
      Integer item,
      @Nullable List<Integer> targets,
      @Nullable String order,
      @Nullable String scope,
      Instant from,
      @Nullable Instant until,
      @Nullable Instant happenedAt)
      implements CommandBody {
    PrepareMeasure toCommand(UUID id) {
      return new PrepareMeasure(
          id,
          measure,
          item,
          targets == null ? List.of() : targets,
          order,
          scope,
          from,
          until,
          happenedAt);
    }

    @Override
    public String toString() {
      return "PrepareMeasureBody";
    }
  }

  /** Agreement of the second person to what the entry {@code prepared} proposes. */
  record ApproveBody(UUID prepared, @Nullable Instant happenedAt) implements CommandBody {
    ApproveAct toCommand(UUID id, ActKind act) {
      return new ApproveAct(id, act, prepared, happenedAt);
    }
  }

  /** Disagreement of the second person with what the entry {@code prepared} proposes. */
  record ReturnBody(UUID prepared, @Nullable String reason, @Nullable Instant happenedAt)
      implements CommandBody {
    ReturnAct toCommand(UUID id, ActKind act) {
      return new ReturnAct(id, act, prepared, reason, happenedAt);
    }

    @Override
    public String toString() {
      return "ReturnBody";
    }
  }
}
