package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.erasure.event.PersonalDataErased;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.verifier.check.LedgerVerifier;
import org.disclosureledger.verifier.check.Progress;
import org.disclosureledger.verifier.check.RegisterListing;
import org.disclosureledger.verifier.check.TrustPolicy;
import org.disclosureledger.verifier.mirror.GrantedDisclosures;
import org.disclosureledger.verifier.mirror.Mirror;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.VerificationReport;
import org.disclosureledger.verifier.source.Credentials;
import org.disclosureledger.verifier.source.DirectorySource;
import org.disclosureledger.verifier.source.HttpSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An auditor's disclosures before and after the service erased some of what they open. */
class ErasedDisclosuresOverHttpTest {
  private static final String FILE = "disclosures/000.jsonl";

  @TempDir Path folder;
  private GrantedService service;
  private UUID erased;
  private UUID kept;
  private List<UUID> grants = List.of();

  @BeforeEach
  void start() throws IOException {
    service = new GrantedService(folder);
    erased = service.record();
    kept = service.record();
    grants =
        List.of(
            service.grant(erased, "auditor", "", "AUDIT"),
            service.grant(kept, "auditor", "", "AUDIT"));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void whatWasHandedOverBeforeOpensAsBeforeAndIsToldApart() throws Exception {
    Path home = folder.resolve("auditor");
    assertThat(mirror(home, grants)).hasSize(1);
    String both = Files.readString(home.resolve(FILE));
    Numbers before = Numbers.of(passed(home));
    assertThat(before.opened).isPositive();
    assertThat(before.erasedSince).isZero();
    assertThat(before.erased).isZero();

    int gone = erase();

    // The same copy brought up to date: what is erased goes from it, what is not stays.
    List<String> told = mirror(home, grants);
    assertThat(told).hasSize(2);
    assertThat(told.getLast())
        .startsWith("nothing under grant " + grants.getFirst() + ": HTTP status 409");
    String left = Files.readString(home.resolve(FILE));
    Numbers after = Numbers.of(passed(home));
    assertThat(both).isNotEqualTo(left);
    assertThat(after.opened).isPositive().isLessThan(before.opened);
    assertThat(after.erasedSince).isZero();
    assertThat(after.erased).as("as the erasure says of itself").isEqualTo(gone);

    // What somebody kept from before still opens its slots.
    Path fresh = folder.resolve("keeper");
    mirror(fresh, List.of());
    Files.createDirectories(fresh.resolve("disclosures"));
    Files.writeString(fresh.resolve(FILE), both);
    Numbers keeper = Numbers.of(passed(fresh));
    assertThat(keeper.opened).isEqualTo(before.opened);
    assertThat(keeper.erasedSince).isEqualTo(before.opened - after.opened);
    assertThat(keeper.erased).isEqualTo(gone - keeper.erasedSince);

    // But nothing that was altered does.
    int salt = both.indexOf("[\"") + 6;
    String other = both.charAt(salt) == 'A' ? "B" : "A";
    Files.writeString(
        fresh.resolve(FILE), both.substring(0, salt) + other + both.substring(salt + 1));
    assertThat(verified(fresh).findings())
        .isNotEmpty()
        .extracting(Finding::grade)
        .containsOnly(Grade.DISCLOSURES);
  }

  /** How many disclosures the erasure says it destroyed. */
  private int erase() {
    Stream.of("cancel", "close")
        .forEach(command -> service.accepted(erased, "legal", command, "{\"reason\":\"Ví dụ\"}"));
    AdoptedRetention.adopt(service.context, "no-time", 0);
    service.accepted(erased, "approver", "erase-personal-data", "{\"rule\":\"no-time\"}");
    return service.context.getBean(EntryStore.class).stream(
            "demo", new StreamId("access/" + erased))
        .stream()
        .map(stored -> stored.payload() instanceof PersonalDataErased event ? event : null)
        .mapToInt(event -> event == null ? 0 : event.disclosures())
        .sum();
  }

  private TrustPolicy trust() throws Exception {
    return TrustPolicy.load(folder.resolve("data/policy.txt"), new Origin("ledger.example/demo"));
  }

  /** What the auditor is told of the disclosures; nothing without grants. */
  private List<String> mirror(Path home, List<UUID> under) throws Exception {
    Credentials auditor =
        Credentials.find(Map.of(), folder.resolve("data/credentials.txt")).orElseThrow();
    try (HttpSource source = new HttpSource(service.address.resolve("/ledgers/demo"), auditor)) {
      Mirror mirror = new Mirror(source, home, trust(), null, Set.of(Grade.TREE, Grade.HEAD));
      GrantedDisclosures granted = new GrantedDisclosures(source, under, "AUDIT");
      VerificationReport report =
          (under.isEmpty() ? mirror : mirror.with(granted)).run(Progress.NONE);
      assertThat(report.findings()).isEmpty();
      assertThat(report.exitCode()).as(report.verdict()).isZero();
      return granted.told();
    }
  }

  private VerificationReport verified(Path home) throws Exception {
    Set<Grade> required =
        EnumSet.of(
            Grade.ENTRIES, Grade.STREAMS, Grade.TREE, Grade.HEAD, Grade.CONDUCT, Grade.DISCLOSURES);
    return new LedgerVerifier()
        .verify(
            new DirectorySource(home),
            new LedgerVerifier.Options(trust(), null, required),
            Progress.NONE,
            new RegisterListing());
  }

  private GradeResult passed(Path home) throws Exception {
    VerificationReport report = verified(home);
    assertThat(report.findings()).isEmpty();
    assertThat(report.exitCode()).as(report.verdict()).isZero();
    return report.grade(Grade.DISCLOSURES);
  }

  /** As they stand in "12 opened (3 erased since), 4 withheld, 5 erased in 1 file". */
  private record Numbers(int opened, int erasedSince, int erased) {
    static Numbers of(GradeResult result) {
      assertThat(result.status()).isEqualTo(GradeResult.Status.PASS);
      var told =
          Pattern.compile(
                  "(\\d+) opened(?: \\((\\d+) erased since\\))?, \\d+ withheld, (\\d+) erased .*")
              .matcher(result.evidence());
      assertThat(told.matches()).as(result.evidence()).isTrue();
      String since = told.group(2);
      return new Numbers(
          Integer.parseInt(told.group(1)),
          since == null ? 0 : Integer.parseInt(since),
          Integer.parseInt(told.group(3)));
    }
  }
}
