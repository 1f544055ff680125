package org.disclosureledger.verifier.ledger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Serves a map of files below {@code /ledgers/test/}, well or badly. */
public final class TestServer implements AutoCloseable {
  private static final String ROOT = "/ledgers/test/";

  /** What a test puts in the place of the plain answer. */
  @FunctionalInterface
  public interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> requested = Collections.synchronizedList(new ArrayList<>());
  private final List<String> authorizations = Collections.synchronizedList(new ArrayList<>());
  private boolean gzip;
  private @Nullable String password;

  public TestServer(Map<String, byte[]> files) throws IOException {
    this.files.putAll(files);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  public URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/ledgers/test");
  }

  public Map<String, byte[]> files() {
    return files;
  }

  public TestServer gzip() {
    gzip = true;
    return this;
  }

  /** Wants user {@code auditor} with this password. */
  public TestServer password(String wanted) {
    password = wanted;
    return this;
  }

  public TestServer answer(String path, Answer answer) {
    answers.put(path, answer);
    return this;
  }

  public void plain(String path) {
    answers.remove(path);
  }

  /** Paths asked for since the last {@link #forget}. */
  public List<String> requested() {
    return List.copyOf(requested);
  }

  public List<String> authorizations() {
    return List.copyOf(authorizations);
  }

  public void forget() {
    requested.clear();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String name = path.startsWith(ROOT) ? path.substring(ROOT.length()) : path;
    requested.add(name);
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    authorizations.add(String.valueOf(authorization));
    try (exchange) {
      Answer answer = answers.get(name);
      byte[] bytes = files.get(name);
      if (password != null && !basic(password).equals(authorization)) {
        exchange.sendResponseHeaders(401, -1);
      } else if (answer != null) {
        answer.to(exchange);
      } else if (bytes == null) {
        exchange.sendResponseHeaders(404, 0);
        exchange.getResponseBody().write(new byte[100_000]);
      } else {
        send(exchange, bytes);
      }
    }
  }

  private static String basic(String password) {
    byte[] pair = ("auditor:" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private void send(HttpExchange exchange, byte[] bytes) throws IOException {
    byte[] body = bytes;
    if (gzip) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      body = gzipped(bytes);
    }
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  public static byte[] gzipped(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
