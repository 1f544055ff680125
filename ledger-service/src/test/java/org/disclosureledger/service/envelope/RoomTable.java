package org.disclosureledger.service.envelope;

import java.util.List;
import java.util.stream.Stream;
import org.disclosureledger.format.ActorRole;

/**
 * What the commands about one kind of stream do in each state that it can have, found out by
 * deciding them.
 *
 * @param title Vietnamese and English
 */
public record RoomTable<S, C>(
    String title,
    List<Column<S>> columns,
    List<Row<C>> rows,
    EventCatalogue catalogue,
    Decision<S, C> decision) {

  public record Column<S>(String vi, String en, S state) {}

  /**
   * @param variant what tells it from other rows of the same command; may be blank
   * @param by somebody to whom it is open
   */
  public record Row<C>(C command, String variant, String vi, ActorRole by) {

    public String name() {
      return command.getClass().getSimpleName();
    }
  }

  /** A room's own {@code decide}. */
  public interface Decision<S, C> {
    List<? extends ProposedEvent<?>> decide(S state, C command, ActorRole by);
  }

  public List<Decided> cells(Row<C> row) {
    return columns.stream().map(column -> decided(column, row, row.by())).toList();
  }

  /** The roles to which a command is open, whatever the state then says. */
  public List<ActorRole> roles(Row<C> row) {
    return Stream.of(ActorRole.values())
        .filter(role -> {
          RefusalRule refusal = decided(columns.getFirst(), row, role).refusal();
          return refusal == null || !refusal.code().equals("role-not-allowed");
        })
        .toList();
  }

  private Decided decided(Column<S> column, Row<C> row, ActorRole by) {
    return Decided.of(catalogue, () -> decision.decide(column.state(), row.command(), by));
  }
}
