package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.service.storm.Reply.done;

import java.net.URI;
import java.nio.file.Path;
import org.disclosureledger.service.LedgerServiceApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** What somebody adopts in a sample ledger once it is written holds for its requests too. */
class SampleAdoptionTest {
  private static final String LEDGER = "/api/v1/ledgers/sample";

  @TempDir Path folder;

  @Test
  void theOpenRequestsOfASampleAreCountedAgainAfterAnAdoption() throws Exception {
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(LedgerServiceApplication.class)
            .run(
                "--server.port=0",
                "--ledger.data-dir=" + folder.resolve("data"),
                "--ledger.sample=60")) {
      String port = context.getEnvironment().getRequiredProperty("local.server.port");
      URI address = URI.create("http://localhost:" + port);
      Path credentials = folder.resolve("data/credentials.txt");
      ServiceClient admin = ServiceClient.signedIn(address, "admin", credentials);
      // What is open at the script's end depends on the day.
      done(
          ServiceClient.signedIn(address, "legal", credentials)
              .post(Requests.path("sample"), Requests.record(1)));
      assertThat(admin.get(LEDGER + "/recounts").json().path("recounts").isEmpty())
          .as("the script adopts nothing")
          .isTrue();
      JsonNode rows = done(admin.get(LEDGER + "/policy")).json().path("rows");
      String later = rows.toString().replace("\"hours\":24", "\"hours\":48");
      String adoption =
          done(admin.post(LEDGER + "/policy", "{\"rows\":" + later + "}"))
              .json()
              .path("eventId")
              .asString();
      Awaiting.until(
          "due times are counted again", () -> recount(admin).path("finished").asBoolean());
      assertThat(recount(admin).path("adoption").asString()).isEqualTo(adoption);
      assertThat(recount(admin).path("moved").asInt()).isPositive();
      assertThat(recount(admin).path("kept").asInt()).isZero();
    }
  }

  private static JsonNode recount(ServiceClient admin) throws Exception {
    return done(admin.get(LEDGER + "/recounts")).json().path("recounts").path(0);
  }
}
