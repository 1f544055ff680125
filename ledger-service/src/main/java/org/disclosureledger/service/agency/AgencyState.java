package org.disclosureledger.service.agency;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.disclosureledger.service.agency.event.AgencyAmended;
import org.disclosureledger.service.agency.event.AgencyEvent;
import org.disclosureledger.service.agency.event.AgencyRegistered;
import org.disclosureledger.service.agency.event.AgencySucceeded;
import org.disclosureledger.service.agency.event.ContactRetired;
import org.disclosureledger.service.agency.event.ContactVerified;
import org.disclosureledger.service.agency.event.OfficerRegistered;
import org.disclosureledger.service.agency.event.OfficerRetired;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.jspecify.annotations.Nullable;

/**
 * What an agency's events amount to, of clear members only.
 *
 * @param lastSequence of the stream, -1 before the first event
 * @param profile absent before the first event
 * @param contacts in the order of their verification, the retired ones too
 * @param officers in the order of their registration, the retired ones too
 */
public record AgencyState(
    long lastSequence,
    @Nullable Profile profile,
    @Nullable Successor successor,
    List<AgencyContact> contacts,
    List<AgencyOfficer> officers) {

  public static final AgencyState EMPTY = new AgencyState(-1, null, null, List.of(), List.of());

  /**
   * What identifies the agency.
   *
   * @param province two digits; absent for a national agency
   * @param validFrom first day, Asia/Ho_Chi_Minh
   * @param validUntil last day, included, as said of itself; absent while none is known
   */
  public record Profile(
      String code,
      AgencyKind kind,
      @Nullable String province,
      String nameVi,
      String nameEn,
      LocalDate validFrom,
      @Nullable LocalDate validUntil) {}

  /**
   * Who took over.
   *
   * @param from first day of the successor, Asia/Ho_Chi_Minh
   */
  public record Successor(String code, LocalDate from) {}

  /** Last day, included, which is before the successor's first; empty while none is known. */
  public @Nullable LocalDate validUntil() {
    LocalDate own = profile == null ? null : profile.validUntil();
    LocalDate before = successor == null ? null : successor.from().minusDays(1);
    return own == null || (before != null && before.isBefore(own)) ? before : own;
  }

  public boolean exists() {
    return profile != null;
  }

  Optional<AgencyContact> contact(UUID id) {
    return contacts.stream().filter(contact -> contact.contact().equals(id)).findFirst();
  }

  Optional<AgencyOfficer> officer(UUID id) {
    return officers.stream().filter(officer -> officer.officer().equals(id)).findFirst();
  }

  /** The state after one more event. */
  public AgencyState evolve(AgencyEvent event, EventHeader header) {
    AgencyState after =
        switch (event) {
          case AgencyRegistered e ->
              profile(
                  new Profile(
                      e.code(),
                      e.kind(),
                      e.province(),
                      e.nameVi(),
                      e.nameEn(),
                      e.validFrom(),
                      e.validUntil()));
          case AgencyAmended e ->
              profile(
                  new Profile(
                      known().code(),
                      e.kind(),
                      e.province(),
                      e.nameVi(),
                      e.nameEn(),
                      e.validFrom(),
                      e.validUntil()));
          case AgencySucceeded e ->
              new AgencyState(
                  lastSequence,
                  profile,
                  new Successor(e.successor(), e.from()),
                  contacts,
                  officers);
          case ContactVerified e ->
              contacts(
                  added(
                      contacts,
                      new AgencyContact(
                          e.contact(),
                          e.channel(),
                          e.method(),
                          e.emergency(),
                          header.time(),
                          null)));
          case ContactRetired e ->
              contacts(
                  changed(
                      contacts,
                      AgencyContact::contact,
                      e.contact(),
                      contact -> contact.retired(header.time())));
          case OfficerRegistered e ->
              officers(
                  added(
                      officers,
                      new AgencyOfficer(e.officer(), e.validFrom(), e.validUntil(), false)));
          case OfficerRetired e ->
              officers(
                  changed(
                      officers,
                      AgencyOfficer::officer,
                      e.officer(),
                      officer -> officer.retiredFrom(e.from())));
        };
    return new AgencyState(
        header.sequence(), after.profile, after.successor, after.contacts, after.officers);
  }

  Profile known() {
    return Objects.requireNonNull(profile, "the stream begins with agency.registered");
  }

  private AgencyState profile(Profile now) {
    return new AgencyState(lastSequence, now, successor, contacts, officers);
  }

  private AgencyState contacts(List<AgencyContact> now) {
    return new AgencyState(lastSequence, profile, successor, now, officers);
  }

  private AgencyState officers(List<AgencyOfficer> now) {
    return new AgencyState(lastSequence, profile, successor, contacts, now);
  }

  private static <T> List<T> added(List<T> list, T one) {
    return Stream.concat(list.stream(), Stream.of(one)).toList();
  }

  private static <T> List<T> changed(
      List<T> list, Function<T, UUID> idOf, UUID id, UnaryOperator<T> change) {
    return list.stream()
        .map(each -> idOf.apply(each).equals(id) ? change.apply(each) : each)
        .toList();
  }
}
