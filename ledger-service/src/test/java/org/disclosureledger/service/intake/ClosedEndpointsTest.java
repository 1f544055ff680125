package org.disclosureledger.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

/** Of the actuator there is the health alone: what is configured or inside is told to nobody. */
class ClosedEndpointsTest extends HttpTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "env",
        "configprops",
        "beans",
        "heapdump",
        "threaddump",
        "loggers",
        "sbom",
        "sbom/application"
      })
  void anEndpointThatTellsOfTheInsideIsNotThere(String endpoint) throws Exception {
    String path = "/actuator/" + endpoint;
    assertThat(mvc.perform(get(path)).andReturn().getResponse().getStatus()).isEqualTo(401);
    for (String user : new String[] {"legal", "auditor", "admin"}) {
      assertThat(
              mvc.perform(withoutPurpose(user, HttpMethod.GET, path))
                  .andReturn()
                  .getResponse()
                  .getStatus())
          .as(user)
          .isEqualTo(user.equals("admin") ? 404 : 403);
    }
  }
}
