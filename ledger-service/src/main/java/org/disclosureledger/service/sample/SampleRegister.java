package org.disclosureledger.service.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.agency.AgencyCode;
import org.disclosureledger.service.agency.command.AmendAgency;
import org.disclosureledger.service.agency.command.RegisterAgency;
import org.disclosureledger.service.agency.command.RegisterOfficer;
import org.disclosureledger.service.agency.command.RetireContact;
import org.disclosureledger.service.agency.command.RetireOfficer;
import org.disclosureledger.service.agency.command.SucceedAgency;
import org.disclosureledger.service.agency.command.VerifyContact;
import org.disclosureledger.service.envelope.LedgerCommand;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.VerificationMethod;

/**
 * The agency register of the half-year: filled on its first day, kept up afterwards. One agency
 * ends in the middle, and another takes over.
 */
final class SampleRegister {
  private static final LocalDate FOUNDED = LocalDate.of(2025, 3, 1);
  private static final Duration PACE = Duration.ofMinutes(2);

  private record Contact(Mark mark, Instant from, Instant until) {}

  private final List<SampleStep> steps = new ArrayList<>();
  private final Map<AgencyCode, List<Contact>> numbers = new HashMap<>();
  private final Invented invented;
  private final LocalDate succession;
  private Instant at;

  /**
   * @param start of the half-year, UTC, milliseconds
   */
  SampleRegister(Instant start, Duration length, Invented invented) {
    this.invented = invented;
    this.at = start;
    Mark retiring = new Mark();
    Mark leaving = new Mark();
    for (SampleAgency agency : SampleAgency.LASTING) {
      register(agency, FOUNDED);
      contact(agency, true, Instant.MAX, new Mark());
      contact(agency, false, Instant.MAX, new Mark());
      officer(agency, new Mark());
    }
    SampleAgency busiest = SampleAgency.LASTING.getFirst();
    Instant retirement = start.plus(length.dividedBy(3));
    contact(busiest, false, retirement, retiring);
    officer(busiest, leaving);
    register(SampleAgency.ENDING, FOUNDED);
    contact(SampleAgency.ENDING, true, Instant.MAX, new Mark());
    officer(SampleAgency.ENDING, new Mark());
    succession = LocalDate.ofInstant(start.plus(length.dividedBy(2)), LedgerZone.ID);

    at = start.plus(length.dividedBy(4));
    amend(SampleAgency.AMENDED);
    at = retirement;
    step(memory -> new RetireContact(busiest.code(), memory.first(retiring)));
    LocalDate gone = LocalDate.ofInstant(at, LedgerZone.ID);
    step(memory -> new RetireOfficer(busiest.code(), memory.first(leaving), gone));
    succeed();
  }

  /** Known a week before it happens. */
  private void succeed() {
    at = succession.atStartOfDay(LedgerZone.ID).toInstant().minus(Duration.ofDays(7));
    SampleAgency successor = SampleAgency.SUCCESSOR;
    register(successor, succession);
    contact(successor, true, Instant.MAX, new Mark());
    officer(successor, succession, new Mark());
    step(memory -> new SucceedAgency(SampleAgency.ENDING.code(), successor.code(), succession));
  }

  List<SampleStep> steps() {
    return List.copyOf(steps);
  }

  /** An agency of the register that is valid on the day of this instant. */
  SampleAgency valid(Instant receivedAt, Invented chance) {
    int which = chance.random().nextInt(SampleAgency.LASTING.size() + 2);
    return which < SampleAgency.LASTING.size()
        ? SampleAgency.LASTING.get(which)
        : ended(receivedAt) ? SampleAgency.SUCCESSOR : SampleAgency.ENDING;
  }

  /** Whether an agency stands in the register, valid on the day of this instant. */
  boolean stands(SampleAgency agency, Instant receivedAt) {
    if (agency.equals(SampleAgency.ENDING)) {
      return !ended(receivedAt);
    }
    return !agency.equals(SampleAgency.SUCCESSOR) || ended(receivedAt);
  }

  /** Whether the agency that ends has done so on the day of this instant. */
  boolean ended(Instant receivedAt) {
    return !LocalDate.ofInstant(receivedAt, LedgerZone.ID).isBefore(succession);
  }

  /** A number that can be called back at this instant, also long after the request came in. */
  Mark contact(SampleAgency agency, Instant now, Invented chance) {
    List<Contact> all = new ArrayList<>(numbers.getOrDefault(agency.code(), List.of()));
    if (agency.equals(SampleAgency.ENDING) && ended(now)) {
      all.addAll(numbers.getOrDefault(SampleAgency.SUCCESSOR.code(), List.of()));
    }
    return chance
        .pick(
            all.stream()
                .filter(each -> each.from().isBefore(now) && each.until().isAfter(now))
                .toList())
        .mark();
  }

  private void register(SampleAgency agency, LocalDate from) {
    step(memory ->
        new RegisterAgency(
            agency.code(),
            agency.kind(),
            agency.province(),
            agency.nameVi(),
            agency.nameEn(),
            from,
            null));
  }

  private void amend(SampleAgency agency) {
    step(memory ->
        new AmendAgency(
            agency.code(),
            agency.kind(),
            agency.province(),
            agency.nameVi() + " (đổi tên)",
            agency.nameEn() + " (renamed)",
            FOUNDED,
            null));
  }

  /**
   * @param emergency whether it answers day and night
   */
  private void contact(SampleAgency agency, boolean emergency, Instant until, Mark mark) {
    String value = emergency ? invented.phone() : invented.email();
    Channel channel = emergency ? Channel.TELEPHONE : Channel.EMAIL;
    if (channel == Channel.TELEPHONE) {
      numbers
          .computeIfAbsent(agency.code(), code -> new ArrayList<>())
          .add(new Contact(mark, at, until));
    }
    step(
        mark,
        memory ->
            new VerifyContact(
                agency.code(), channel, VerificationMethod.SEAL_OR_DOCUMENT, value, emergency));
  }

  private void officer(SampleAgency agency, Mark mark) {
    officer(agency, FOUNDED, mark);
  }

  private void officer(SampleAgency agency, LocalDate from, Mark mark) {
    String name = invented.person();
    step(mark, memory -> new RegisterOfficer(agency.code(), name, "Điều phối viên", from, null));
  }

  private void step(Function<SampleMemory, LedgerCommand> command) {
    step(new Mark(), command);
  }

  private void step(Mark mark, Function<SampleMemory, LedgerCommand> command) {
    steps.add(new SampleStep(at, SamplePerson.ADMIN, mark, command));
    at = at.plus(PACE);
  }
}
