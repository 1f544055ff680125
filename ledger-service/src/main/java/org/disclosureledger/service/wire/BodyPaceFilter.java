package org.disclosureledger.service.wire;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a body that drips. The container waits some seconds for each byte, so that one a second
 * would hold a call for days; here a body has a grace, and after it has to have come at a pace that
 * any line keeps.
 */
final class BodyPaceFilter extends OncePerRequestFilter {
  private final Duration grace;
  private final long bytesPerSecond;
  private final LongSupplier nanos;
  private final ProblemWriter problems;

  /**
   * @param grace from the first read on, in which it may come as it likes
   * @param bytesPerSecond the least on average from then on; over GPRS 3 000 go up
   */
  BodyPaceFilter(Duration grace, long bytesPerSecond, LongSupplier nanos, ProblemWriter problems) {
    if (bytesPerSecond < 1) {
      throw new IllegalArgumentException("ledger.access.body-pace: at least 1B a second");
    }
    this.grace = grace;
    this.bytesPerSecond = bytesPerSecond;
    this.nanos = nanos;
    this.problems = problems;
  }

  /** It came too slowly, or came to a halt. */
  static final class BodyTooSlow extends IOException {
    private static final long serialVersionUID = 1L;

    BodyTooSlow() {
      super("the body comes too slowly");
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(new PacedRequest(request), response);
    } catch (BodyTooSlow slow) {
      refuse(problems, response);
    }
  }

  static void refuse(ProblemWriter problems, HttpServletResponse response) throws IOException {
    response.setHeader("Connection", "close");
    problems.write(
        response, ProblemType.BODY_TOO_SLOW, "the connection ends; nothing was recorded", Map.of());
  }

  private final class PacedRequest extends HttpServletRequestWrapper {
    private final HttpServletRequest request;

    PacedRequest(HttpServletRequest request) {
      super(request);
      this.request = request;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new PacedInput(request.getInputStream());
    }

    @Override
    public BufferedReader getReader() throws IOException {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  private final class PacedInput extends ServletInputStream {
    private final ServletInputStream body;
    private final long start = nanos.getAsLong();
    private long bytes;

    PacedInput(ServletInputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read;
      try {
        read = body.read(into, offset, length);
      } catch (IOException e) {
        throw halted(e) ? new BodyTooSlow() : e;
      }
      bytes += Math.max(read, 0);
      long allowed = grace.toNanos() + bytes * 1_000_000_000L / bytesPerSecond;
      if (read >= 0 && nanos.getAsLong() - start > allowed) {
        throw new BodyTooSlow();
      }
      return read;
    }

    private static boolean halted(IOException failure) {
      for (Throwable t = failure; t != null; t = t.getCause()) {
        if (t instanceof SocketTimeoutException) {
          return true;
        }
      }
      return false;
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
