package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.LedgerServiceApplication;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.StoredEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Looking at personal data through the whole service: every look stands in the ledger. */
class ViewsOverHttpTest {
  private static final String NUMBER = "0900000001";

  @TempDir static Path folder;
  private static ConfigurableApplicationContext context;
  private static URI address;
  private static ServiceClient legal;

  @BeforeAll
  static void start() {
    context =
        new SpringApplicationBuilder(LedgerServiceApplication.class)
            .run("--server.port=0", "--ledger.data-dir=" + folder.resolve("data"));
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    address = URI.create("http://localhost:" + port);
    legal = client("legal");
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  private static ServiceClient client(String user) {
    return ServiceClient.signedIn(address, user, folder.resolve("data/credentials.txt"));
  }

  private static String record() throws IOException {
    Reply reply = legal.post(Requests.path("demo"), Requests.record(1));
    assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    return Requests.path("demo") + "/" + reply.json().path("requestId").asString();
  }

  /** What stands in the request's stream of looks, e.g. {@code legal ANSWERING DETAIL}. */
  private static List<String> looks(String request) {
    String id = request.substring(request.lastIndexOf('/') + 1);
    return context.getBean(EntryStore.class).stream("demo", new StreamId("access/" + id)).stream()
        .map(ViewsOverHttpTest::look)
        .toList();
  }

  private static String look(StoredEvent stored) {
    String data = new String(stored.entry().payload().data(), StandardCharsets.UTF_8);
    assertThat(data).doesNotContain(NUMBER).doesNotContain("_sd");
    return stored.header().role().code() + " " + data;
  }

  private static String view(String role, String purpose, String what) {
    return role + " {\"purpose\":\"" + purpose + "\",\"what\":\"" + what + "\"}";
  }

  @Test
  void whatOpensStarredValuesAsksWhyAndIsRecordedAndTheRequestStaysAsItWas() throws IOException {
    String request = record();
    for (String path : List.of("", "/events", "/documents", "/repeats")) {
      Reply refused = legal.get(request + path, Map.of());
      assertThat(refused.status()).as(path).isEqualTo(400);
      assertThat(refused.problem()).as(path).isEqualTo("purpose-required");
      assertThat(refused.text()).contains("trả lời yêu cầu", "a complaint").doesNotContain(NUMBER);
    }
    assertThat(looks(request)).isEmpty();

    Reply before = legal.get(request, Map.of("Purpose", "ANSWERING"));
    assertThat(before.text()).contains(NUMBER);
    legal.get(request + "/events", Map.of("Purpose", "COMPLAINT"));
    legal.get(request + "/documents", Map.of("Purpose", "ANSWERING"));
    legal.get(request + "/repeats", Map.of("Purpose", "ANSWERING"));
    client("approver").get(request, Map.of("Purpose", "APPROVING"));
    Reply after = legal.get(request, Map.of("Purpose", "ANSWERING"));
    assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
    assertThat(after.text()).isEqualTo(before.text());
    assertThat(looks(request))
        .containsExactly(
            view("legal", "ANSWERING", "DETAIL"),
            view("legal", "COMPLAINT", "EVENTS"),
            view("legal", "ANSWERING", "REPEATS"),
            view("approver", "APPROVING", "DETAIL"));
    assertThat(
            legal
                .post(request + "/ask-clarification", "{\"question\":\"?\"}", match(before))
                .accepted())
        .as("the version seen is still the newest")
        .isTrue();
  }

  private static Map<String, String> match(Reply seen) {
    return Map.of("If-Match", String.valueOf(seen.header("ETag")));
  }

  @Test
  void eachDocumentThatIsOpenedIsNamed() throws IOException {
    String request = record();
    Reply attached =
        legal.post(
            request + "/documents?purpose=ORDER",
            "ví dụ",
            Map.of(
                "Content-Type",
                "application/octet-stream",
                "Content-Disposition",
                "attachment; filename*=UTF-8''a.txt"));
    String document = attached.json().path("document").asString();
    String path = request + "/documents/" + document;
    assertThat(legal.get(path, Map.of()).problem()).isEqualTo("purpose-required");
    assertThat(legal.get(path, Map.of("Purpose", "COMPLAINT")).text()).isEqualTo("ví dụ");
    legal.get(request + "/documents", Map.of("Purpose", "COMPLAINT"));
    String named =
        "legal {\"purpose\":\"COMPLAINT\",\"what\":\"DOCUMENT\",\"document\":\"" + document + "\"}";
    assertThat(looks(request)).containsExactly(named, view("legal", "COMPLAINT", "DOCUMENT"));
  }

  @Test
  void aPurposeOfAnotherRoleIsRefusedAndRowsWithoutStarredValuesAskForNone() throws IOException {
    String request = record();
    assertThat(legal.get(request, Map.of("Purpose", "AUDIT")).problem())
        .isEqualTo("purpose-not-allowed");
    assertThat(legal.get(request, Map.of("Purpose", "APPROVING")).status()).isEqualTo(403);
    assertThat(legal.get(request, Map.of("Purpose", "prefetch")).problem())
        .isEqualTo("purpose-unknown");
    Reply row = client("supervisor").get(request, Map.of());
    assertThat(row.status()).isEqualTo(200);
    assertThat(row.text()).contains("withheld").doesNotContain(NUMBER);
    Reply entries = client("auditor").get(request + "/events", Map.of());
    assertThat(entries.status()).isEqualTo(200);
    assertThat(entries.text()).doesNotContain(NUMBER);
    Reply list = legal.get(Requests.path("demo"), Map.of());
    assertThat(list.status()).isEqualTo(200);
    assertThat(list.text()).doesNotContain(NUMBER);
    assertThat(looks(request)).isEmpty();
  }

  @Test
  void whatIsNotThereLeavesNoTrace() throws IOException {
    String none = Requests.path("demo") + "/01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f";
    String document = "/documents/01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f";
    for (String path : List.of("", "/events", "/documents", "/repeats", document)) {
      assertThat(legal.get(none + path, Map.of("Purpose", "ANSWERING")).status()).isEqualTo(404);
    }
    assertThat(looks(none)).isEmpty();
  }

  @Test
  void manyWhoLookAtOnceAreAllAnsweredAndEachIsRecordedOnce() throws Exception {
    String request = record();
    List<ServiceClient> people = List.of(legal, client("approver"));
    List<String> purposes = List.of("ANSWERING", "COMPLAINT", "CORRECTION", "INSPECTION");
    try (ExecutorService looking = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Reply>> replies = new ArrayList<>();
      for (int round = 0; round < 3; round++) {
        for (ServiceClient person : people) {
          for (String purpose : purposes) {
            replies.add(looking.submit(() -> person.get(request, Map.of("Purpose", purpose))));
          }
        }
      }
      for (Future<Reply> reply : replies) {
        assertThat(reply.get().status()).isIn(200, 503);
      }
    }
    for (ServiceClient person : people) {
      for (String purpose : purposes) {
        assertThat(person.get(request, Map.of("Purpose", purpose)).status()).isEqualTo(200);
      }
    }
    assertThat(looks(request)).hasSize(8).doesNotHaveDuplicates();
  }
}
