package org.disclosureledger.service.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.disclosureledger.service.deadline.DeadlineCause;
import org.disclosureledger.service.deadline.DeadlinePurpose;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.envelope.Upcaster;
import org.disclosureledger.service.request.event.AcceptancePrepared;
import org.disclosureledger.service.request.event.CorrectionPrepared;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.EmergencyPrepared;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestEvents;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.disclosureledger.service.request.event.SignatureChecked;
import org.disclosureledger.service.vocabulary.RequestRoute;
import org.disclosureledger.service.vocabulary.SignatureChain;
import org.disclosureledger.service.vocabulary.SignatureFormat;
import org.disclosureledger.service.vocabulary.SignatureOutcome;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Entries of the first slice stay as they were signed, and read as what is written today. */
class UpcastTest {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  @Test
  void aRequestOfVersionOneCameToTheEnterpriseItself() throws IOException {
    RequestRecorded today = (RequestRecorded) decided().getFirst().event();
    ObjectNode first = tree(today);
    first.remove("route");
    assertThat(errors("request.recorded.v1", first)).isEmpty();
    assertThat(errors("request.recorded.v2", first)).isNotEmpty();

    ObjectNode upcast = upcast("org.disclosureledger.request.recorded.v1", first.deepCopy());
    assertThat(errors("request.recorded.v2", upcast)).isEmpty();
    RequestRecorded read = EventJson.MAPPER.treeToValue(upcast, RequestRecorded.class);
    assertThat(read.route()).isEqualTo(RequestRoute.DIRECT);
    assertThat(read.agent()).isNull();
    assertThat(read.items()).hasSameSizeAs(today.items());
    ObjectNode untouched = upcast.deepCopy();
    untouched.remove("route");
    assertThat(untouched).as("all else, committed members above all").isEqualTo(first);
  }

  @Test
  void aDueTimeOfVersionOneIsOneForTheAnswerSetAtRecording() throws IOException {
    DeadlineSet today = (DeadlineSet) decided().getLast().event();
    ObjectNode first = tree(today);
    first.remove(List.of("purpose", "cause"));
    assertThat(errors("deadline.set.v1", first)).isEmpty();
    assertThat(errors("deadline.set.v2", first)).isNotEmpty();

    ObjectNode upcast = upcast("org.disclosureledger.deadline.set.v1", first.deepCopy());
    assertThat(errors("deadline.set.v2", upcast)).isEmpty();
    DeadlineSet read = EventJson.MAPPER.treeToValue(upcast, DeadlineSet.class);
    assertThat(read.purpose()).isEqualTo(DeadlinePurpose.ANSWER);
    assertThat(read.cause()).isEqualTo(DeadlineCause.RECORDING);
    assertThat(read).isEqualTo(today);
  }

  @Test
  void aSignatureOfVersionOneSaysNotWhatItSigns() throws IOException {
    UUID signed = PlainCommands.attach().document();
    SignatureChecked today =
        new SignatureChecked(
            PlainCommands.attachSigning(signed).document(),
            signed,
            SignatureFormat.CADES,
            SignatureOutcome.VALID,
            SignatureChain.TRUSTED,
            null,
            true,
            Committed.of("CN=Nguyễn Văn Mẫu"),
            Committed.of("9a".repeat(32)));
    ObjectNode second = tree(today);
    assertThat(errors("signature.checked.v1", second)).isNotEmpty();
    assertThat(errors("signature.checked.v2", second)).isEmpty();
    ObjectNode first = second.deepCopy();
    first.remove("signs");
    assertThat(errors("signature.checked.v1", first)).isEmpty();

    ObjectNode upcast = upcast("org.disclosureledger.signature.checked.v1", first.deepCopy());
    assertThat(errors("signature.checked.v2", upcast)).isEmpty();
    assertThat(upcast).isEqualTo(first);
    SignatureChecked read = EventJson.MAPPER.treeToValue(upcast, SignatureChecked.class);
    assertThat(read.signs()).isNull();
    assertThat(read.holds()).isTrue();
  }

