package org.disclosureledger.service.envelope;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of a command.
 *
 * @param events what it amounts to; none if it is refused
 * @param names theirs as published, without version
 * @param refusal the rule that refuses it
 */
public record Decided(List<Class<?>> events, List<String> names, @Nullable RefusalRule refusal) {

  public static Decided of(
      EventCatalogue catalogue, Supplier<? extends List<? extends ProposedEvent<?>>> decision) {
    try {
      List<Class<?>> events =
          decision.get().stream().<Class<?>>map(event -> event.event().getClass()).toList();
      return new Decided(
          events, events.stream().map(event -> name(catalogue, event)).toList(), null);
    } catch (CommandRefused refused) {
      return new Decided(List.of(), List.of(), refused.rule());
    }
  }

  private static String name(EventCatalogue catalogue, Class<?> event) {
    return catalogue.bindings().stream()
        .filter(binding -> binding.payload() == event)
        .map(binding -> binding.type().replaceAll("^org\\.disclosureledger\\.|\\.v\\d+$", ""))
        .findFirst()
        .orElseThrow();
  }

  /** As a cell of the page of commands. */
  @Override
  public String toString() {
    return refusal == null
        ? names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" + "))
        : "✗ " + refusal.code();
  }
}
