package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.LedgerServiceApplication;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.StoredEvent;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * A whole service with ledgers {@code demo} and {@code other}, and what tests of grants do with it.
 */
final class GrantedService implements AutoCloseable {
  static final String NUMBER = "0900000001";
  static final String DOCUMENT = "văn bản ví dụ";
  static final Map<String, String> AUDIT = Map.of("Purpose", "AUDIT");

  final Path folder;
  final ConfigurableApplicationContext context;
  final URI address;

  GrantedService(Path folder) {
    this.folder = folder;
    List<String> arguments = new ArrayList<>();
    arguments.add("--server.port=0");
    arguments.add("--ledger.data-dir=" + folder.resolve("data"));
    List<String> ledgers = List.of("demo", "other");
    for (int i = 0; i < ledgers.size(); i++) {
      String open = "--ledger.open[" + i + "].";
      arguments.add(open + "name=" + ledgers.get(i));
      arguments.add(open + "origin=ledger.example/" + ledgers.get(i));
      arguments.add(open + "enterprise-code=VD" + i);
      arguments.add(open + "enterprise-name-vi=Doanh nghiệp ví dụ");
      arguments.add(open + "enterprise-name-en=An example enterprise");
    }
    context =
        new SpringApplicationBuilder(LedgerServiceApplication.class)
            .run(arguments.toArray(String[]::new));
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    address = URI.create("http://localhost:" + port);
  }

  @Override
  public void close() {
    context.close();
  }

  ServiceClient as(String user) {
    return ServiceClient.signedIn(address, user, folder.resolve("data/credentials.txt"));
  }

  /** A request with one document: its id. */
  UUID record() throws IOException {
    Reply reply = as("legal").post(Requests.path("demo"), Requests.record(1));
    assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    UUID request = UUID.fromString(reply.json().path("requestId").asString());
    Reply attached =
        as("legal")
            .post(
                path(request) + "/documents?purpose=ORDER",
                DOCUMENT,
                Map.of(
                    "Content-Type",
                    "application/octet-stream",
                    "Content-Disposition",
                    "attachment; filename*=UTF-8''a.txt"));
    assertThat(attached.accepted()).as(attached.toString()).isTrue();
    return request;
  }

  static String path(UUID request) {
    return Requests.path("demo") + "/" + request;
  }

  static String body(String to, String more, String purpose) {
    Instant until = Instant.now().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.MILLIS);
    return "{\"to\":\"%s\",%s\"purpose\":\"%s\",\"until\":\"%s\"}"
        .formatted(to, more, purpose, until);
  }

  UUID grant(UUID request, String to, String more, String purpose) throws IOException {
    Reply granted = as("approver").post(path(request) + "/grants", body(to, more, purpose));
    assertThat(granted.status()).as(granted.toString()).isEqualTo(201);
    return UUID.fromString(granted.json().path("grant").asString());
  }

  void revoke(UUID request, UUID grant) throws IOException {
    Reply revoked =
        as("approver")
            .post(path(request) + "/grants/" + grant + "/revoke", "{\"reason\":\"Xong (ví dụ)\"}");
    assertThat(revoked.status()).as(revoked.toString()).isEqualTo(200);
  }

  /** What stands in the request's stream of access, as {@code role data}. */
  List<String> access(UUID request) {
    return context.getBean(EntryStore.class).stream("demo", new StreamId("access/" + request))
        .stream()
        .filter(stored -> stored.header().type().contains(".record."))
        .map(GrantedService::told)
        .toList();
  }

  static String told(StoredEvent stored) {
    return stored.header().role().code()
        + " "
        + new String(stored.entry().payload().data(), StandardCharsets.UTF_8);
  }

  List<UUID> grants(String user, UUID request) throws IOException {
    Reply reply = as(user).get(path(request) + "/grants", Map.of());
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    return reply
        .json()
        .valueStream()
        .map(g -> UUID.fromString(g.path("grant").asString()))
        .toList();
  }

  /** All pages, two rows each. */
  List<UUID> mine(String user) throws IOException {
    List<UUID> all = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = as(user).get("/api/v1/ledgers/demo/grants?limit=2" + next, Map.of()).json();
      page.path("grants")
          .valueStream()
          .forEach(row -> all.add(UUID.fromString(row.path("grant").asString())));
      next = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asString() : "";
    } while (!next.isEmpty());
    return all;
  }

  /** The list lags behind the ledger by moments. */
  void awaitMine(String user, UUID grant, boolean there) {
    Awaiting.until("the list follows the ledger", () -> mine(user).contains(grant) == there);
  }

  void accepted(UUID request, String user, String command, String body) {
    try {
      Reply reply = as(user).post(path(request) + "/" + command, body);
      assertThat(reply.accepted()).as(reply.toString()).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String view(String role, String purpose, String what, UUID grant) {
    return "%s {\"purpose\":\"%s\",\"what\":\"%s\",\"grant\":\"%s\"}"
        .formatted(role, purpose, what, grant);
  }

  static void refused(Reply reply) {
    assertThat(reply.status()).as(reply.toString()).isEqualTo(403);
    assertThat(reply.problem()).isEqualTo("grant-required");
    assertThat(reply.text()).doesNotContain(NUMBER);
  }
}
