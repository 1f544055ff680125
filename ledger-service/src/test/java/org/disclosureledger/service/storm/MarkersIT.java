package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Personal data are opened to those entitled, and stand nowhere else: not in what the process
 * prints, whatever it logs and whatever PostgreSQL logs, not in any file or row, not in an answer
 * to anybody else, not in the answer to a mistake.
 */
class MarkersIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Markers markers = new Markers();
  private final Path data;

  MarkersIT(@TempDir Path folder) {
    this.data = folder.resolve("data");
  }

  @Test
  void personalDataStandNowhereButBeforeThoseEntitled() throws Exception {
    try (ServiceProcess service = ServiceProcess.start(data)) {
      logEverything(service);
      service.stop();
    }
    String printed;
    try (ServiceProcess service =
        ServiceProcess.start(
            data, "--logging.level.root=info", "--logging.level.org.disclosureledger=trace")) {
      MarkedStory story = new MarkedStory(service, markers);
      story.tell();
      List<String> operations = operations(service);
      openedToOfficers(service, story);
      hiddenFromOthers(service, story, operations);
      mistakes(service, story, operations);
      noRowHoldsOne(service);
      service.stop();
      printed = service.output();
    }
    assertThat(markers.found(printed)).as("what the service printed").isEmpty();
    assertThat(databaseLog()).contains("duration:", "INSERT INTO disclosure", "Parameters: ");
    noFileHoldsOne();
  }

  /** From the next start: every statement with its parameters, as an administrator may have it. */
  private void logEverything(ServiceProcess service) throws SQLException {
    try (Connection connection = LedgerDatabase.of(service).connect();
        Statement statement = connection.createStatement()) {
      for (String setting :
          List.of(
              "logging_collector = on",
              "log_directory = 'log'",
              "log_min_duration_statement = 0",
              "log_min_error_statement = 'error'",
              "log_error_verbosity = 'verbose'")) {
        statement.execute("ALTER SYSTEM SET " + setting);
      }
    }
  }

  private String databaseLog() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> logs = Files.list(data.resolve("postgresql/log"))) {
      for (Path log : logs.toList()) {
        all.append(Files.readString(log));
      }
    }
    return all.toString();
  }

  private List<String> operations(ServiceProcess service) throws IOException {
    List<String> operations = new ArrayList<>();
    JsonNode paths = service.client("admin").get("/v3/api-docs").json().path("paths");
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      path.getValue()
          .propertyNames()
          .forEach(method -> operations.add(method + " " + path.getKey()));
    }
    assertThat(operations).hasSizeGreaterThan(60);
    return operations;
  }

  /** Else the search of this test would prove nothing. */
  private void openedToOfficers(ServiceProcess service, MarkedStory story) throws IOException {
    StringBuilder seen = new StringBuilder();
    for (String place : story.places()) {
      String told = service.client("legal").get(place).text();
      if (place.contains("/reconciliations/")) {
        told += service.client("legal").get(place + "/differences.csv").text();
      } else if (place.contains("/requests/")) {
        told += entries(service, place);
      }
      assertThat(markers.found(told)).as("%s", place).isNotEmpty();
      seen.append(told);
    }
    assertThat(new TreeSet<>(markers.made()))
        .filteredOn(marker -> seen.indexOf(marker) < 0)
        .as("markers that even an officer does not see")
        .isEmpty();
  }

  private static String entries(ServiceProcess service, String request) throws IOException {
    StringBuilder all = new StringBuilder();
    String next = request + "/events";
    while (!next.isEmpty()) {
      Reply page = service.client("legal").get(next);
      assertThat(page.status()).as("%s", page).isEqualTo(200);
      all.append(page.text());
      next = page.header("Link").replaceAll("^<([^>]*)>.*$", "$1");
    }
    String documents = request + "/documents";
    for (JsonNode document : service.client("legal").get(documents).json()) {
      String id = document.path("document").asString();
      all.append(service.client("legal").get(documents + "/" + id).text());
    }
    return all.toString();
  }

  private void hiddenFromOthers(ServiceProcess service, MarkedStory story, List<String> operations)
      throws IOException {
    for (String user : List.of("supervisor", "auditor", "admin", "")) {
      ServiceClient client =
          user.isEmpty() ? ServiceClient.stranger(service.address()) : service.client(user);
      for (String path : readable(story, operations)) {
        if (entitled(user, path)) {
          continue;
        }
        Reply reply = client.get(path, Map.of("Purpose", "INSPECTION"));
        assertThat(markers.found(reply.bytes())).as("%s for '%s'", path, user).isEmpty();
      }
    }
  }

  /** Inspections and drills are those of supervisors and auditors, contacts administrators'. */
  private static boolean entitled(String user, String path) {
    return switch (user) {
      case "supervisor", "auditor" -> path.contains("/inspections/") || path.contains("/drills/");
      case "admin" -> path.contains("/agencies/");
      default -> false;
    };
  }

  private static List<String> readable(MarkedStory story, List<String> operations) {
    List<String> paths = new ArrayList<>(story.places());
    operations.stream()
        .filter(operation -> operation.startsWith("get "))
        .map(operation -> operation.substring(4))
        .flatMap(path ->
            path.contains("/requests/{id}")
                ? story.places().stream()
                    .filter(place -> place.contains("/requests/"))
                    .map(place -> place + path.substring(path.indexOf("{id}") + 4))
                : Stream.of(path))
        .map(path -> path.replace("{ledger}", "demo").replace("{agency}", "CQ-MAU-7391"))
        .filter(path -> !path.contains("{"))
        .forEach(paths::add);
    paths.addAll(
        List.of(
            "/ledgers/demo/checkpoint",
            "/ledgers/demo/tile/entries/000.p/20",
            "/actuator",
            "/actuator/health",
            "/actuator/metrics",
            "/actuator/env",
            "/actuator/loggers"));
    return paths;
  }

  /** Wrong calls whose every word is a marker. */
  private void mistakes(ServiceProcess service, MarkedStory story, List<String> operations)
      throws IOException {
    String request = story.places().get(1);
    String word = markers.text("mistake");
    for (String operation : operations) {
      String path =
          operation
              .substring(operation.indexOf(' ') + 1)
              .replace("{ledger}", "demo")
              .replace(Requests.path("demo") + "/{id}", request)
              .replaceAll("\\{[^}]*}", "x");
      String asked = path + "?identifier=" + word + "&asOf=" + word + "&" + word + "=1";
      Map<String, String> headers =
          Map.of("If-Match", "\"" + word + "\"", "Purpose", word, "Idempotency-Key", word);
      for (String user : List.of("legal", "approver", "supervisor", "admin")) {
        ServiceClient client = service.client(user);
        if (operation.startsWith("get ")) {
          told(client.get(asked), operation);
          told(client.get(asked, Map.of("Purpose", word, "Accept", "text/" + word)), operation);
          continue;
        }
        for (String body : bodies(operation, word)) {
          told(client.post(path, body), operation);
        }
        told(client.post(asked, "{}", headers), operation);
        told(client.post(path, word, Map.of("Content-Type", "text/" + word)), operation);
      }
    }
    told(service.client("legal").get(Requests.path("demo") + "/" + word), "a path");
    told(service.client("legal").get("/" + word), "a path");
  }

  private void told(Reply reply, String operation) {
    assertThat(reply.status()).as("%s: %s", operation, reply).isBetween(200, 499);
    if (reply.status() >= 400) {
      assertThat(markers.found(reply.bytes())).as("the answer to a wrong %s", operation).isEmpty();
    }
    assertThat(markers.found(reply.response().headers().map().toString()))
        .as("headers of the answer to a wrong %s", operation)
        .isEmpty();
  }

  private static List<String> bodies(String operation, String word) {
    return List.of(
        // A plain name of a member that there is not is told back; this one is none.
        "{\"" + word + " \":\"" + word + "\"}",
        "{\"reason\":\"" + word + "\",\"reason\":\"" + word + "\"}",
        "{\"reason\":{\"" + word + " \":1},\"items\":[\"" + word + "\"]}",
        "{\"receivedAt\":\"" + word + "\",\"prepared\":\"" + word + "\",\"rule\":\"" + word + "\"}",
        "{\"subject\": " + word,
        JSON.writeValueAsString(List.of(word, operation)));
  }

  private void noRowHoldsOne(ServiceProcess service) throws SQLException {
    LedgerDatabase database = LedgerDatabase.of(service);
    List<String> tables =
        database.texts(
            """
            SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
            WHERE schemaname NOT IN ('pg_catalog', 'information_schema')\
            """);
    assertThat(tables).hasSizeGreaterThan(10);
    for (String table : tables) {
      for (String row : database.texts("SELECT t::text FROM " + table + " t")) {
        assertThat(markers.found(row)).as(table).isEmpty();
      }
    }
  }

  private void noFileHoldsOne() throws IOException {
    try (Stream<Path> walk = Files.walk(data)) {
      List<Path> files = walk.filter(Files::isRegularFile).toList();
      assertThat(files).hasSizeGreaterThan(500);
      for (Path file : files) {
        assertThat(markers.found(file)).as("%s", data.relativize(file)).isEmpty();
      }
    }
  }
}
