package org.disclosureledger.service.storm;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keycloak as the build has unpacked it, a process of its own on a free port, with a realm of
 * invented people and its data in memory.
 */
final class KeycloakProcess implements AutoCloseable {
  static final String SECRET = "plainly-invented-secret";
  static final String PASSWORD = "mat-khau-vi-du";

  private static final Duration START = Duration.ofMinutes(4); // the machine may be busy
  private static final Duration POLL = Duration.ofMillis(200);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final int port;
  private final Process process;
  private final Thread atExit = Thread.ofPlatform().unstarted(this::endEverything);

  private KeycloakProcess(int port, Process process) {
    this.port = port;
    this.process = process;
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  static String issuer(int port) {
    return "http://localhost:" + port + "/realms/ledger";
  }

  /**
   * @param service where browsers come back to
   */
  static KeycloakProcess start(int port, URI service) throws Exception {
    Path home = Path.of(System.getProperty("keycloak.home"));
    Path realm = Files.createDirectories(home.resolve("data/import")).resolve("ledger-realm.json");
    Files.writeString(realm, realm(service));
    Path output = StormSettings.folder("logs").resolve("keycloak.log");
    ProcessBuilder builder =
        new ProcessBuilder(
            "bash",
            home.resolve("bin/kc.sh").toString(),
            "start-dev",
            "--db=dev-mem",
            "--import-realm",
            "--cache=local",
            "--http-host=localhost",
            "--http-port=" + port);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xmx512m -XX:TieredStopAtLevel=1");
    KeycloakProcess started =
        new KeycloakProcess(
            port, builder.redirectErrorStream(true).redirectOutput(output.toFile()).start());
    try {
      started.awaitRealm(output);
      return started;
    } catch (Exception | Error e) {
      started.close();
      throw e;
    }
  }

  private static String realm(URI service) throws IOException {
    try (InputStream in =
        KeycloakProcess.class.getResourceAsStream("/keycloak/ledger-realm.json")) {
      if (in == null) {
        throw new IllegalStateException("the realm is in the test resources");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@SERVICE@", service.toString());
    }
  }

  private void awaitRealm(Path output) throws Exception {
    URI metadata = URI.create(issuer(port) + "/.well-known/openid-configuration");
    Instant end = Instant.now().plus(START);
    while (Instant.now().isBefore(end) && process.isAlive()) {
      try {
        HttpRequest request = HttpRequest.newBuilder(metadata).timeout(START).build();
        if (HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // Not listening yet.
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    throw new AssertionError("Keycloak does not come up:\n" + Files.readString(output));
  }

  /** An access token for somebody's program. */
  String token(String client, String user) throws Exception {
    return granted(
        Map.of(
            "grant_type", "password",
            "client_id", client,
            "client_secret", SECRET,
            "username", user,
            "password", PASSWORD));
  }

  /** An access token for a system, which nobody signs in. */
  String systemToken(String client) throws Exception {
    return granted(
        Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", SECRET));
  }

  private String granted(Map<String, String> form) throws Exception {
    String body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(issuer(port) + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    String token =
        JsonMapper.builder().build().readTree(answer.body()).path("access_token").asString("");
    if (token.isEmpty()) {
      throw new AssertionError("no token: " + answer.statusCode() + " " + answer.body());
    }
    return token;
  }

  private void endEverything() {
    // The script waits for the server that it started.
    Stream.concat(process.descendants(), Stream.of(process.toHandle()))
        .toList()
        .forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() {
    endEverything();
    process.onExit().join();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }
}
