package org.disclosureledger.service.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.disclosureledger.format.StreamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestStreamTest {
  private static final UUID ID = UUID.fromString("01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f");

  @Test
  void aRequestsStreamNamesIt() {
    assertThat(RequestStream.requestId(RequestStream.of(ID))).contains(ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "request",
        "request/khong-phai",
        "request/1-2-3-4-5",
        "request/01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f/more",
        "agency/01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f"
      })
  void anyOtherStreamIsOfNoRequestAndStopsNobody(String subject) {
    assertThat(RequestStream.requestId(new StreamId(subject))).isEmpty();
  }
}
