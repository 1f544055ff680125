package org.disclosureledger.service.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.disclosureledger.service.deadline.ExampleCalendar;
import org.disclosureledger.service.deadline.PolicyEvents;
import org.disclosureledger.service.deadline.StatutoryRows;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.CaseList.Case;
import org.disclosureledger.service.request.Story.Step;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.request.content.RequestedTarget;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.ForwardingAgent;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestEvents;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class EventSchemaTest {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Map<Class<?>, Schema> COMPILED = new ConcurrentHashMap<>();

  static Stream<EventBinding> bindings() {
    return Stream.concat(
        new RequestEvents().bindings().stream(), new PolicyEvents().bindings().stream());
  }

  /** An event of each way a case can go, under a policy, under none, and with a stated due time. */
  static Stream<Object> events() {
    List<Object> events = new ArrayList<>();
    events.add(StatutoryRows.read());
    events.add(ExampleCalendar.year2026());
    for (Case theCase : cases()) {
      if (theCase.refusal() == null) {
        events.addAll(eventsOf(theCase.given().then(theCase.when()), TestCircumstances.WORLD));
      }
    }
    events.addAll(eventsOf(LifeStories.ORAL, TestCircumstances.NONE));
    events.addAll(eventsOf(LongActs.DELIVERED, TestCircumstances.WORLD));
    RequestedItem crowd =
        new RequestedItem(
            RequestDraft.SUBSCRIBERS.kind(),
            Collections.nCopies(400, new RequestedTarget("0900000001")),
            RequestDraft.SUBSCRIBERS.fields(),
            null,
            null);
    RecordRequest crowded = RequestDraft.with(draft -> draft.items = List.of(crowd));
    events.addAll(eventsOf(Story.of(Story.by(Story.LINH, crowded)), TestCircumstances.NONE));
    RecordRequest stated =
        RequestDraft.with(draft -> draft.dueStated = RequestDraft.T0.plusSeconds(3_600));
    events.addAll(eventsOf(Story.of(Story.by(Story.LINH, stated)), TestCircumstances.NONE));
    return events.stream();
  }

  private static List<Case> cases() {
    return AllCases.stream().toList();
  }

  private static List<RequestEvent> eventsOf(Story story, Circumstances policies) {
    List<RequestEvent> events = new ArrayList<>();
    RequestState state = RequestState.EMPTY;
    for (int k = 0; k < story.steps().size(); k++) {
      Step step = story.steps().get(k);
      CommandContext context = Story.context(k, step.by());
      List<ProposedEvent<RequestEvent>> decided =
          DataRequest.decide(state, step.command(), context, policies);
      state = Playback.evolve(state, decided, step.command(), context);
      decided.forEach(event -> events.add(event.event()));
    }
    return events;
  }

  @Test
  void everyEventOfTheCatalogueOccursAndFitsItsSchema() {
    Set<Class<?>> seen = new HashSet<>();
    events()
        .forEach(event -> {
          seen.add(event.getClass());
          JsonNode json = EventJson.MAPPER.valueToTree(event);
          assertThat(errors(event.getClass(), json)).as(json.toString()).isEmpty();
        });
    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(
            bindings().<Class<?>>map(EventBinding::payload).toList());
  }

  @Test
  void everyEventComesBackFromJsonAsItWasWritten() {
    events()
        .forEach(event -> {
          String written = EventJson.MAPPER.writeValueAsString(event);
          Object read = EventJson.MAPPER.readValue(written, event.getClass());
          assertThat(EventJson.MAPPER.writeValueAsString(read)).isEqualTo(written);
          assertThat(written).doesNotContain("null", "Nguyễn", "0900000001");
        });
  }

  @Test
  void theStateIsTheSameWhetherValuesAreKnownOrOnlyTheirDigests() {
    for (Case theCase : cases()) {
      RequestState clear = RequestState.EMPTY;
      RequestState sourced = RequestState.EMPTY;
      for (int k = 0; k < theCase.given().steps().size(); k++) {
        Step step = theCase.given().steps().get(k);
        CommandContext context = Story.context(k, step.by());
        List<ProposedEvent<RequestEvent>> events =
            DataRequest.decide(sourced, step.command(), context, TestCircumstances.WORLD);
        clear = Playback.evolve(clear, events, step.command(), context);
        sourced =
            Playback.evolve(
                sourced,
                events.stream().map(EventSchemaTest::resourced).toList(),
                step.command(),
                context);
      }
      assertThat(sourced).isEqualTo(clear);
    }
  }

  private static ProposedEvent<RequestEvent> resourced(ProposedEvent<RequestEvent> event) {
    String json = EventJson.MAPPER.writeValueAsString(event.event());
    return new ProposedEvent<>(
        event.id(), event.time(), EventJson.MAPPER.readValue(json, event.event().getClass()));
  }

  @Test
  void aSchemaRefusesMembersThatAreUnknownMissingOrStatedInClear() {
    events()
        .forEach(event -> {
          ObjectNode json = EventJson.MAPPER.valueToTree(event);
          Class<?> type = event.getClass();
          assertThat(errors(type, json.deepCopy().put("extra", 1))).isNotEmpty();
          for (String name : required(type)) {
            ObjectNode without = json.deepCopy();
            without.remove(name);
            assertThat(errors(type, without)).as(type + " without " + name).isNotEmpty();
          }
          for (ObjectNode clear : eachStatedInClear(json)) {
            assertThat(errors(type, clear)).as("in clear: " + clear).isNotEmpty();
          }
        });
  }

  /** The event with one committed member in clear, for each that it has, nested ones too. */
  private static List<ObjectNode> eachStatedInClear(ObjectNode event) {
    List<ObjectNode> clear = new ArrayList<>();
    int committed = event.findValues("_sd").size();
    for (int nth = 0; nth < committed; nth++) {
      ObjectNode copy = event.deepCopy();
      state(copy, new AtomicInteger(nth));
      clear.add(copy);
    }
    return clear;
  }

  private static void state(JsonNode node, AtomicInteger nth) {
    if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        JsonNode member = object.get(name);
        if (member.has("_sd") && nth.getAndDecrement() == 0) {
          object.put(name, "Nguyễn Văn Mẫu");
        } else if (!member.has("_sd")) {
          state(member, nth);
        }
      }
    } else if (node.isArray()) {
      node.forEach(element -> state(element, nth));
    }
  }

  @Test
  void aSchemaKnowsWhichMembersGoTogether() {
    ObjectNode request = EventJson.MAPPER.valueToTree(first(RequestRecorded.class));
    assertThat(errors(RequestRecorded.class, request.deepCopy().put("route", "VIA_AGENT")))
        .as("a route by way of nobody")
        .isNotEmpty();
    ObjectNode agent = request.deepCopy();
    agent.set("agent", EventJson.MAPPER.valueToTree(agent()));
    assertThat(errors(RequestRecorded.class, agent)).as("an agent on no way").isNotEmpty();
    assertThat(errors(RequestRecorded.class, agent.deepCopy().put("route", "VIA_AGENT"))).isEmpty();
    ObjectNode due = EventJson.MAPPER.valueToTree(first(DeadlineSet.class));
    for (String name : List.of("due", "policy", "row", "item", "startsAt", "hours")) {
      ObjectNode without = due.deepCopy();
      without.remove(name);
      assertThat(errors(DeadlineSet.class, without)).as("without " + name).isNotEmpty();
    }
    for (String basis : List.of("STATED", "EXTENSION", "DEFAULT", "NONE")) {
      assertThat(errors(DeadlineSet.class, due.deepCopy().put("basis", basis)))
          .as("of a policy, but basis " + basis)
          .isNotEmpty();
    }
  }

  private static ForwardingAgent agent() {
    return new ForwardingAgent(Committed.of("Đại lý Mẫu"), RequestDraft.T0);
  }

  private static Object first(Class<?> type) {
    return events().filter(type::isInstance).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("bindings")
  void aSchemaAndItsRecordAgree(EventBinding binding) {
    JsonNode schema = schema(binding);
    assertThat(schema.get("$id").stringValue()).isEqualTo(binding.dataSchema());
    assertThat(binding.type())
        .matches(
            Pattern.quote("org.disclosureledger." + schema.get("title").stringValue())
                + "\\.v[12]");
    assertThat(binding.dataSchema())
        .endsWith("/" + binding.type().substring("org.disclosureledger.".length()));
    assertAgrees(binding.payload(), schema, schema);
  }

  private static void assertAgrees(Class<?> type, JsonNode described, JsonNode root) {
    JsonNode node = resolve(described, root);
    assertThat(node.get("additionalProperties").booleanValue()).as(type.getName()).isFalse();
    List<String> names =
        Stream.of(type.getRecordComponents()).map(RecordComponent::getName).toList();
    assertThat(node.get("properties").propertyNames())
        .as(type.getName())
        .containsExactlyElementsOf(names);
    List<String> must = new ArrayList<>();
    node.get("required").forEach(name -> must.add(name.stringValue()));
    assertThat(must).as(type.getName()).containsExactlyInAnyOrderElementsOf(required(type, root));
    for (RecordComponent member : type.getRecordComponents()) {
      JsonNode property = node.get("properties").get(member.getName());
      assertThat(property.get("description").stringValue()).as(member.toString()).isNotBlank();
      assertMemberAgrees(member.getGenericType(), property, root);
    }
  }

  private static void assertMemberAgrees(Type type, JsonNode property, JsonNode root) {
    JsonNode node = resolve(property, root);
    if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
      assertThat(node.get("maxItems").intValue()).isPositive();
      assertMemberAgrees(generic.getActualTypeArguments()[0], node.get("items"), root);
    } else if (type instanceof ParameterizedType generic) {
      assertThat(generic.getRawType()).isEqualTo(Committed.class);
      assertThat(property.get("$ref").stringValue()).isEqualTo("#/$defs/committed");
    } else if (type instanceof Class<?> enumeration && enumeration.isEnum()) {
      List<String> codes = new ArrayList<>();
      node.get("enum").forEach(code -> codes.add(code.stringValue()));
      assertThat(codes)
          .isEqualTo(
              Stream.of(enumeration.getEnumConstants())
                  .map(code -> ((Enum<?>) code).name())
                  .toList());
    } else if (type instanceof Class<?> record && record.isRecord()) {
      assertAgrees(record, property, root);
    } else if (node.get("type").stringValue().equals("integer")) {
      assertThat(node.get("maximum").longValue()).isLessThanOrEqualTo((1L << 53) - 1);
      assertThat(node.get("minimum").longValue()).isNotNegative();
    }
  }

  private static JsonNode resolve(JsonNode node, JsonNode root) {
    JsonNode ref = node.get("$ref");
    return ref == null ? node : root.at(ref.stringValue().substring(1));
  }

  private static List<String> required(Class<?> type) {
    return Stream.of(type.getRecordComponents())
        .filter(member -> !member.getAnnotatedType().isAnnotationPresent(Nullable.class))
        .map(RecordComponent::getName)
        .toList();
  }

  /** An approved scope always states its maximum, though what was asked need not. */
  private static List<String> required(Class<?> type, JsonNode root) {
    List<String> required = new ArrayList<>(required(type));
    if (type == ItemScope.class
        && Set.of("acceptance.prepared", "emergency.prepared", "scope.listed")
            .contains(root.get("title").stringValue())) {
      required.add("maximumRecords");
    }
    return required;
  }

  private static List<Error> errors(Class<?> type, JsonNode json) {
    return COMPILED.computeIfAbsent(type, EventSchemaTest::compile).validate(json);
  }

  private static Schema compile(Class<?> type) {
    return bindings()
        .filter(each -> each.payload() == type)
        .findFirst()
        .map(binding -> REGISTRY.getSchema(schema(binding)))
        .orElseThrow();
  }

  private static JsonNode schema(EventBinding binding) {
    String name = binding.type().substring("org.disclosureledger.".length());
    String resource = "/events/" + name + ".schema.json";
    try (InputStream stream = EventSchemaTest.class.getResourceAsStream(resource)) {
      assertThat(stream).as(resource).isNotNull();
      return EventJson.MAPPER.readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
