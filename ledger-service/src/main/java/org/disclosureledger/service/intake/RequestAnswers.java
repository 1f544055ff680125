package org.disclosureledger.service.intake;

import java.net.URI;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.command.RequestCommand;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Hands a command on a request to its stream and says what it left behind. */
@Component
class RequestAnswers {
  private final CommandDispatcher dispatcher;

  RequestAnswers(CommandDispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  /** 200, for a command on a request that is there. */
  ResponseEntity<AcceptedBody> accept(Submission submission, RequestCommand command) {
    return answer(ResponseEntity.ok(), dispatch(submission, command));
  }

  /** 201, with the place of the new request, which a repetition finds again. */
  ResponseEntity<AcceptedBody> create(Submission submission, RecordRequest command) {
    Acknowledgement ack = dispatch(submission, command);
    URI location =
        URI.create(
            "/api/v1/ledgers/" + ack.ledger() + "/requests/" + AcceptedBody.of(ack).requestId());
    return answer(ResponseEntity.created(location), ack);
  }

  private Acknowledgement dispatch(Submission submission, RequestCommand command) {
    return dispatcher.dispatch(
        submission.ledger(),
        command,
        submission.caller(),
        submission.idempotency(),
        submission.expectedSequence());
  }

  private static ResponseEntity<AcceptedBody> answer(
      ResponseEntity.BodyBuilder builder, Acknowledgement ack) {
    if (ack.replayed()) {
      builder.header("Idempotency-Replayed", "true");
    }
    return builder.eTag("\"" + ack.lastSequence() + "\"").body(AcceptedBody.of(ack));
  }
}
