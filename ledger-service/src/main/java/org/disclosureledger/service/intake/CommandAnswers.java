package org.disclosureledger.service.intake;

import java.net.URI;
import java.util.function.Supplier;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.dispatch.Acknowledgement;
import org.disclosureledger.service.dispatch.CommandDispatcher;
import org.disclosureledger.service.envelope.LedgerCommand;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.story.RepeatReading;
import org.disclosureledger.service.wire.Submission;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Sends a submitted command on and answers with its place in the log. */
@Component
public class CommandAnswers {
  private final CommandDispatcher dispatcher;
  private final RepeatReading repeats;

  CommandAnswers(CommandDispatcher dispatcher, RepeatReading repeats) {
    this.dispatcher = dispatcher;
    this.repeats = repeats;
  }

  public ResponseEntity<EntryAccepted> ok(Submission submission, LedgerCommand command) {
    return ok(submission, () -> command);
  }

  /**
   * @param command made only if the idempotency key was not used before
   */
  public ResponseEntity<EntryAccepted> ok(
      Submission submission, Supplier<? extends LedgerCommand> command) {
    Acknowledgement ack = dispatch(submission, command);
    return answer(ResponseEntity.ok(), ack, EntryAccepted.of(ack));
  }

  /** Of a command that began something with a stream of its own: a repetition names the first. */
  public ResponseEntity<EntryAccepted> created(Submission submission, LedgerCommand command) {
    return created(submission, () -> command);
  }

  /**
   * @param command made only if the idempotency key was not used before
   */
  public ResponseEntity<EntryAccepted> created(
      Submission submission, Supplier<? extends LedgerCommand> command) {
    Acknowledgement ack = dispatch(submission, command);
    return answer(begun(ack, path(ack.stream())), ack, EntryAccepted.of(ack));
  }

  /**
   * Of a command that began something under a name of its own.
   *
   * @param path of what began, below the ledger's
   */
  public ResponseEntity<EntryAccepted> created(
      Submission submission, LedgerCommand command, String path) {
    Acknowledgement ack = dispatch(submission, command);
    return answer(begun(ack, path), ack, EntryAccepted.of(ack));
  }

  /** Stream {@code drill/<uuid>} is at {@code drills/<uuid>}. */
  private static String path(StreamId stream) {
    return stream.value().replace("/", "s/");
  }

  /** Of a command on a request that is there. */
  public ResponseEntity<AcceptedBody> accept(Submission submission, RequestCommand command) {
    Acknowledgement ack = dispatch(submission, command);
    return answer(ResponseEntity.ok(), ack, AcceptedBody.of(ack));
  }

  public ResponseEntity<AcceptedBody> record(Submission submission, RecordRequest command) {
    Acknowledgement ack = dispatch(submission, command);
    AcceptedBody accepted = AcceptedBody.of(ack, repeats.atIntake(ack, submission.caller().role()));
    return answer(begun(ack, "requests/" + accepted.requestId()), ack, accepted);
  }

  private Acknowledgement dispatch(Submission submission, LedgerCommand command) {
    return dispatch(submission, () -> command);
  }

  private Acknowledgement dispatch(
      Submission submission, Supplier<? extends LedgerCommand> command) {
    return dispatcher.dispatchUnlessDone(
        submission.ledger(),
        command,
        submission.caller(),
        submission.idempotency(),
        submission.expectedSequence());
  }

  /** 201, for what a command began that was sent on elsewhere. */
  public static <B> ResponseEntity<B> begun(Acknowledgement ack, String path, B body) {
    return answer(begun(ack, path), ack, body);
  }

  private static ResponseEntity.BodyBuilder begun(Acknowledgement ack, String path) {
    return ResponseEntity.created(URI.create("/api/v1/ledgers/" + ack.ledger() + "/" + path));
  }

  private static <B> ResponseEntity<B> answer(
      ResponseEntity.BodyBuilder builder, Acknowledgement ack, B body) {
    if (ack.replayed()) {
      builder.header("Idempotency-Replayed", "true");
    }
    return builder.eTag("\"" + ack.lastSequence() + "\"").body(body);
  }
}
