package org.disclosureledger.service.storm;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes traces as OTLP over HTTP says (opentelemetry-proto 1.x, {@code /v1/traces}). */
final class Collector implements AutoCloseable {
  private final HttpServer server;
  private final List<ExportTraceServiceRequest> taken = new CopyOnWriteArrayList<>();

  Collector() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      taken.add(ExportTraceServiceRequest.parseFrom(exchange.getRequestBody()));
      exchange.sendResponseHeaders(200, -1);
    }
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
  }

  private List<Span> spans() {
    return taken.stream()
        .flatMap(each -> each.getResourceSpansList().stream())
        .flatMap(each -> each.getScopeSpansList().stream())
        .flatMap(each -> each.getSpansList().stream())
        .toList();
  }

  /** The names of a trace's spans. */
  Set<String> names(String trace) {
    return of(trace).map(Span::getName).collect(Collectors.toSet());
  }

  /** A span of a trace, of which it has to have one. */
  Span span(String trace, String name) {
    return of(trace).filter(span -> span.getName().equals(name)).findFirst().orElseThrow();
  }

  Stream<Span> of(String trace) {
    return spans().stream().filter(span -> hex(span.getTraceId()).equals(trace));
  }

  /** All that was ever told, as text to look into. */
  String text() {
    StringBuilder text = new StringBuilder();
    taken.forEach(each -> text.append(new String(each.toByteArray(), StandardCharsets.UTF_8)));
    return text.toString();
  }

  static String hex(ByteString id) {
    return HexFormat.of().formatHex(id.toByteArray());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
