package org.disclosureledger.service.deadline.command;

import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.deadline.PolicyAdopted;
import org.disclosureledger.service.envelope.LedgerCommand;

/** Replaces the rules about due times: all rows that hold from now on. */
public record AdoptPolicy(PolicyAdopted policy) implements LedgerCommand {
  @Override
  public StreamId stream() {
    return new StreamId("policy");
  }
}
