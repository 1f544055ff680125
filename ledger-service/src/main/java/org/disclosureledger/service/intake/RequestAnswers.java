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
  private final RepeatReading repeats;

  RequestAnswers(CommandDispatcher dispatcher, RepeatReading repeats) {
    this.dispatcher = dispatcher;
    this.repeats = repeats;
  }

  /** 200, for a command on a request that is there. */
  ResponseEntity<AcceptedBody> accept(Submission submission, RequestCommand command) {
    Acknowledgement ack = dispatch(submission, command);
    return answer(ResponseEntity.ok(), ack, AcceptedBody.of(ack));
  }

  /**
   * 201, with the place of the new request, which a repetition finds again, and the repeats that an
   * officer may look at.
   */
  ResponseEntity<AcceptedBody> create(Submission submission, RecordRequest command) {
    Acknowledgement ack = dispatch(submission, command);
    AcceptedBody body = AcceptedBody.of(ack, repeats.atIntake(ack, submission.caller().role()));
    URI location = URI.create("/api/v1/ledgers/" + ack.ledger() + "/requests/" + body.requestId());
    return answer(ResponseEntity.created(location), ack, body);
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
      ResponseEntity.BodyBuilder builder, Acknowledgement ack, AcceptedBody body) {
    if (ack.replayed()) {
      builder.header("Idempotency-Replayed", "true");
    }
    return builder.eTag("\"" + ack.lastSequence() + "\"").body(body);
  }
}
