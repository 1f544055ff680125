package org.disclosureledger.service.intake.grant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.service.disclosure.ErasedStreams;
import org.disclosureledger.service.dispatch.Acknowledgement;
import org.disclosureledger.service.dispatch.Caller;
import org.disclosureledger.service.dispatch.CommandDispatcher;
import org.disclosureledger.service.grant.command.GrantCommand;
import org.disclosureledger.service.grantregister.GrantQuery;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerClock;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.story.RequestReading;
import org.disclosureledger.service.viewing.GrantReading;
import org.disclosureledger.service.wire.Callers;
import org.disclosureledger.service.wire.InputRefused;
import org.disclosureledger.service.wire.LedgerLookup;
import org.disclosureledger.service.wire.ProblemType;
import org.disclosureledger.service.wire.QueryParameters;
import org.disclosureledger.service.wire.Submission;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Grants: given and taken back by approvers, seen by whom they concern. */
@RestController
@RequestMapping(path = "/api/v1/ledgers/{ledger}", produces = MediaType.APPLICATION_JSON_VALUE)
public class GrantController {
  public static final Set<String> LIST_PARAMETERS = Set.of("cursor", "limit");

  private static final String OF_REQUEST = "/requests/{id}/grants";
  private static final int DEFAULT_LIMIT = 50;

  private final CommandDispatcher dispatcher;
  private final LedgerLookup ledgers;
  private final Callers callers;
  private final EntryStore store;
  private final ErasedStreams erased;
  private final GrantReading grants;
  private final GrantQuery register;
  private final LedgerClock clock;

  GrantController(
      CommandDispatcher dispatcher,
      LedgerLookup ledgers,
      Callers callers,
      EntryStore store,
      ErasedStreams erased,
      GrantReading grants,
      GrantQuery register,
      LedgerClock clock) {
    this.dispatcher = dispatcher;
    this.ledgers = ledgers;
    this.callers = callers;
    this.store = store;
    this.erased = erased;
    this.grants = grants;
    this.register = register;
    this.clock = clock;
  }

  /** A grant's id is that of its entry, also when a repetition is answered. */
  @PostMapping(path = OF_REQUEST, consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "grantDisclosure", summary = "Cấp quyền mở · Grant disclosure")
  ResponseEntity<GrantBodies.GrantAccepted> grantDisclosure(
      Submission submission,
      @PathVariable UUID id,
      @RequestBody GrantBodies.GrantDisclosureBody body) {
    Acknowledgement ack = dispatch(submission, body.toCommand(id));
    return answer(
        ResponseEntity.created(
            URI.create("/api/v1/ledgers/" + ack.ledger() + "/requests/" + id + "/grants")),
        ack,
        GrantBodies.GrantAccepted.of(id, ack.eventId(), ack));
  }

  @PostMapping(path = OF_REQUEST + "/{grant}/revoke", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "revokeGrant", summary = "Thu hồi quyền mở · Revoke a grant")
  ResponseEntity<GrantBodies.GrantAccepted> revokeGrant(
      Submission submission,
      @PathVariable UUID id,
      @PathVariable UUID grant,
      @RequestBody GrantBodies.RevokeGrantBody body) {
    Acknowledgement ack = dispatch(submission, body.toCommand(id, grant));
    return answer(ResponseEntity.ok(), ack, GrantBodies.GrantAccepted.of(id, grant, ack));
  }

  private Acknowledgement dispatch(Submission submission, GrantCommand command) {
    return dispatcher.dispatch(
        submission.ledger(),
        command,
        submission.caller(),
        submission.idempotency(),
        submission.expectedSequence());
  }

  /** Without an ETag: the request's own does not change. */
  private static <B> ResponseEntity<B> answer(
      ResponseEntity.BodyBuilder builder, Acknowledgement ack, B body) {
    if (ack.replayed()) {
      builder.header("Idempotency-Replayed", "true");
    }
    return builder.body(body);
  }

  /** All of it to officers, to others what lets them in; nothing starred, so no purpose. */
  @GetMapping(OF_REQUEST)
  @Operation(operationId = "listGrants", summary = "Các quyền mở · Grants of a request")
  List<GrantBodies.GrantView> listGrants(@PathVariable String ledger, @PathVariable UUID id) {
    LedgerDescription found = ledgers.find(ledger);
    if (store.latest(found.name(), RequestStream.of(id), 1).isEmpty()) {
      throw new InputRefused(ProblemType.REQUEST_NOT_FOUND, "no request of this id");
    }
    Caller caller = callers.signedIn(found.name());
    Instant now = clock.now(found.name());
    boolean kept = !erased.contains(found.name(), RequestStream.of(id));
    return grants.of(found, id).all().stream()
        .filter(grant ->
            RequestReading.opens(caller.role()) || grant.isOf(caller.role(), caller.actor()))
        .map(grant -> GrantBodies.GrantView.of(grant, kept && grant.standsAt(now)))
        .toList();
  }

  @GetMapping("/grants")
  @Operation(operationId = "listMyGrants", summary = "Quyền mở của tôi · Grants that I hold")
  GrantBodies.MyGrants listMyGrants(
      @PathVariable String ledger, @Parameter(hidden = true) HttpServletRequest request) {
    LedgerDescription found = ledgers.find(ledger);
    QueryParameters query = new QueryParameters(request.getParameterMap(), LIST_PARAMETERS);
    Caller caller = callers.signedIn(found.name());
    GrantQuery.Page page =
        register
            .standing(
                found,
                caller.role(),
                caller.actor(),
                clock.now(found.name()),
                query.text("cursor"),
                query.count("limit", DEFAULT_LIMIT, 1, GrantQuery.MAX_LIMIT))
            .orElseThrow(
                () -> new InputRefused(ProblemType.INVALID_CURSOR, "take it from nextCursor"));
    return new GrantBodies.MyGrants(caller.actor().value(), page.grants(), page.nextCursor());
  }
}