  @Test
  void aCorrectionOfVersionOneHasNoListsBehindIt() throws IOException {
    CorrectionPrepared today =
        (CorrectionPrepared)
            DataRequest.decide(
                    Playback.after(LifeStories.VERIFIED),
                    PlainCommands.correctItems(
                        PlainCommands.corrected(1, RequestDraft.SUBSCRIBERS)),
                    Story.context(2, Story.LINH),
                    TestCircumstances.WORLD)
                .getFirst()
                .event();
    ObjectNode first = tree(today);
    first.remove("lists");
    assertThat(errors("correction.prepared.v1", first)).isEmpty();
    assertThat(errors("correction.prepared.v2", first)).isNotEmpty();

    ObjectNode upcast = upcast("org.disclosureledger.correction.prepared.v1", first.deepCopy());
    assertThat(errors("correction.prepared.v2", upcast)).isEmpty();
    CorrectionPrepared read = EventJson.MAPPER.treeToValue(upcast, CorrectionPrepared.class);
    assertThat(read.lists()).isZero();
    assertThat(Objects.requireNonNull(read.changes()).items()).hasSize(1);
    ObjectNode untouched = upcast.deepCopy();
    untouched.remove("lists");
    assertThat(untouched).as("all else, committed members above all").isEqualTo(first);
  }

  @Test
  void anActOfVersionOneHasNoListsBehindItEither() throws IOException {
    for (Story story : List.of(LifeStories.ACCEPTING, LifeStories.HASTENING, LifeStories.HANDING)) {
      Story.Step last = story.steps().getLast();
      Story before = new Story(story.steps().subList(0, story.steps().size() - 1));
      RequestEvent today =
          DataRequest.decide(
                  Playback.after(before),
                  last.command(),
                  Story.context(before.steps().size(), last.by()),
                  TestCircumstances.WORLD)
              .getFirst()
              .event();
      String name =
          switch (today) {
            case AcceptancePrepared _ -> "acceptance.prepared";
            case EmergencyPrepared _ -> "emergency.prepared";
            default -> "delivery.prepared";
          };
      ObjectNode second = tree(today);
      ObjectNode first = second.deepCopy();
      first.remove("lists");
      assertThat(errors(name + ".v1", first)).as(name).isEmpty();
      assertThat(errors(name + ".v2", first)).as(name).isNotEmpty();

      ObjectNode upcast = upcast("org.disclosureledger." + name + ".v1", first.deepCopy());
      assertThat(errors(name + ".v2", upcast)).as(name).isEmpty();
      assertThat(upcast).as("all else, committed members above all").isEqualTo(second);
      assertThat(EventJson.MAPPER.treeToValue(upcast, today.getClass())).isNotNull();
    }
  }

  private static List<ProposedEvent<RequestEvent>> decided() {
    return DataRequest.decide(
        RequestState.EMPTY,
        new RequestDraft().build(),
        Story.context(0, Story.LINH),
        TestCircumstances.WORLD);
  }

  private static ObjectNode tree(Object event) {
    return EventJson.MAPPER.valueToTree(event);
  }

  private static ObjectNode upcast(String from, ObjectNode data) {
    Upcaster upcaster =
        new RequestEvents()
            .upcasters().stream()
                .filter(each -> each.fromType().equals(from))
                .findFirst()
                .orElseThrow();
    assertThat(new RequestEvents().bindings())
        .anyMatch(binding -> binding.type().equals(upcaster.toType()));
    return upcaster.data().apply(data);
  }

  private static List<com.networknt.schema.Error> errors(String name, JsonNode data)
      throws IOException {
    String resource = "/events/" + name + ".schema.json";
    try (InputStream stream = UpcastTest.class.getResourceAsStream(resource)) {
      assertThat(stream).as(resource).isNotNull();
      Schema schema = REGISTRY.getSchema(EventJson.MAPPER.readTree(stream));
      return schema.validate(data);
    }
  }
}
