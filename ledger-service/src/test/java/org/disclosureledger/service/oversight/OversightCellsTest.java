package org.disclosureledger.service.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.service.oversight.OversightSteps.approve;
import static org.disclosureledger.service.oversight.OversightSteps.by;
import static org.disclosureledger.service.oversight.OversightSteps.command;
import static org.disclosureledger.service.oversight.OversightSteps.forward;
import static org.disclosureledger.service.oversight.OversightSteps.giveBack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.disclosureledger.service.oversight.OversightSteps.Case;
import org.disclosureledger.service.oversight.command.OversightCommand;
import org.disclosureledger.service.oversight.content.OversightKind;
import org.disclosureledger.service.oversight.event.OversightEvent;
import org.disclosureledger.service.oversight.event.OversightEvents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command in every state of an inspection, a drill and a report. */
class OversightCellsTest {
  /** Every command in every state, as written here: a code with a dash is a refusal. */
  private static final String CELLS =
      """
      INSPECTION | none                 | recorded | open     | corrected | returned
      record     | inspection.recorded  | oversight-exists | oversight-exists | oversight-exists \
      | oversight-exists
      prepare    | oversight-not-found  | oversight.correction.prepared | correction-open \
      | oversight.correction.prepared | oversight.correction.prepared
      approve    | oversight-not-found  | correction-not-open | oversight.correction.approved \
      | correction-not-open | correction-not-open
      return     | oversight-not-found  | correction-not-open | oversight.correction.returned \
      | correction-not-open | correction-not-open
      DRILL      | none                 | recorded | open     | corrected | returned
      record     | drill.recorded       | oversight-exists | oversight-exists | oversight-exists \
      | oversight-exists
      prepare    | oversight-not-found  | oversight.correction.prepared | correction-open \
      | oversight.correction.prepared | oversight.correction.prepared
      approve    | oversight-not-found  | correction-not-open | oversight.correction.approved \
      | correction-not-open | correction-not-open
      return     | oversight-not-found  | correction-not-open | oversight.correction.returned \
      | correction-not-open | correction-not-open
      NOTICE     | none                 | recorded | open     | corrected | returned | forwarded \
      | openForwarded
      record     | notice.recorded      | oversight-exists | oversight-exists | oversight-exists \
      | oversight-exists | oversight-exists | oversight-exists
      prepare    | oversight-not-found  | oversight.correction.prepared | correction-open \
      | oversight.correction.prepared | oversight.correction.prepared \
      | oversight.correction.prepared | correction-open
      approve    | oversight-not-found  | correction-not-open | oversight.correction.approved \
      | correction-not-open | correction-not-open | correction-not-open \
      | oversight.correction.approved
      return     | oversight-not-found  | correction-not-open | oversight.correction.returned \
      | correction-not-open | correction-not-open | correction-not-open \
      | oversight.correction.returned
      forward    | oversight-not-found  | notice.forwarded | notice.forwarded | notice.forwarded \
      | notice.forwarded | already-forwarded | already-forwarded
      """;

  static List<Case> cells() {
    List<Case> cases = new ArrayList<>();
    OversightKind kind = OversightKind.INSPECTION;
    List<String> states = List.of();
    for (String line : CELLS.lines().toList()) {
      List<String> cells = List.of(line.strip().split(" *\\| *"));
      if (cells.get(1).equals("none")) {
        kind = OversightKind.valueOf(cells.getFirst());
        states = cells;
        continue;
      }
      for (int i = 1; i < cells.size(); i++) {
        OversightCommand when = command(kind, cells.getFirst());
        String outcome = cells.get(i);
        cases.add(
            new Case(
                kind + " " + cells.getFirst() + " when " + states.get(i),
                by(when),
                given(kind, states.get(i)),
                when,
                published(outcome),
                rule(outcome)));
      }
    }
    return cases;
  }

  private static List<OversightCommand> given(OversightKind kind, String state) {
    OversightCommand record = command(kind, "record");
    OversightCommand prepare = command(kind, "prepare");
    return switch (state) {
      case "none" -> List.of();
      case "recorded" -> List.of(record);
      case "open" -> List.of(record, prepare);
      case "corrected" -> List.of(record, prepare, approve(kind, 1));
      case "returned" -> List.of(record, prepare, giveBack(kind, 1));
      case "forwarded" -> List.of(record, forward("CA-VI-DU"));
      case "openForwarded" -> List.of(record, prepare, forward("CA-VI-DU"));
      default -> throw new AssertionError(state);
    };
  }

  private static @Nullable Class<? extends OversightEvent> published(String outcome) {
    return new OversightEvents()
        .bindings().stream()
            .filter(binding -> binding.type().equals("org.disclosureledger." + outcome + ".v1"))
            .<Class<? extends OversightEvent>>map(
                binding -> binding.payload().asSubclass(OversightEvent.class))
            .findFirst()
            .orElse(null);
  }

  private static @Nullable OversightRule rule(String outcome) {
    return Stream.of(OversightRule.values())
        .filter(rule -> rule.code().equals(outcome))
        .findFirst()
        .orElse(null);
  }

  @Test
  void theCellsAreAllThatThereIs() {
    assertThat(cells())
        .hasSize(2 * 4 * 5 + 5 * 7)
        .allSatisfy(
            cell -> assertThat((cell.event() == null) != (cell.refusal() == null)).isTrue());
    assertThat(cells().stream().<Class<?>>map(cell -> cell.when().getClass()).distinct())
        .containsExactlyInAnyOrder(OversightCommand.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("cells")
  void theAggregateDecidesTheCellAsItIsWritten(Case cell) {
    OversightSteps.decide(cell);
  }
}
