package org.disclosureledger.service.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.report.ReportKind;
import org.disclosureledger.service.report.ReportName;
import org.jspecify.annotations.Nullable;

/**
 * What a report's documents are made of; every instant is UTC, and shown in Asia/Ho_Chi_Minh.
 *
 * @param enterprise whose ledger it is
 * @param sample whether all of it is invented
 * @param figures those of the amendment, if there is one
 * @param frozenAt {@code recordedtime} of the entry that states the figures
 * @param leaf leaf index of that entry
 * @param dueBy when it has to be with the agencies
 * @param agencies names by code; a code without one stands for itself
 */
public record ReportPaper(
    String ledger,
    String enterprise,
    boolean sample,
    ReportName report,
    StatedFigures figures,
    Instant frozenAt,
    long leaf,
    @Nullable Amendment amendment,
    @Nullable Instant dueBy,
    List<Submission> submitted,
    Map<String, AgencyName> agencies,
    Heading heading,
    Languages languages,
    Variant variant) {

  public ReportPaper {
    submitted = List.copyOf(submitted);
    agencies = Map.copyOf(agencies);
  }

  /** 0 of what was frozen, n of its n-th amendment. */
  public int version() {
    return amendment == null ? 0 : amendment.number();
  }

  ReportKind kind() {
    return report.kind();
  }

  /** In which languages the PDF is; the other documents always have both. */
  public enum Languages {
    VI,
    EN,
    BOTH
  }

  /** Whom it is for. */
  public enum Variant {
    /** Exact counts, for those who supervise. */
    FULL,
    /** For anybody: see {@link Publication}. */
    PUBLIC
  }

  /**
   * @param number from 1
   * @param originalAsOf T of the report that it amends
   */
  public record Amendment(int number, Instant originalAsOf) {}

  /**
   * @param agency code
   * @param at when it was handed over
   */
  public record Submission(String agency, Instant at) {}

  /** What the agency register calls an agency. */
  public record AgencyName(String vi, String en) {}

  /**
   * What a clerk gives a document, dots to be filled in by hand where it is absent.
   *
   * @param number số/ký hiệu, such as 12/BC-ABC
   * @param place địa danh
   * @param date of the document, as a calendar day
   */
  public record Heading(@Nullable String number, @Nullable String place, @Nullable LocalDate date) {
    public static final Heading BLANK = new Heading(null, null, null);
  }
}
