package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import org.disclosureledger.verifier.ledger.Verification;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.Rule;
import org.disclosureledger.verifier.report.TextReport;
import org.disclosureledger.verifier.report.VerificationReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Stories verified as an auditor would: as exports, by every grade. */
abstract class ConductTest {
  /** A contact of the agency that asks. */
  static final UUID CONTACT = new UUID(0x4000L, 0x8000_0000_0000_00c1L);

  /** The policy of leaf 1, then an agency with a contact. */
  static Story registered() {
    Story story = Story.withPolicy();
    String stream = AgencyRegister.subject(Demand.AGENCY);
    story.add(
        stream,
        Person.QUAN,
        "agency.registered.v1",
        Payloads.agency(Demand.AGENCY, "2025-03-01", "2026-12-31"));
    story.add(stream, Person.QUAN, "contact.verified.v1", Payloads.contact(CONTACT));
    return story;
  }

  @TempDir private Path directory;
  Verification verification;

  @BeforeEach
  void start() throws Exception {
    verification = new Verification(directory);
  }

  VerificationReport report(Story story) throws Exception {
    return verification.of(story.ledger);
  }

  /** The conduct grade's line after a ledger in which nothing is wrong. */
  GradeResult sound(Story story) throws Exception {
    VerificationReport report = report(story);
    assertThat(report.findings()).isEmpty();
    return report.grade(Grade.CONDUCT);
  }

  String passes(Story story) throws Exception {
    GradeResult result = sound(story);
    assertThat(result.status()).as(result.evidence()).isEqualTo(GradeResult.Status.PASS);
    return result.evidence();
  }

  /** That this rule is found broken at this leaf, and nothing else anywhere. */
  Finding finds(Story story, long leaf, Rule rule) throws Exception {
    VerificationReport report = report(story);
    assertThat(report.findings())
        .extracting(finding -> finding.rule() + " at " + finding.leaf())
        .containsExactly(rule.id() + " at " + leaf);
    assertThat(report.exitCode()).isOne();
    assertThat(TextReport.of(report).lines())
        .contains("    " + (rule.titleVi() == null ? rule.meaning() : rule.titleVi()))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    return report.findings().getFirst();
  }

  /** The same at the first of the two steps added last, and not at the second again. */
  Finding findsFirst(Story story, Rule rule) throws Exception {
    return finds(story, story.last() - 1, rule);
  }

  /** The same at the leaf added last. */
  Finding finds(Story story, Rule rule) throws Exception {
    return finds(story, story.last(), rule);
  }
}
