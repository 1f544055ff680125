package org.disclosureledger.service.intake.report;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.form.FormRule;
import org.disclosureledger.service.report.ReportKind;
import org.disclosureledger.service.report.ReportName;
import org.disclosureledger.service.report.command.SubmitReport;
import org.disclosureledger.service.wire.CommandBody;
import org.jspecify.annotations.Nullable;

/** Bodies about reports. */
final class ReportBodies {
  /** Years whose instants an entry can state. */
  private static final int FIRST_YEAR = 1901;

  private static final int LAST_YEAR = 9998;

  private ReportBodies() {}

  /**
   * Which report to freeze.
   *
   * @param year of a half-year or year
   * @param half 1 or 2, of a half-year
   * @param from first instant of a period of one's own, UTC
   * @param to first instant after it, UTC
   * @param asOf only what was recorded by then counts, UTC; now where none is given
   * @param difference why it opens with another backlog than the report before closed with
   * @param dueBy when it is to be submitted, UTC
   */
  record FreezeBody(
      ReportKind kind,
      @Nullable Integer year,
      @Nullable Integer half,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Instant asOf,
      @Nullable String difference,
      @Nullable Instant dueBy)
      implements CommandBody {

    ReportName name(UUID outOfTurn) {
      return switch (kind) {
        case HALF_YEAR -> {
          noneOf(from, "from", to, "to");
          int which = Form.required("half", half);
          if (which != 1 && which != 2) {
            throw new CommandRefused(FormRule.MEMBER_INVALID, "half");
          }
          yield ReportName.half(checkedYear(), which);
        }
        case YEAR -> {
          noneOf(from, "from", to, "to");
          noneOf(half, "half", null, "half");
          yield ReportName.year(checkedYear());
        }
        case AD_HOC -> {
          noneOf(year, "year", half, "half");
          yield ReportName.outOfTurn(outOfTurn);
        }
      };
    }

    ReportingPeriod period(ReportName name) {
      return name.period()
          .orElseGet(() -> {
            Instant first = Form.instant("from", from);
            Instant end = Form.instant("to", to);
            if (!first.isBefore(end)) {
              throw new CommandRefused(FormRule.PERIOD_REVERSED, "to");
            }
            if (!ReportingPeriod.mayBe(first, end)) {
              throw new CommandRefused(FormRule.TIME_OUT_OF_RANGE, "to: more than 1,200 months");
            }
            return new ReportingPeriod(first, end);
          });
    }

    private int checkedYear() {
      int stated = Form.required("year", year);
      if (stated < FIRST_YEAR || stated > LAST_YEAR) {
        throw new CommandRefused(FormRule.TIME_OUT_OF_RANGE, "year");
      }
      return stated;
    }

    private static void noneOf(
        @Nullable Object one, String name, @Nullable Object other, String otherName) {
      if (one != null || other != null) {
        throw new CommandRefused(
            FormRule.MEMBER_INVALID, (one != null ? name : otherName) + " is of another kind");
      }
    }

    @Override
    public String toString() {
      return "FreezeBody";
    }
  }

  /**
   * An amendment, as of now or of an instant since.
   *
   * @param asOf UTC; now where none is given
   */
  record AmendBody(@Nullable Instant asOf, String reason) implements CommandBody {
    @Override
    public String toString() {
      return "AmendBody";
    }
  }

  /**
   * Where a report went.
   *
   * @param version event id of what was frozen or amended, and went
   * @param recipient code of the agency
   * @param submittedAt UTC; now where none is given
   * @param number số/ký hiệu of the covering letter
   * @param receipt what receipt came back
   */
  record SubmitBody(
      UUID version,
      String recipient,
      @Nullable Instant submittedAt,
      @Nullable String number,
      @Nullable String receipt)
      implements CommandBody {
    SubmitReport toCommand(ReportName report) {
      return new SubmitReport(
          report, Objects.requireNonNull(version), recipient, submittedAt, number, receipt);
    }

    @Override
    public String toString() {
      return "SubmitBody";
    }
  }
}
