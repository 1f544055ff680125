package org.disclosureledger.service.grant.command;

import java.util.UUID;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.envelope.LedgerCommand;

/** What is asked about the grants of one request. */
public sealed interface GrantCommand extends LedgerCommand permits GrantDisclosure, RevokeGrant {
  UUID request();

  /** Never the request's own: who may open it changes neither its state nor its ETag. */
  @Override
  default StreamId stream() {
    return new StreamId("access/" + request());
  }

  /** The stream whose starred values it is about. */
  default StreamId about() {
    return new StreamId("request/" + request());
  }
}
