package org.disclosureledger.service.door;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** Around everything: our headers also on what the container refuses by itself, and its bodies. */
final class DoorValve extends ValveBase {
  private static final Duration DRAIN = Duration.ofSeconds(2);
  private static final long MAX_DRAINED = 64 * 1024;

  DoorValve() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    SecurityHeaders.write(request.isSecure(), response::setHeader);
    getNext().invoke(request, response);
    if (response.getStatus() >= Response.SC_BAD_REQUEST
        && !request.isAsync()
        && !request.getCoyoteRequest().hasExpectation()
        && !drained(request.getCoyoteRequest(), response.getStatus())) {
      request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }
  }

  /**
   * What is left of a refused body is read and thrown away, so that its sender gets the answer; but
   * by the clock, for Tomcat would go on with one that drips.
   */
  private static boolean drained(org.apache.coyote.Request request, int status) {
    long end = System.nanoTime() + DRAIN.toNanos();
    Dropped dropped = new Dropped();
    try {
      while (status != Response.SC_REQUEST_TIMEOUT
          && dropped.bytes <= MAX_DRAINED
          && System.nanoTime() < end) {
        int read = request.doRead(dropped);
        if (read < 0) {
          return true;
        }
        dropped.bytes += read;
      }
    } catch (IOException cut) {
      return false;
    }
    return false;
  }

  private static final class Dropped implements ApplicationBufferHandler {
    private long bytes;
    private ByteBuffer buffer = ByteBuffer.allocate(0);

    @Override
    public void setByteBuffer(ByteBuffer read) {
      buffer = read;
    }

    @Override
    public ByteBuffer getByteBuffer() {
      return buffer;
    }

    @Override
    public void expand(int size) {}
  }
}
