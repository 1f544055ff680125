package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.items;
import static org.disclosureledger.verifier.conduct.Payloads.object;
import static org.disclosureledger.verifier.conduct.Payloads.text;
import static org.disclosureledger.verifier.conduct.RequestStory.BOTH;

import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A signature proves what it is said to prove only if it was checked and found good. */
class SignatureTest extends ConductTest {
  private static final String SCOPE = items(Demand.scope(1, BOTH, 8));

  private final Story story = Story.withPolicy();
  private final RequestStory request = story.request();

  private RequestStory emergencyInWriting() {
    Demand demand = Demand.ordinary(story.now());
    demand.emergency = true;
    request.record(demand);
    request.due("emergency", demand.receivedAt, 3);
    return request;
  }

  private void bySignature() {
    request.add("authority.verified.v1", Payloads.verified("DIGITAL_SIGNATURE", null));
  }

  @Test
  void aSignatureFoundGoodCarriesAnEmergency() throws Exception {
    emergencyInWriting().signed("VALID", "TRUSTED");
    bySignature();
    request.both("emergency", SCOPE);
    passes(story);
  }

  @Test
  void anEmergencyRestsOnNoUncheckedSignature() throws Exception {
    emergencyInWriting();
    bySignature();
    request.both("emergency", SCOPE);
    findsFirst(story, Rule.SIGNATURE_NOT_CHECKED);
  }

  @Test
  void anOrdinaryRequestMayRestOnASignatureLookedAtElsewhere() throws Exception {
    request.recorded();
    bySignature();
    request.accepted();
    passes(story);
  }

  @ParameterizedTest
  @CsvSource({
    "INVALID, TRUSTED",
    "INDETERMINATE, TRUSTED",
    "VALID, UNTRUSTED",
    "VALID, NOT_CHECKED"
  })
  void aDoubtfulSignatureIsNone(String outcome, String chain) throws Exception {
    emergencyInWriting().signed(outcome, chain);
    bySignature();
    request.both("emergency", SCOPE);
    findsFirst(story, Rule.SIGNATURE_NOT_CHECKED);
  }

  @Test
  void anotherRequestsSignatureIsNotThisOnes() throws Exception {
    story.request().recorded().signed("VALID", "TRUSTED");
    emergencyInWriting();
    bySignature();
    request.both("emergency", SCOPE);
    findsFirst(story, Rule.SIGNATURE_NOT_CHECKED);
  }

  @Test
  void anotherProofNeedsNoSignature() throws Exception {
    request.recorded().signed("INVALID", "UNTRUSTED").verified().accepted();
    passes(story);
  }

  @Test
  void aSignatureIsCheckedWhenItsDocumentIsAttached() throws Exception {
    request.recorded();
    UUID document = new UUID(0x4000L, 0x8000_0000_0000_0001L);
    request.add("document.attached.v1", Payloads.attached(document));
    request.verified();
    request.add("signature.checked.v1", Payloads.signature(document));
    finds(story, Rule.SIGNATURE_DOCUMENT);
  }

  /** A letter, and a signature of it in a file of its own. */
  private void detached(UUID signs) {
    UUID letter = new UUID(0x4000L, 0x8000_0000_0000_0001L);
    UUID file = new UUID(0x4000L, 0x8000_0000_0000_0002L);
    request.recorded();
    request.add("document.attached.v1", Payloads.attached(letter));
    request.add("document.attached.v1", Payloads.attached(file));
    request.add("signature.checked.v2", Payloads.signature(file, signs, "VALID", "TRUSTED"));
  }

  @Test
  void aDetachedSignatureSignsAnEarlierDocument() throws Exception {
    detached(new UUID(0x4000L, 0x8000_0000_0000_0001L));
    bySignature();
    request.accepted();
    passes(story);
  }

  private static UUID document(int number) {
    return new UUID(0x4000L, 0x8000_0000_0000_0000L | number);
  }

  /** In a file of its own, called a demand. */
  private void detached(int file, int signs) {
    request.add("document.attached.v1", Payloads.attached(document(file)));
    String signature = Payloads.signature(document(file), document(signs), "VALID", "TRUSTED");
    request.add("signature.checked.v2", signature);
  }

  @Test
  void aDetachedSignatureOfAPaperCarriesAnEmergency() throws Exception {
    emergencyInWriting().add("document.attached.v1", Payloads.attached(document(1)));
    detached(2, 1);
    bySignature();
    request.both("emergency", SCOPE);
    passes(story);
  }

  @Test
  void aDetachedSignatureOfOurMinutesCarriesNoEmergency() throws Exception {
    emergencyInWriting().add("document.attached.v1", Payloads.attached(document(1), "MINUTES"));
    detached(2, 1);
    detached(3, 2);
    bySignature();
    request.both("emergency", SCOPE);
    findsFirst(story, Rule.SIGNATURE_NOT_CHECKED);
  }

  @Test
  void aDetachedSignatureOfThePaperOfTheAgencyFirstNamedCarriesNoEmergency() throws Exception {
    emergencyInWriting().add("document.attached.v1", Payloads.attached(document(1)));
    String agency =
        object("code", text("CA-T-KHAC"), "kind", text("COURT"), "unit", Payloads.committed());
    String changes = object("requestingAgency", agency, "items", "[]");
    request.both("correction", Payloads.correction(request.recording(), changes));
    detached(2, 1);
    bySignature();
    request.both("emergency", SCOPE);
    findsFirst(story, Rule.SIGNATURE_NOT_CHECKED);
  }

  @Test
  void aRefutationLeavesThePapersForTheNextCheck() throws Exception {
    emergencyInWriting().add("document.attached.v1", Payloads.attached(document(1)));
    request.add("authority.refuted.v1", Payloads.verified("SEAL_OR_DOCUMENT", null));
    detached(2, 1);
    bySignature();
    request.both("emergency", SCOPE);
    passes(story);
  }

  @Test
  void aSignatureOfVersionTwoMaySignItsOwnDocument() throws Exception {
    request.recorded();
    UUID document = new UUID(0x4000L, 0x8000_0000_0000_0001L);
    request.add("document.attached.v1", Payloads.attached(document));
    request.add("signature.checked.v2", Payloads.signature(document));
    bySignature();
    request.accepted();
    passes(story);
  }

  @ParameterizedTest
  @ValueSource(longs = {0x8000_0000_0000_0002L, 0x8000_0000_0000_0003L})
  void aDetachedSignatureOfNoEarlierDocumentIsFound(long signs) throws Exception {
    detached(new UUID(0x4000L, signs));
    finds(story, Rule.SIGNATURE_DOCUMENT);
  }
}
