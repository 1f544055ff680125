package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import com.authlete.sd.SDJWT;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.CommitmentSlot;
import org.disclosureledger.format.Disclosure;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.request.event.RecordedDocument;
import org.disclosureledger.service.request.event.RecordedItem;
import org.disclosureledger.service.request.event.RecordedTarget;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.disclosureledger.service.request.event.RequestingAgency;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.vocabulary.CaseType;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.Priority;
import org.disclosureledger.service.vocabulary.RequestRoute;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.disclosureledger.service.vocabulary.Urgency;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries that know nothing of this project read its entries (RFC 7515, RFC 9901). */
class OffTheShelfLibrariesTest {
  @TempDir static Path keys;
  private static SealingRig rig;
  private static LedgerDescription ledger;
  private static StoredEvent recorded;
  private static List<Disclosure> disclosures;

  @BeforeAll
  static void recordARequest() {
    rig = new SealingRig(keys);
    ledger = rig.open("libraries");
    Instant now = rig.clocks.now(ledger.name());
    StreamId stream = new StreamId("request/" + SealingRig.IDS.at(now));
    EventBinding binding = rig.types.of(RequestRecorded.class);
    EventHeader header =
        new EventHeader(
            SealingRig.IDS.at(now),
            ledger.name(),
            stream,
            binding.type(),
            now,
            now,
            SealingRig.CLERK,
            ActorRole.LEGAL,
            UUID.randomUUID(),
            0,
            EventHeader.UNSEALED,
            EventHeader.UNSEALED);
    AppendResult result =
        rig.sealing().append(ledger, List.of(new UnsealedEvent(header, event(now))), null, null);
    recorded = rig.store.entry(ledger.name(), result.firstLeafIndex()).orElseThrow();
    disclosures = rig.vault.open(ledger.id(), stream, result.firstLeafIndex());
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  private static RequestRecorded event(Instant now) {
    return new RequestRecorded(
        now,
        Channel.OFFICIAL_LETTER,
        RequestRoute.DIRECT,
        null,
        new RequestingAgency("CA-TEST", AgencyKind.NATIONAL_SECURITY_FORCE, Committed.of("Đội 1")),
        null,
        Committed.of("Nguyễn Văn Ví Dụ"),
        Committed.of("01/VD-2026"),
        LocalDate.of(2026, 3, 2),
        Committed.of(null),
        null,
        CaseType.NATIONAL_SECURITY,
        Priority.ROUTINE,
        false,
        Urgency.NORMAL,
        Secrecy.NORMAL,
        null,
        List.of(
            new RecordedItem(
                1,
                ItemKind.SUBSCRIBER_DATA,
                List.of(
                    new RecordedTarget(1, Committed.of("0900000001")),
                    new RecordedTarget(2, Committed.of("0900000002"))),
                List.of(DataField.SUBSCRIBER_NAME),
                null,
                null)),
        List.of(new RecordedDocument(1, Committed.of("ab".repeat(32)))));
  }

  private static String entry() {
    return new String(recorded.entry().bytes(), StandardCharsets.US_ASCII);
  }

  private static boolean nimbusVerifies(String jws) throws Exception {
    OctetKeyPair key =
        OctetKeyPair.parse(
            rig.keys.find(ledger.origin()).orElseThrow().entry().publicKey().toJson());
    JWSObject parsed = JWSObject.parse(jws);
    assertThat(parsed.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.Ed25519);
    assertThat(parsed.getHeader().getKeyID()).isEqualTo(key.computeThumbprint().toString());
    return parsed.verify(new Ed25519Verifier(key));
  }

  @Test
  void nimbusVerifiesAnEntryAsAJwsUnderTheEnrolledJwk() throws Exception {
    assertThat(nimbusVerifies(entry())).isTrue();
  }

  @Test
  void nimbusRefusesAnEntryWithAnotherPayload() throws Exception {
    String[] parts = entry().split("\\.");
    String other =
        new String(
            rig.store.entry(ledger.name(), 1).orElseThrow().entry().bytes(),
            StandardCharsets.US_ASCII);

    assertThat(nimbusVerifies(parts[0] + "." + other.split("\\.")[1] + "." + parts[2])).isFalse();
  }

  @Test
  void authleteParsesTheEntryWithItsDisclosuresAndFindsTheirDigestsInIt() throws Exception {
    StringBuilder text = new StringBuilder(entry()).append('~');
    disclosures.forEach(disclosure -> text.append(disclosure.encoded()).append('~'));

    SDJWT sdJwt = SDJWT.parse(text.toString());

    assertThat(sdJwt.toString()).isEqualTo(text.toString());
    assertThat(nimbusVerifies(sdJwt.getCredentialJwt())).isTrue();
    assertThat(sdJwt.getBindingJwt()).isNull();
    assertThat(sdJwt.getHashAlgorithm()).isEqualTo("sha-256");
    assertThat(sdJwt.getDisclosures())
        .extracting(com.authlete.sd.Disclosure::digest)
        .containsExactlyElementsOf(
            recorded.entry().slots().stream().map(CommitmentSlot::digest).toList());
    assertThat(sdJwt.getDisclosures())
        .extracting(com.authlete.sd.Disclosure::getClaimName)
        .containsOnly("v");
  }

  @Test
  void authletePutsEveryDisclosedValueWhereItsDigestStood() throws Exception {
    Map<String, Object> payload =
        Objects.requireNonNull(JWSObject.parse(entry()).getPayload().toJSONObject());
    List<com.authlete.sd.Disclosure> theirs =
        disclosures.stream()
            .map(disclosure -> com.authlete.sd.Disclosure.parse(disclosure.encoded()))
            .toList();

    Map<String, Object> decoded = new com.authlete.sd.SDObjectDecoder().decode(payload, theirs);

    List<Object> values = new ArrayList<>();
    for (CommitmentSlot slot : recorded.entry().slots()) {
      Object at = Objects.requireNonNull(decoded.get("data"));
      for (String step : slot.pointer().substring(1).split("/")) {
        at =
            Objects.requireNonNull(
                at instanceof List<?> list
                    ? list.get(Integer.parseInt(step))
                    : ((Map<?, ?>) at).get(step));
      }
      values.add(((Map<?, ?>) at).get("v"));
    }
    assertThat(values)
        .containsExactlyInAnyOrder(
            "Đội 1",
            "Nguyễn Văn Ví Dụ",
            "01/VD-2026",
            null,
            "0900000001",
            "0900000002",
            "ab".repeat(32));
  }
}
