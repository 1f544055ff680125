package org.disclosureledger.verifier.conduct;

import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;

/** A comparison with an agency's list counts each row and each request once. */
class ReconciliationTest extends ConductTest {
  private final Story story = Story.withPolicy();
  private int recorded;

  private void record(String... replaced) {
    String data = OversightPayloads.reconciliation();
    for (int i = 0; i < replaced.length; i += 2) {
      String member = "\"" + replaced[i] + "\":";
      data = data.replaceFirst(member + "[0-9]+", member + replaced[i + 1]);
    }
    recorded++;
    UUID id = new UUID(0x7000L, 0x8000_0000_0000_0000L | recorded);
    story.add("reconciliation/" + id, Person.LAN, "reconciliation.recorded.v1", data);
  }

  private void between(String from, String to) {
    recorded++;
    UUID id = new UUID(0x7000L, 0x8000_0000_0000_0000L | recorded);
    String data =
        OversightPayloads.reconciliation().replace("2026-01-05", to).replace("2026-01-01", from);
    story.add("reconciliation/" + id, Person.LAN, "reconciliation.recorded.v1", data);
  }

  @Test
  void numbersThatAddUpAreFine() throws Exception {
    record();
    record("listed", "0", "matched", "0", "theirsOnly", "0", "oursOnly", "0", "registered", "0");
    record("listed", "5", "differing", "2", "unmatchableTheirs", "1", "registered", "4");
    passes(story);
  }

  @Test
  void aRowIsNotCountedTwice() throws Exception {
    record("matched", "2");
    finds(story, Rule.RECONCILIATION_SUM);
  }

  @Test
  void aRowIsNotLeftOut() throws Exception {
    record("unmatchableTheirs", "1");
    finds(story, Rule.RECONCILIATION_SUM);
  }

  @Test
  void aPairMayBeOfARequestReceivedOutsideThePeriod() throws Exception {
    record("registered", "1");
    passes(story);
  }

  @Test
  void aRequestOfOursIsNotLeftOut() throws Exception {
    record("registered", "0");
    finds(story, Rule.RECONCILIATION_SUM);
  }

  @Test
  void noMoreRequestsAreRegisteredThanAreTold() throws Exception {
    record("registered", "3");
    finds(story, Rule.RECONCILIATION_SUM);
  }

  @Test
  void oneThatCannotBeMatchedIsRegisteredToo() throws Exception {
    record("unmatchableOurs", "2");
    finds(story, Rule.RECONCILIATION_SUM);
  }

  @Test
  void thePeriodEndsNotBeforeItBegins() throws Exception {
    between("2026-01-05", "2026-01-04");
    finds(story, Rule.PERIOD_REVERSED);
  }

  @Test
  void aDayIsAPeriod() throws Exception {
    between("2026-01-05", "2026-01-05");
    passes(story);
  }

  @Test
  void thePeriodIsOver() throws Exception {
    between("2026-01-05", "2026-01-06");
    finds(story, Rule.PERIOD_AHEAD);
  }

  @Test
  void aDocumentIsAttachedOnce() throws Exception {
    UUID document = new UUID(0x4000L, 0x8000_0000_0000_0d01L);
    RequestStory request = story.request().recorded();
    request.add("document.attached.v1", Payloads.attached(document));
    story.request().recorded().add("document.attached.v1", Payloads.attached(document));
    passes(story);
    request.add("document.attached.v1", Payloads.attached(document));
    finds(story, Rule.DOCUMENT_REPEATED);
  }
}
