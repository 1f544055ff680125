package org.disclosureledger.service.intake;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * One context for all HTTP tests: controllers, filters, sign-in, and a real Tomcat beside MockMvc.
 */
@SpringBootTest(
    classes = HttpTestApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc(print = org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint.NONE)
public abstract class HttpTest {
  private static final Set<String> OFFICERS = Set.of("legal", "approver");
  private static final Path CREDENTIALS = credentialsFile();

  @Autowired protected MockMvc mvc;
  @Autowired RecordingDispatcher dispatcher;

  private static Path credentialsFile() {
    try {
      return Files.createTempDirectory("ledger-http-test").resolve("credentials.txt");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    registry.add("ledger.credentials-file", CREDENTIALS::toString);
  }

  @BeforeEach
  void forget() {
    dispatcher.clear();
  }

  protected static String basic(String user) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + password(user)).getBytes(StandardCharsets.UTF_8));
  }

  private static String password(String user) {
    try (var lines = Files.lines(CREDENTIALS)) {
      return lines
          .filter(line -> line.startsWith(user + ": "))
          .findFirst()
          .orElseThrow()
          .substring(user.length() + 2);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Officers and administrators say for what purpose, wherever they have to. */
  protected static MockHttpServletRequestBuilder as(String user, HttpMethod method, String path) {
    MockHttpServletRequestBuilder request = withoutPurpose(user, method, path);
    if (user.equals("admin")) {
      return request.header("Purpose", "REGISTER");
    }
    return OFFICERS.contains(user) ? request.header("Purpose", "ANSWERING") : request;
  }

  protected static MockHttpServletRequestBuilder withoutPurpose(
      String user, HttpMethod method, String path) {
    return request(method, java.net.URI.create(path)).header("Authorization", basic(user));
  }

  static MockHttpServletRequestBuilder post(String path, String body) {
    return as("legal", HttpMethod.POST, path).contentType("application/json").content(body);
  }

  protected static String example(String file) {
    try (var in = HttpTest.class.getResourceAsStream("/openapi/" + file)) {
      if (in == null) {
        throw new IllegalArgumentException(file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
