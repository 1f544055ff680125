package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.disclosureledger.format.note.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands after a start with nothing configured. */
@ExtendWith(SharedService.class)
class EmbeddedDefaultIT {
  private final ServiceProcess service;

  EmbeddedDefaultIT(ServiceProcess service) {
    this.service = service;
  }

  @ParameterizedTest
  @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
  void committedMeansOnDisk(String setting) throws SQLException {
    assertThat(LedgerDatabase.of(service).text("SHOW " + setting)).isEqualTo("on");
  }

  @Test
  void theWritersOwnSessionsAreDurable() throws SQLException {
    assertThat(LedgerDatabase.of(service, "ledger_writer").text("SHOW synchronous_commit"))
        .isEqualTo("on");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "ledger_owner", "ledger_writer", "ledger_reader"})
  void aWrongPasswordIsRefused(String role) {
    LedgerDatabase stranger = LedgerDatabase.of(service, role).withPassword("wrong");
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(stranger::connect)
        .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
  }

  /** The README's command, in the folder of a service that runs. */
  @Test
  void projectionsAreRebuiltBesideIt() throws IOException {
    ServiceProcess.Ended rebuild =
        ServiceProcess.runToItsEnd(service.dataDir(), "--ledger.rebuild=all");
    assertThat(rebuild.exitCode()).as(rebuild.output()).isZero();
    assertThat(rebuild.output()).contains("register", "facts");
    assertThat(service.client("legal").get(Requests.path("demo")).status()).isEqualTo(200);
  }

  @Test
  void noLineOfTheHostFileTrusts() throws SQLException {
    assertThat(LedgerDatabase.of(service).texts("SELECT auth_method FROM pg_hba_file_rules"))
        .isNotEmpty()
        .containsOnly("scram-sha-256");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ledger_owner", "ledger_writer", "ledger_reader"})
  void theRolesOfTheServiceAreNoSuperusers(String role) throws SQLException {
    LedgerDatabase database = LedgerDatabase.of(service, role);
    String rights =
        """
        SELECT concat(rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls)
        FROM pg_roles WHERE rolname = current_user\
        """;
    assertThat(database.text(rights)).isEqualTo("fffff");
  }

  @Test
  void everySecretIsTheOwnersAlone() throws IOException {
    Path data = service.dataDir();
    for (Path folder :
        List.of(data, data.resolve("secrets"), data.resolve("keys"), data.resolve("postgresql"))) {
      assertThat(permissions(folder)).as("%s", folder).isEqualTo("rwx------");
    }
    assertThat(permissions(data.resolve("credentials.txt"))).isEqualTo("rw-------");
    assertThat(permissions(data.resolve("policy.txt"))).isEqualTo("rw-------");
    for (Path folder : List.of(data.resolve("secrets"), data.resolve("keys"))) {
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files.toList())
            .isNotEmpty()
            .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
      }
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void thePolicyFileIsAPolicyThatAcceptsTheCheckpoint() throws IOException {
    Policy policy = Policy.parse(Files.readAllBytes(service.dataDir().resolve("policy.txt")));
    assertThat(policy.quorum()).isEqualTo(Policy.NO_QUORUM);
    assertThat(policy.logs())
        .extracting(Policy.LogLine::url)
        .containsExactly(service.address() + "/ledgers/demo");
    assertThat(PublishedLedger.judge(policy, service.client("auditor"), "demo").refusal()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"legal", "approver", "supervisor", "auditor", "admin"})
  void everyUserOfTheCredentialsFileMaySignIn(String user) throws IOException {
    assertThat(service.client(user).get("/ledgers/demo/checkpoint").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ledgers/demo/checkpoint",
        "/ledgers/demo/tile/0/000.p/2",
        "/ledgers/demo/tile/entries/000.p/2",
        "/ledgers/demo/receipts/0",
        "/api/v1/ledgers/demo/requests",
        "/v3/api-docs",
        "/actuator"
      })
  void strangersSeeNothingButHealth(String path) throws IOException {
    ServiceClient stranger = ServiceClient.stranger(service.address());
    assertThat(stranger.get("/actuator/health").status()).isEqualTo(200);
    Reply reply = stranger.get(path);
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.problem()).isEqualTo("not-signed-in");
  }

  @Test
  void aSecondServiceOnTheFolderIsRefusedInOneLineAndTheFirstGoesOn() throws IOException {
    ServiceProcess.Ended second = ServiceProcess.runToItsEnd(service.dataDir());
    assertThat(second.exitCode()).isNotZero();
    assertThat(second.output().lines())
        .containsExactly("ledger-service: another service uses the folder " + service.dataDir());
    assertThat(service.isAlive()).isTrue();
    StormCommand command = StormCommand.record("demo");
    assertThat(command.send(service.client("legal")).status()).isEqualTo(201);
  }
}
