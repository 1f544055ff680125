package org.disclosureledger.service.erasure.command;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.LedgerCommand;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.form.FormRule;
import org.disclosureledger.service.vocabulary.CaseType;
import org.jspecify.annotations.Nullable;

/** Replaces the retention rules: all rows that hold from now on. */
public record AdoptRetention(List<Row> rows) implements LedgerCommand {
  private static final int MAX_ROWS = 50;

  public AdoptRetention {
    rows = Form.list("rows", rows);
    if (rows.isEmpty()) {
      throw new CommandRefused(FormRule.MEMBER_MISSING, "rows");
    }
    if (rows.size() > MAX_ROWS) {
      throw new CommandRefused(FormRule.COUNT_OUT_OF_RANGE, "rows");
    }
    Set<String> ids = new HashSet<>();
    for (Row row : rows) {
      if (!ids.add(row.id())) {
        throw new CommandRefused(FormRule.MEMBER_REPEATED, "rows: " + row.id());
      }
    }
  }

  @Override
  public StreamId stream() {
    return new StreamId("retention");
  }

  /**
   * One row.
   *
   * @param id lower-case words joined by hyphens
   * @param effectiveTo last day in force; absent while it has no end
   * @param caseTypes the cases it applies to; absent for all
   */
  public record Row(
      String id,
      LocalDate effectiveFrom,
      @Nullable LocalDate effectiveTo,
      String citation,
      int keepDays,
      @Nullable List<CaseType> caseTypes) {
    private static final int MAX_ID = 64;
    private static final int MAX_CITATION = 500;
    private static final int MAX_DAYS = 36_500;
    // As the event's schema has it.
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,31}");

    public Row {
      id = Form.name("rows/id", MAX_ID, id);
      if (!ID.matcher(id).matches()) {
        throw new CommandRefused(FormRule.MEMBER_INVALID, "rows/id");
      }
      effectiveFrom = Form.date("rows/effectiveFrom", effectiveFrom);
      effectiveTo = Form.optionalDate("rows/effectiveTo", effectiveTo);
      Form.inOrder(effectiveFrom, effectiveTo);
      citation = Form.name("rows/citation", MAX_CITATION, citation);
      if (keepDays < 0 || keepDays > MAX_DAYS) {
        throw new CommandRefused(FormRule.COUNT_OUT_OF_RANGE, "rows/keepDays");
      }
      if (caseTypes != null) {
        caseTypes = Form.distinct("rows/caseTypes", caseTypes);
        if (caseTypes.isEmpty()) {
          throw new CommandRefused(FormRule.MEMBER_INVALID, "rows/caseTypes");
        }
      }
    }
  }
}
