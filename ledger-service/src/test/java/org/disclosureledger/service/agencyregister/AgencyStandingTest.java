package org.disclosureledger.service.agencyregister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.agency.AgencyCode;
import org.disclosureledger.service.agency.AgencyContact;
import org.disclosureledger.service.agency.AgencyHistory;
import org.disclosureledger.service.agency.AgencyState;
import org.disclosureledger.service.agency.AgencyStory;
import org.disclosureledger.service.agency.command.RetireContact;
import org.disclosureledger.service.agency.command.SucceedAgency;
import org.disclosureledger.service.database.LedgerReader;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.projection.MemoryEntryStore;
import org.disclosureledger.service.request.AgencyStanding;
import org.disclosureledger.service.sealing.StreamReads;
import org.junit.jupiter.api.Test;

/** From streams alone: no projection stands behind these. */
class AgencyStandingTest {
  private static final LocalDate LAST = LocalDate.parse("2026-12-31");

  private final AgencyHistory history = new AgencyHistory(1);

  private AgencyQuery query() {
    return new AgencyQuery(mock(LedgerReader.class), new MemoryEntryStore(history.events()));
  }

  private static AgencyCode code(int number) {
    return new AgencyCode("CA-" + number);
  }

  private UUID contactOf(int number) {
    history.run("demo", AgencyStory.register(code(number), null));
    return history.run("demo", AgencyStory.contact(code(number))).contacts().getLast().contact();
  }

  private void succeed(int number, int successor) {
    history.run("demo", new SucceedAgency(code(number), code(successor), LAST.plusDays(1)));
  }

  @Test
  void anAgencyWithoutAStreamIsUnregistered() {
    contactOf(1);
    assertThat(query().standing("demo", "CA-2")).isSameAs(AgencyStanding.UNREGISTERED);
    assertThat(query().standing("other", "CA-1")).isSameAs(AgencyStanding.UNREGISTERED);
    assertThat(query().agency("demo", code(2))).isEmpty();
    assertThat(AgencyStanding.UNREGISTERED.validOn(LAST)).isFalse();
    assertThatThrownBy(() -> query().standing("demo", "no code"))
        .isInstanceOf(CommandRefused.class);
  }

  @Test
  void aContactCountsAtOnceAndNoLongerOnceRetired() {
    UUID contact = contactOf(1);
    AgencyStanding standing = query().standing("demo", "ca-1");
    assertThat(ids(standing)).containsExactly(contact);
    assertThat(standing.validFrom()).isEqualTo("2025-03-01");
    assertThat(standing.validUntil()).isNull();

    history.run("demo", new RetireContact(code(1), contact));
    assertThat(ids(query().standing("demo", "CA-1"))).isEmpty();
    assertThat(history.agencies("demo").getOrDefault(code(1), AgencyState.EMPTY).contacts())
        .singleElement()
        .matches(AgencyContact::emergency);
  }

  @Test
  void theContactsOfSuccessorsCountToo() {
    UUID own = contactOf(1);
    UUID next = contactOf(2);
    UUID last = contactOf(3);
    UUID stranger = contactOf(4);
    succeed(1, 2);
    succeed(2, 3);
    AgencyStanding standing = query().standing("demo", "CA-1");
    assertThat(ids(standing)).containsExactlyInAnyOrder(own, next, last).doesNotContain(stranger);
    assertThat(standing.validUntil()).isEqualTo(LAST);
    assertThat(standing.validOn(LAST)).isTrue();
    assertThat(standing.validOn(LAST.plusDays(1))).isFalse();
    assertThat(standing.validOn(LocalDate.parse("2025-02-28"))).isFalse();
    assertThat(ids(query().standing("demo", "CA-3"))).containsExactly(last);
    assertThat(query().agency("demo", code(1)).orElseThrow().successors())
        .containsExactly("CA-2", "CA-3");
  }

  @Test
  void aStandingNamesTheStreamsThatItRestsOn() {
    contactOf(1);
    contactOf(4);
    succeed(1, 2);
    StreamReads reads = new StreamReads(new MemoryEntryStore(history.events()), "demo");
    query().standing(reads, "ca-1");
    assertThat(reads.heads())
        .isEqualTo(java.util.Map.of(code(1).stream(), 2L, code(2).stream(), -1L));
  }

  @Test
  void aCircleOfSuccessorsEnds() {
    UUID one = contactOf(1);
    UUID two = contactOf(2);
    UUID three = contactOf(3);
    succeed(1, 2);
    succeed(2, 3);
    succeed(3, 2);
    assertThat(ids(query().standing("demo", "CA-1"))).containsExactlyInAnyOrder(one, two, three);
    assertThat(query().agency("demo", code(1)).orElseThrow().successors())
        .containsExactly("CA-2", "CA-3");
    assertThat(query().agency("demo", code(2)).orElseThrow().successors()).containsExactly("CA-3");
  }

  @Test
  void aLongChainIsFollowedToItsBound() {
    int length = AgencyQuery.MAX_SUCCESSORS + 5;
    List<UUID> contacts = new java.util.ArrayList<>();
    for (int i = 0; i < length; i++) {
      contacts.add(contactOf(i));
    }
    for (int i = 0; i + 1 < length; i++) {
      succeed(i, i + 1);
    }
    assertThat(query().agency("demo", code(0)).orElseThrow().successors())
        .hasSize(AgencyQuery.MAX_SUCCESSORS);
    assertThat(ids(query().standing("demo", "CA-0")))
        .containsExactlyInAnyOrderElementsOf(contacts.subList(0, AgencyQuery.MAX_SUCCESSORS + 1));
  }

  @Test
  void anUnregisteredSuccessorIsNamedAndAddsNothing() {
    UUID own = contactOf(1);
    succeed(1, 9);
    assertThat(ids(query().standing("demo", "CA-1"))).containsExactly(own);
    assertThat(query().agency("demo", code(1)).orElseThrow().successors()).containsExactly("CA-9");
  }

  private static List<UUID> ids(AgencyStanding standing) {
    return standing.contacts().stream().map(AgencyStanding.Contact::id).toList();
  }
}
