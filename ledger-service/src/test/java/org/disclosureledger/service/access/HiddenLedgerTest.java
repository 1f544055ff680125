package org.disclosureledger.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import org.disclosureledger.service.intake.HttpTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** A ledger that a person may not see is answered as one that does not exist. */
class HiddenLedgerTest extends HttpTest {
  @MockitoBean LedgerAccess access;

  @BeforeEach
  void hideDemo() {
    when(access.mayRead(any(), any())).thenReturn(true);
    when(access.mayRead(any(), eq("demo"))).thenReturn(false);
  }

  private MockHttpServletResponse answer(HttpMethod method, String path) throws Exception {
    return mvc.perform(as("legal", method, path)).andReturn().getResponse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/requests",
        "/requests/01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f",
        "/requests/01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f/events",
        "/agencies",
        "/agencies.csv",
        "/agencies/CA-01",
        "/agencies/CA-01/events",
        "/inspections",
        "/notices/01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f",
        "/register.csv",
        "/turnaround",
        "/statistics",
        "/statistics.csv"
      })
  void noByteOfTheAnswerTellsHiddenFromUnknown(String path) throws Exception {
    MockHttpServletResponse hidden = answer(GET, "/api/v1/ledgers/demo" + path);
    MockHttpServletResponse unknown = answer(GET, "/api/v1/ledgers/none" + path);
    assertThat(hidden.getStatus()).isEqualTo(404);
    assertThat(unknown.getStatus()).isEqualTo(404);
    assertThat(hidden.getContentAsString().replace("demo", "none"))
        .isEqualTo(unknown.getContentAsString());
    assertThat(hidden.getHeaderNames()).isEqualTo(unknown.getHeaderNames());
    assertThat(hidden.getContentType()).isEqualTo(unknown.getContentType());
  }

  @Test
  void nothingIsWrittenToAHiddenLedger() throws Exception {
    assertThat(answer(POST, "/api/v1/ledgers/demo/requests").getStatus()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ledgers/demo/checkpoint",
        "/ledgers/d%65mo/checkpoint",
        "/ledgers/demo/tile/0/000",
        "/ledgers/demo/tile/entries/000",
        "/api/v1/ledgers/d%65mo/requests"
      })
  void neitherTheLogNorAnotherSpellingShowsIt(String path) throws Exception {
    MockHttpServletResponse response = answer(GET, path);
    assertThat(response.getStatus()).isEqualTo(404);
    assertThat(response.getContentType()).isEqualTo("application/problem+json");
  }
}
