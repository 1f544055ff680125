package org.disclosureledger.service.storm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One user's calls to one process of the service, with HTTP Basic or a token. */
final class ServiceClient {
  private static final Duration PATIENCE = Duration.ofSeconds(70); // above the appender's own
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final URI address;
  private static final Map<String, String> ANSWERING = Map.of("Purpose", "ANSWERING");

  private final @Nullable String authorization;
  private final Map<String, String> purpose;

  private ServiceClient(URI address, @Nullable String authorization, Map<String, String> purpose) {
    this.address = address;
    this.authorization = authorization;
    this.purpose = purpose;
  }

  /** Nobody in particular. */
  static ServiceClient stranger(URI address) {
    return new ServiceClient(address, null, ANSWERING);
  }

  static ServiceClient signedIn(URI address, String user, Path credentials) {
    try {
      String password =
          Files.readAllLines(credentials).stream()
              .filter(line -> line.startsWith(user + ": "))
              .map(line -> line.substring(user.length() + 2))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no user " + user + " in " + credentials));
      byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
      return new ServiceClient(
          address,
          "Basic " + Base64.getEncoder().encodeToString(pair),
          switch (user) {
            case "legal", "approver" -> ANSWERING;
            case "admin" -> Map.of("Purpose", "REGISTER");
            default -> Map.of();
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whoever the provider's token is for. */
  static ServiceClient bearing(URI address, String token) {
    return new ServiceClient(address, "Bearer " + token, ANSWERING);
  }

  /** Officers and administrators say for what purpose, wherever they have to. */
  Reply get(String path) throws IOException {
    return get(path, purpose);
  }

  Reply get(String path, Map<String, String> headers) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path)).GET();
    headers.forEach(request::header);
    return send(request);
  }

  Reply post(String path, String body, Map<String, String> headers) throws IOException {
    return post(path, HttpRequest.BodyPublishers.ofString(body), headers);
  }

  Reply post(String path, HttpRequest.BodyPublisher body, Map<String, String> headers)
      throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path)).POST(body);
    if (!headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    headers.forEach(request::header);
    return send(request);
  }

  Reply post(String path, String body) throws IOException {
    return post(path, body, Map.of());
  }

  private Reply send(HttpRequest.Builder request) throws IOException {
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    try {
      return new Reply(
          HTTP.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
