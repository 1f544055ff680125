package org.disclosureledger.service;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which libraries which rooms may use, and what nobody may (ARCHITECTURE §1). */
class ImportRulesTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.disclosureledger");

  // The signature room reads others' CMS by EU DSS, which is built on Bouncy Castle.
  private static final String[] BOUNCY_CASTLE = {"keys", "disclosure", "anchor", "signature"};
  private static final String[] KAFKA = {"kafka", "publication", "intake", "guard"};
  private static final String[] AXON = {"sealing", "projection", "dispatch"};

  private static final DescribedPredicate<JavaClass> AXON_SHELLS =
      describe(
          "aggregate shells and the header they carry",
          type ->
              type.getSimpleName().endsWith("Aggregate")
                  || Set.of(
                          "DataRequestMessage",
                          "ErasureMessage",
                          "RetentionMessage",
                          "PolicyMessage",
                          "CalendarMessage",
                          "GrantMessage",
                          "AgencyMessage",
                          "OversightMessage",
                          "ReconciliationMessage",
                          "ReportMessage",
                          "EventHeader")
                      .contains(type.getSimpleName()));

  private static final DescribedPredicate<JavaClass> JAVA_BASE =
      describe(
          "in java.base",
          type -> Object.class.getModule().getPackages().contains(type.getPackageName()));

  private static ArchRule onlyIn(
      String library, DescribedPredicate<JavaClass> exceptions, String... rooms) {
    String[] packages =
        Stream.concat(
                Arrays.stream(rooms).map(room -> "org.disclosureledger.service." + room + ".."),
                Stream.of("org.disclosureledger.verifier.."))
            .toArray(String[]::new);
    return noClasses()
        .that(DescribedPredicate.not(resideInAnyPackage(packages).or(exceptions)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }

  private static ArchRule noOwnClockOrChance(String... rooms) {
    return noClasses()
        .that()
        .resideInAnyPackage(
            Arrays.stream(rooms)
                .map(room -> "org.disclosureledger.service." + room + "..")
                .toArray(String[]::new))
        .should()
        .callMethodWhere(
            describe("reads a clock or draws an id", call -> isClockOrChance(call.getTarget())));
  }

  private static boolean isClockOrChance(AccessTarget target) {
    String owner = target.getOwner().getName();
    String name = target.getName();
    return (owner.startsWith("java.time.") && (name.equals("now") || name.startsWith("system")))
        || name.equals("randomUUID")
        || name.equals("currentTimeMillis")
        || name.equals("nanoTime");
  }

  @Test
  void bouncyCastleStaysWithTheKeys() {
    onlyIn("org.bouncycastle..", DescribedPredicate.alwaysFalse(), BOUNCY_CASTLE).check(CLASSES);
  }

  @Test
  void strangersDocumentsAreParsedInTheirRoomsOnly() {
    onlyIn("eu.europa.esig..", DescribedPredicate.alwaysFalse(), "signature").check(CLASSES);
    // Room paper reads none: it writes its own.
    onlyIn("org.apache.pdfbox..", DescribedPredicate.alwaysFalse(), "signature", "paper")
        .check(CLASSES);
    onlyIn("com.openhtmltopdf..", DescribedPredicate.alwaysFalse(), "paper").check(CLASSES);
    onlyIn("org.dhatim..", DescribedPredicate.alwaysFalse(), "paper").check(CLASSES);
    onlyIn("org.apache.tika..", DescribedPredicate.alwaysFalse(), "attachment").check(CLASSES);
    onlyIn("net.fortuna.ical4j..", DescribedPredicate.alwaysFalse(), "calendarfile").check(CLASSES);
    onlyIn("software.amazon..", DescribedPredicate.alwaysFalse(), "attachment").check(CLASSES);
  }

  @Test
  void kafkaStaysAtTheDoors() {
    onlyIn("org.apache.kafka..", DescribedPredicate.alwaysFalse(), KAFKA).check(CLASSES);
  }

  @Test
  void axonStaysInTheShells() {
    onlyIn("org.axonframework..", AXON_SHELLS, AXON).check(CLASSES);
  }

  @Test
  void theDomainReadsNoClockAndDrawsNoId() {
    noOwnClockOrChance(
            "request",
            "deadline",
            "agency",
            "oversight",
            "reconciliation",
            "report",
            "figures",
            "erasure",
            "grant",
            "form")
        .check(CLASSES);
  }

  @Test
  void theFormatImportsNothingButTheStreamingParser() {
    classes()
        .that()
        .resideInAPackage("org.disclosureledger.format..")
        .should()
        .onlyDependOnClassesThat(
            JAVA_BASE.or(
                resideInAnyPackage(
                    "org.disclosureledger.format..", "tools.jackson.core..", "org.jspecify..")))
        .check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"util", "utils", "common", "helper", "helpers", "manager", "impl"})
  void noPackageIsNamedForNothing(String name) {
    noClasses().should().resideInAPackage(".." + name + "..").check(CLASSES);
    noClasses().should().haveNameMatching("(?i).*(util|utils|helper|manager|impl)").check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.disclosureledger.service.(*)..",
        "org.disclosureledger.verifier.(*)..",
        "org.disclosureledger.format.(*)..",
        "org.disclosureledger.(*).."
      })
  void noPackagesImportEachOtherInACircle(String slices) {
    slices().matching(slices).should().beFreeOfCycles().check(CLASSES);
  }

  /** The rules bite: with one permitted room left out, each finds what stands there. */
  @Test
  void aRuleThatLeavesOneRoomOutIsBroken() {
    assertThat(broken(onlyIn("org.bouncycastle..", DescribedPredicate.alwaysFalse(), "anchor")))
        .isTrue();
    assertThat(broken(onlyIn("eu.europa.esig..", DescribedPredicate.alwaysFalse()))).isTrue();
    assertThat(broken(onlyIn("software.amazon..", DescribedPredicate.alwaysFalse()))).isTrue();
    assertThat(broken(onlyIn("org.axonframework..", AXON_SHELLS, "dispatch"))).isTrue();
    assertThat(broken(onlyIn("org.axonframework..", DescribedPredicate.alwaysFalse(), AXON)))
        .isTrue();
    assertThat(broken(noOwnClockOrChance("disclosure"))).isTrue();
    assertThat(broken(noOwnClockOrChance("sealing"))).isTrue();
  }

  private static boolean broken(ArchRule rule) {
    return rule.evaluate(CLASSES).hasViolation();
  }
}
