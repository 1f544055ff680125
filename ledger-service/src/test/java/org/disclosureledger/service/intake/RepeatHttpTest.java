package org.disclosureledger.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;
import static org.springframework.http.HttpMethod.GET;

import java.util.List;
import java.util.Optional;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.disclosure.RepeatingRequests;
import org.disclosureledger.service.sealing.AssignedNumber;
import org.disclosureledger.service.sealing.RegisterNumbers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an officer is told of earlier requests. */
class RepeatHttpTest extends HttpTest {
  private static final String PATH = "/api/v1/ledgers/demo/requests";
  private static final String OTHER = "01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f";
  private static final StreamId STREAM = new StreamId("request/" + OTHER);

  @Autowired RepeatingRequests repeating;
  @Autowired RegisterNumbers numbers;

  @AfterEach
  void forgetAnswers() {
    reset(numbers);
    doReturn(new RepeatingRequests.Found(List.of(), 0))
        .when(repeating)
        .asOf(any(), any(), anyLong(), anyInt());
  }

  private MockHttpServletResponse record() throws Exception {
    return mvc.perform(
            post(PATH, example("recordRequest.request.json")).header("Idempotency-Key", "yeu-cau"))
        .andReturn()
        .getResponse();
  }

  @Test
  void theAnswerNamesEarlierRequestsAlsoWhenItIsRepeated() throws Exception {
    doReturn(
            new RepeatingRequests.Found(
                List.of(new RepeatingRequests.Repeating(STREAM, List.of(1, 2))), 31))
        .when(repeating)
        .asOf(any(), any(), anyLong(), anyInt());
    when(numbers.of(any(), any())).thenReturn(Optional.of(new AssignedNumber(7, 2026)));
    MockHttpServletResponse first = record();
    MockHttpServletResponse again = record();
    assertThat(first.getStatus()).isEqualTo(201);
    JsonNode repeats =
        JsonMapper.builder().build().readTree(first.getContentAsByteArray()).path("repeats");
    assertThat(repeats.path("total").asLong()).isEqualTo(31);
    assertThat(repeats.at("/requests/0").toString())
        .isEqualTo(
            "{\"requestId\":\"" + OTHER + "\",\"registerNumber\":\"7/2026\",\"items\":[1,2]}");
    assertThat(again.getHeader("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.getContentAsString()).isEqualTo(first.getContentAsString());
  }

  @Test
  void withoutRepeatsNothingIsSaidAndAFailedLookUpFailsNothing() throws Exception {
    assertThat(record().getContentAsString()).doesNotContain("repeats");
    doThrow(new QueryTimeoutException("too slow"))
        .when(repeating)
        .asOf(any(), any(), anyLong(), anyInt());
    MockHttpServletResponse recorded = record();
    assertThat(recorded.getStatus()).isEqualTo(201);
    assertThat(recorded.getContentAsString()).doesNotContain("repeats").doesNotContain("slow");
  }

  @Test
  void repeatsOfNoRequestAreNotFound() throws Exception {
    assertThat(
            mvc.perform(as("legal", GET, PATH + "/" + OTHER + "/repeats"))
                .andReturn()
                .getResponse()
                .getContentAsString())
        .contains("request-not-found");
  }
}
