package org.disclosureledger.service.timer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
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

  private record Row(Recount recount, boolean finished) {}

  /** The newest adoption first; those of long ago are forgotten. */
  public List<Progress> of(String ledger) {
    return rows(ledger + "/").stream()
        .sorted(Comparator.comparing((Row row) -> row.recount().position()).reversed())
        .map(row ->
            new Progress(
                row.recount().adoption(),
                row.recount().counted(),
                row.recount().moved(),
                row.recount().kept(),
                row.finished()))
        .toList();
  }

  /** Whether one is under way after that adoption, or was not long ago. */
  boolean isKnown(Recount recount) {
    return !rows(recount.ledger() + "/" + recount.adoption() + "/").isEmpty();
  }

  private List<Row> rows(String begin) {
    return db
        .sql(
            """
            SELECT task_instance, task_name = :done AS finished FROM scheduled_tasks
            WHERE task_name IN (:task, :done) AND starts_with(task_instance, :begin)\
            """)
        .param("task", Recount.TASK)
        .param("done", Recount.DONE)
        .param("begin", begin)
        .query((row, n) -> {
          boolean finished = row.getBoolean("finished");
          return Recount.parse(row.getString("task_instance"))
              .map(recount -> new Row(recount, finished));
        })
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }
}
