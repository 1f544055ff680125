package org.disclosureledger.service.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import org.disclosureledger.service.attachment.StoreUnavailable;
import org.disclosureledger.service.figures.FiguresBehind;
import org.disclosureledger.service.signature.ChecksUnavailable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A failure of ours is never told as one of the client's. */
class ProblemHandlerTest {
  private final ProblemHandler handler = new ProblemHandler(new ProblemWriter());
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  private void answers(int status, String type) throws IOException {
    assertThat(response.getStatus()).isEqualTo(status);
    assertThat(response.getContentAsString()).contains("/problems/" + type);
  }

  @Test
  void aStoreThatIsAwayIsToldSoEvenIfItHungUp() throws IOException {
    handler.away(
        new StoreUnavailable("ví dụ", new SocketException("Connection reset by peer")), response);
    answers(503, "store-unavailable");
    assertThat(response.getHeader("Retry-After")).isEqualTo("30");
    assertThat(response.getContentAsString()).doesNotContain("reset");
  }

  @Test
  void aCheckThatCannotBeMadeIsToldSo() throws IOException {
    handler.unchecked(new ChecksUnavailable("all checks are busy"), response);
    answers(503, "checks-unavailable");
    assertThat(response.getHeader("Retry-After")).isEqualTo("30");
  }

  @Test
  void figuresThatLagAreToldSo() throws IOException {
    handler.refused(new FiguresBehind("the facts do not rest on 412 entries yet"), response);
    answers(503, "figures-behind");
    assertThat(response.getHeader("Retry-After")).isEqualTo("1");
  }

  @Test
  void aDatabaseThatHungUpIsNoMistakeOfTheClient() throws IOException {
    Exception failure =
        new IllegalStateException("ví dụ", new SocketException("Connection reset by peer"));
    handler.anything(failure, new MockHttpServletRequest("POST", "/api"), response);
    answers(500, "internal");
  }

  @Test
  void aBodyThatEndsTooEarlyIsTheClients() throws IOException {
    handler.anything(
        new EOFException("ví dụ"), new MockHttpServletRequest("POST", "/api"), response);
    answers(400, "bad-request");
  }
}
