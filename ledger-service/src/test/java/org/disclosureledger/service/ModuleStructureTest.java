package org.disclosureledger.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms of ARCHITECTURE §1: who may import whom, written out and kept. */
class ModuleStructureTest {
  private static final ApplicationModules MODULES =
      ApplicationModules.of(LedgerServiceApplication.class);

  static Stream<String> modules() {
    return MODULES.stream().map(module -> module.getBasePackage().getName());
  }

  private static List<String> declared(String basePackage) throws ClassNotFoundException {
    var annotation =
        Class.forName(basePackage + ".package-info")
            .getAnnotation(org.springframework.modulith.ApplicationModule.class);
    assertThat(annotation).as("@ApplicationModule on %s", basePackage).isNotNull();
    return List.of(annotation.allowedDependencies());
  }

  @Test
  void everyRoomImportsOnlyWhatItDeclares() {
    MODULES.verify();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void everyRoomWritesItsImportsOut(String basePackage) throws ClassNotFoundException {
    assertThat(declared(basePackage))
        .doesNotContain(org.springframework.modulith.ApplicationModule.OPEN_TOKEN);
  }

  @ParameterizedTest
  @CsvSource({
    "vocabulary,",
    "identifier,",
    "envelope,",
    "database,",
    "deadline, envelope vocabulary",
    "calendarfile, envelope form deadline",
    "request, envelope vocabulary form deadline",
    "form, envelope",
    "agency, envelope vocabulary form",
    "oversight, envelope vocabulary form",
    "reconciliation, envelope form",
    "grant, envelope vocabulary form",
    "keys, database",
    "disclosure, database keys identifier",
    "attachment, envelope database disclosure",
    "signature, database vocabulary",
    "trace,",
    "sealing, envelope database keys disclosure trace",
    "csv,",
    "figures, envelope vocabulary",
    "turnaround, database figures sealing statistics suppression",
    "wire, envelope form access disclosure attachment signature sealing reconciliation dispatch",
  })
  void dataFlowsOneWay(String room, String mayImport) throws ClassNotFoundException {
    assertThat(declared("org.disclosureledger.service." + room))
        .isSubsetOf(mayImport == null ? List.of() : List.of(mayImport.split(" ")));
  }

  @Test
  void noRoomIsOpenToLooksInside() {
    assertThat(MODULES.stream().filter(ApplicationModule::isOpen)).isEmpty();
    assertThat(MODULES.stream()).hasSizeGreaterThan(10);
  }
}
