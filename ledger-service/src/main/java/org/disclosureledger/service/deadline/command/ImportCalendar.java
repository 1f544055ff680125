package org.disclosureledger.service.deadline.command;

import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.deadline.CalendarImported;
import org.disclosureledger.service.envelope.LedgerCommand;

/** Replaces the working calendar, whole. */
public record ImportCalendar(CalendarImported calendar) implements LedgerCommand {
  @Override
  public StreamId stream() {
    return new StreamId("calendar");
  }
}
