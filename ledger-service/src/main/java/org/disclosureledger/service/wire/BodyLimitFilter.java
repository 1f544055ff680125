package org.disclosureledger.service.wire;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.disclosureledger.service.reconciliation.AgencyListReader;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Reads a body of at most {@link #MAX_BODY_BYTES}, or of a list's {@link #MAX_LIST_BYTES}, stopping
 * one byte later, whatever {@code Content-Length} says or leaves out. Runs after authentication:
 * strangers fill no memory.
 */
public class BodyLimitFilter extends OncePerRequestFilter {
  /** Where documents are sent, which are limited as they stream in. */
  public static final String DOCUMENTS = "/api/v1/ledgers/{ledger}/requests/{id}/documents";

  public static final int MAX_BODY_BYTES = 1024 * 1024;

  /** An agency's own list, for reconciliation. */
  static final int MAX_LIST_BYTES = AgencyListReader.MAX_BYTES;

  // Written otherwise, as by percent-encoding, a path gets the smaller limit.
  private static final Pattern LISTS =
      Pattern.compile("/api/v1/ledgers/[a-z0-9._~-]+/reconciliations");

  /** Request attribute: the body's bytes as received. */
  static final String BODY = BodyLimitFilter.class.getName() + ".body";

  /** Matched as Spring MVC does, however the path is encoded. */
  private static final PathPattern SENT_DOCUMENTS =
      PathPatternParser.defaultInstance.parse(DOCUMENTS);

  private final ProblemWriter problems;

  BodyLimitFilter(ProblemWriter problems) {
    this.problems = problems;
  }

  /** Documents are larger and never in memory; their room keeps their limit. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return HttpMethod.POST.matches(request.getMethod())
        && SENT_DOCUMENTS.matches(PathContainer.parsePath(request.getRequestURI()));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    int limit = limit(request);
    byte[] body =
        request.getContentLengthLong() > limit || (limit == 0 && sendsBody(request))
            ? null
            : request.getInputStream().readNBytes(limit + 1);
    if (body == null || body.length > limit) {
      // What the client still sends is not read; the connection ends with this answer.
      response.setHeader("Connection", "close");
      problems.write(
          response, ProblemType.BODY_TOO_LARGE, "a body has at most " + limit + " bytes", Map.of());
      return;
    }
    request.setAttribute(BODY, body);
    chain.doFilter(new BufferedRequest(request, body), response);
  }

  /** Nobody's body is kept who has not signed in, nor one that nothing reads. */
  private static int limit(HttpServletRequest request) {
    boolean changes = HttpMethod.POST.matches(request.getMethod());
    if (!changes || request.getUserPrincipal() == null) {
      return 0;
    }
    return LISTS.matcher(request.getRequestURI()).matches() ? MAX_LIST_BYTES : MAX_BODY_BYTES;
  }

  /** Without waiting for it. */
  private static boolean sendsBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0
        || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
  }

  private static final class BufferedRequest extends HttpServletRequestWrapper {
    private final byte[] body;

    BufferedRequest(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      return new BufferedInput(new ByteArrayInputStream(body));
    }

    @Override
    public BufferedReader getReader() {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  private static final class BufferedInput extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    BufferedInput(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      return bytes.read(into, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("the body is read already");
    }
  }
}
