package org.disclosureledger.service.intake;

import java.net.URI;
import java.util.function.Function;
import org.disclosureledger.service.envelope.LedgerCommand;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Sends a submitted command on and answers with its place in the log. */
@Component
class CommandAnswers {
  private final CommandDispatcher dispatcher;

  CommandAnswers(CommandDispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  ResponseEntity<EntryAccepted> ok(Submission submission, LedgerCommand command) {
    return answer(ResponseEntity.ok(), dispatch(submission, command));
  }

  /**
   * @param path of what began, below the ledger's: from the answer, since a repetition names again
   *     what the first began
   */
  ResponseEntity<EntryAccepted> created(
      Submission submission, LedgerCommand command, Function<Acknowledgement, String> path) {
    Acknowledgement ack = dispatch(submission, command);
    URI location = URI.create("/api/v1/ledgers/" + ack.ledger() + "/" + path.apply(ack));
    return answer(ResponseEntity.created(location), ack);
  }

  private Acknowledgement dispatch(Submission submission, LedgerCommand command) {
    return dispatcher.dispatch(
        submission.ledger(),
        command,
        submission.caller(),
        submission.idempotency(),
        submission.expectedSequence());
  }

  private static ResponseEntity<EntryAccepted> answer(
      ResponseEntity.BodyBuilder builder, Acknowledgement ack) {
    if (ack.replayed()) {
      builder.header("Idempotency-Replayed", "true");
    }
    return builder.eTag("\"" + ack.lastSequence() + "\"").body(EntryAccepted.of(ack));
  }
}
