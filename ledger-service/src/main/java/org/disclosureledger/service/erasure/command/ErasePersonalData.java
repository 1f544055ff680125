package org.disclosureledger.service.erasure.command;

import java.util.UUID;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.envelope.LedgerCommand;
import org.disclosureledger.service.form.Form;

/**
 * Destroys what a request discloses.
 *
 * @param rule id of the row of the retention rules in force, under which it is done
 */
public record ErasePersonalData(UUID request, String rule) implements LedgerCommand {
  private static final int MAX_RULE = 64;

  public ErasePersonalData {
    request = Form.required("request", request);
    rule = Form.name("rule", MAX_RULE, rule);
  }

  /** Never the request's own: what is done to its data changes neither its state nor its ETag. */
  @Override
  public StreamId stream() {
    return new StreamId("access/" + request);
  }

  /** The stream that is erased. */
  public StreamId erased() {
    return new StreamId("request/" + request);
  }
}
