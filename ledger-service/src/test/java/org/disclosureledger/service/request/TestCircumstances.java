package org.disclosureledger.service.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.service.deadline.ClockKind;
import org.disclosureledger.service.deadline.DeadlinePurpose;
import org.disclosureledger.service.deadline.PolicyAdopted;
import org.disclosureledger.service.deadline.PolicyInForce;
import org.disclosureledger.service.deadline.PolicyRow;
import org.disclosureledger.service.deadline.StatutoryRows;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.ItemKind;

/**
 * A ledger round the request: its policy, the agencies it knows by their codes, its other requests.
 */
public record TestCircumstances(
    PolicyInForce policies, Map<String, AgencyStanding> agencies, Set<UUID> requests)
    implements Circumstances {
  public static final TestCircumstances NONE = under(PolicyInForce.NONE);

  /** A contact of the agency that asks, in our register. */
  static final UUID CONTACT = UUID.fromString("01980000-0000-7000-8000-0000000000c1");

  /** The code of an agency that our register has not. */
  static final String NOT_REGISTERED = "CHUA-DANG-KY";

  /** An address of the agency's, where nobody can be called. */
  static final UUID MAILBOX = UUID.fromString("01980000-0000-7000-8000-0000000000c2");

  /** A number that was checked half an hour after the request came in. */
  static final UUID LATER = UUID.fromString("01980000-0000-7000-8000-0000000000c3");

  /** A number of a successor that has not begun. */
  static final UUID SUCCESSORS = UUID.fromString("01980000-0000-7000-8000-0000000000c4");

  /** Another request of the ledger. */
  static final UUID OTHER = UUID.fromString("01980000-0000-7000-8000-0000000000d1");

  /** The code of an agency that our register has, but that ended before any receipt here. */
  static final String ENDED = "CACH-MAU-02";

  /** Under the shipped policy, with the agency that asks in the register. */
  static final TestCircumstances WORLD =
      new TestCircumstances(
          PolicyInForce.of(Story.id(99), StatutoryRows.read()),
          Map.of(
              RequestDraft.AGENCY,
              new AgencyStanding(
                  true,
                  LocalDate.of(2020, 1, 1),
                  null,
                  List.of(
                      contact(CONTACT, Channel.TELEPHONE, Instant.EPOCH, LocalDate.MIN),
                      contact(MAILBOX, Channel.EMAIL, Instant.EPOCH, LocalDate.MIN),
                      contact(LATER, Channel.TELEPHONE, Story.at(30), LocalDate.MIN),
                      contact(
                          SUCCESSORS, Channel.TELEPHONE, Instant.EPOCH, LocalDate.of(2027, 1, 1)))),
              ENDED,
              new AgencyStanding(
                  true, LocalDate.of(2020, 1, 1), LocalDate.of(2025, 2, 28), List.of())),
          Set.of(OTHER));

  /** The same after another policy: three days for whatever was asked. */
  static final TestCircumstances AFTERWARDS =
      new TestCircumstances(
          PolicyInForce.of(
              Story.id(98),
              new PolicyAdopted(
                  List.of(
                      new PolicyRow(
                          "three-days",
                          LocalDate.of(2020, 1, 1),
                          null,
                          "Điều mẫu",
                          "Sample article",
                          true,
                          List.of(ItemKind.values()),
                          null,
                          DeadlinePurpose.ANSWER,
                          ClockKind.STATUTORY,
                          72,
                          null)))),
          WORLD.agencies(),
          WORLD.requests());

  private static AgencyStanding.Contact contact(
      UUID id, Channel channel, Instant since, LocalDate from) {
    return new AgencyStanding.Contact(id, channel, since, from);
  }

  public static TestCircumstances under(PolicyInForce policies) {
    return new TestCircumstances(policies, Map.of(), Set.of());
  }

  @Override
  public AgencyStanding agency(String code) {
    return agencies.getOrDefault(code, AgencyStanding.UNREGISTERED);
  }

  @Override
  public boolean personalDataErased(UUID requestId) {
    return false;
  }

  @Override
  public boolean requestExists(UUID requestId) {
    return requests.contains(requestId);
  }
}
