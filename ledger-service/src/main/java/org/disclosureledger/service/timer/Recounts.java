package org.disclosureledger.service.timer;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far due times have been counted again after each policy and calendar of late. */
@Component
public class Recounts {
  private final JdbcClient db;

  Recounts(@Qualifier("writer") DataSource writer) {
    this.db = JdbcClient.create(writer);
  }

  /**
   * After one adoption.
   *
   * @param adoption id of the entry that adopted the policy or imported the calendar
   * @param counted requests that were open then, so far
   * @param moved those that are due at another time since
   * @param kept those that keep their due time because it cannot be counted
   * @param finished whether these are all
   */
  public record Progress(UUID adoption, long counted, long moved, long kept, boolean finished) {}

  private record Row(Recount recount, boolean finished) {
    /** With what was counted by itself since. */
    Progress with(List<LateRecount> all) {
      List<LateRecount> late =
          all.stream().filter(one -> one.adoption().equals(recount.adoption())).toList();
      return new Progress(
          recount.adoption(),
          recount.counted(),
          recount.moved() + count(late, RecountOne.Outcome.MOVED),
          recount.kept() + count(late, RecountOne.Outcome.KEPT),
          finished && count(late, null) == 0);
    }

    private static long count(List<LateRecount> late, RecountOne.@Nullable Outcome outcome) {
      return late.stream().filter(one -> one.outcome() == outcome).count();
    }
  }

  /** The newest adoption first; those of long ago are forgotten. */
  public List<Progress> of(String ledger) {
    List<LateRecount> late =
        named(LateRecount.TASK, LateRecount.DONE, ledger + "/").stream()
            .flatMap(named -> LateRecount.parse(named.instance()).stream())
            .toList();
    return rows(ledger + "/").stream()
        .sorted(Comparator.comparing((Row row) -> row.recount().position()).reversed())
        .map(row -> row.with(late))
        .toList();
  }

  /** Whether one is under way after that adoption, or was not long ago. */
  boolean isKnown(Recount recount) {
    return !rows(recount.ledger() + "/" + recount.adoption() + "/").isEmpty();
  }

  private List<Row> rows(String begin) {
    return named(Recount.TASK, Recount.DONE, begin).stream()
        .flatMap(named ->
            Recount.parse(named.instance()).stream().map(recount -> new Row(recount, named.done())))
        .toList();
  }

  private record Named(String instance, boolean done) {}

  private List<Named> named(String task, String done, String begin) {
    return db.sql(
            """
            SELECT task_instance, task_name = :done AS finished FROM scheduled_tasks
            WHERE task_name IN (:task, :done) AND starts_with(task_instance, :begin)\
            """)
        .param("task", task)
        .param("done", done)
        .param("begin", begin)
        .query((row, n) -> new Named(row.getString("task_instance"), row.getBoolean("finished")))
        .list();
  }
}
