package org.disclosureledger.service.wire;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Names each call, in the header {@code Request-Id} of its answer and in every line that it logs,
 * so that the two are found by each other. The name is ours: a client's own could forge the log's.
 */
final class RequestIdFilter extends OncePerRequestFilter {
  static final String HEADER = "Request-Id";
  static final String MEMBER = "requestId";

  private final Supplier<String> ids;

  RequestIdFilter(Supplier<String> ids) {
    this.ids = ids;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String id = ids.get();
    response.setHeader(HEADER, id);
    try (MDC.MDCCloseable named = MDC.putCloseable(MEMBER, id)) {
      chain.doFilter(request, response);
    }
  }
}
