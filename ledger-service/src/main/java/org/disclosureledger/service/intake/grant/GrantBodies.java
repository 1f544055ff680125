package org.disclosureledger.service.intake.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.dispatch.Acknowledgement;
import org.disclosureledger.service.grant.Grant;
import org.disclosureledger.service.grant.command.GrantDisclosure;
import org.disclosureledger.service.grant.command.RevokeGrant;
import org.disclosureledger.service.grant.event.GrantedRole;
import org.disclosureledger.service.grantregister.GrantRow;
import org.disclosureledger.service.vocabulary.ViewPurpose;
import org.disclosureledger.service.wire.CommandBody;
import org.jspecify.annotations.Nullable;

/** Bodies about grants. */
final class GrantBodies {
  private GrantBodies() {}

  /**
   * @param actor this person of the role alone, by the id that {@code GET …/grants} tells them
   */
  record GrantDisclosureBody(
      GrantedRole to, @Nullable UUID actor, ViewPurpose purpose, Instant until)
      implements CommandBody {
    GrantDisclosure toCommand(UUID request) {
      return new GrantDisclosure(request, to, actor, purpose, until);
    }
  }

  /**
   * @param reason required, except above secrecy Thường, where it is refused
   */
  record RevokeGrantBody(@Nullable String reason) implements CommandBody {
    RevokeGrant toCommand(UUID request, UUID grant) {
      return new RevokeGrant(request, grant, reason);
    }
  }

  /**
   * @param eventId of the entry that records it
   * @param receipt path of that entry's receipt
   */
  record GrantAccepted(UUID requestId, UUID grant, UUID eventId, long leafIndex, String receipt) {
    static GrantAccepted of(UUID request, UUID grant, Acknowledgement ack) {
      return new GrantAccepted(
          request,
          grant,
          ack.eventId(),
          ack.firstLeafIndex(),
          "/ledgers/" + ack.ledger() + "/receipts/" + ack.firstLeafIndex());
    }
  }

  /**
   * @param to role code
   * @param by actor id of who gave it
   * @param stands whether anything can still be opened under it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record GrantView(
      UUID grant,
      String to,
      @Nullable UUID actor,
      ViewPurpose purpose,
      String purposeVi,
      String purposeEn,
      Instant grantedAt,
      String by,
      Instant until,
      @Nullable Instant revokedAt,
      boolean stands) {
    static GrantView of(Grant grant, boolean stands) {
      return new GrantView(
          grant.id(),
          grant.to().role().code(),
          grant.actor(),
          grant.purpose(),
          grant.purpose().vi(),
          grant.purpose().en(),
          grant.grantedAt(),
          grant.by().value(),
          grant.until(),
          grant.revokedAt(),
          stands);
    }
  }

  /**
   * @param actor the caller's own id in this ledger, by which a grant names them
   * @param nextCursor absent on the last page
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MyGrants(String actor, List<GrantRow> grants, @Nullable String nextCursor) {}
}
