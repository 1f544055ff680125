package org.disclosureledger.service.intake.request;

import org.disclosureledger.service.dispatch.Acknowledgement;
import org.disclosureledger.service.dispatch.Caller;
import org.disclosureledger.service.dispatch.CommandDispatcher;
import org.disclosureledger.service.dispatch.Idempotency;
import org.disclosureledger.service.wire.CommandReader;
import org.disclosureledger.service.wire.RequestIds;
import org.springframework.stereotype.Component;

/** Records a request whose body came another way than over HTTP; body and rules are the same. */
@Component
public class RequestIntake {
  private final CommandDispatcher dispatcher;
  private final CommandReader reader;
  private final RequestIds ids;

  RequestIntake(CommandDispatcher dispatcher, CommandReader reader, RequestIds ids) {
    this.dispatcher = dispatcher;
    this.reader = reader;
    this.ids = ids;
  }

  /**
   * Returns once the request is committed and under a signed checkpoint.
   *
   * @param ledger name of a ledger that exists
   * @param key bound to the body's bytes
   * @throws org.disclosureledger.service.wire.InputRefused for what is no such body
   * @throws org.disclosureledger.service.envelope.CommandRefused when a rule refuses it
   */
  public Acknowledgement record(String ledger, Caller caller, Idempotency key, byte[] body) {
    return dispatcher.dispatchUnlessDone(
        ledger,
        () -> reader.read(body, RecordRequestBody.class).toCommand(ids.next()),
        caller,
        key,
        null);
  }
}
