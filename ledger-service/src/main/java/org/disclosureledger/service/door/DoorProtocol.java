package org.disclosureledger.service.door;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.AbstractProcessor;
import org.apache.coyote.Adapter;
import org.apache.coyote.ErrorState;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's HTTP/1.1 with two things that it lacks: an end to headers that drip, of which each byte
 * would begin its time-out anew; and our headers on the answers that it gives before it asks
 * anybody, as to a malformed request. Tomcat makes it by its name.
 */
public final class DoorProtocol extends Http11NioProtocol {
  private static final Duration LOOK = Duration.ofMillis(250);

  private volatile Duration patience = Duration.ofSeconds(10);
  private @Nullable ScheduledFuture<?> watch;

  /** How long a request's line and headers may take from their first byte to their last. */
  void setHeaderPatience(Duration patience) {
    this.patience = patience;
  }

  @Override
  public void start() throws Exception {
    super.start();
    watch =
        getUtilityExecutor()
            .scheduleWithFixedDelay(
                this::cutLate, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() throws Exception {
    if (watch != null) {
      watch.cancel(false);
    }
    super.stop();
  }

  private void cutLate() {
    long now = System.nanoTime();
    for (SocketWrapperBase<?> connection : getEndpoint().getConnections()) {
      if (connection.getCurrentProcessor() instanceof AbstractProcessor waiting
          && isLate(waiting, now)) {
        connection.close();
      }
    }
  }

  /**
   * A connection has a processor beside it while it waits for more of a head, or for an answer
   * given asynchronously; the start is that of the first byte, and none between two requests.
   */
  private boolean isLate(AbstractProcessor waiting, long now) {
    long start = waiting.getRequest().getStartTimeNanos();
    return start >= 0 && !waiting.isAsync() && now - start > patience.toNanos();
  }

  @Override
  protected Processor createProcessor() {
    return new DoorProcessor(this, getAdapter());
  }

  private static final class DoorProcessor extends Http11Processor {
    DoorProcessor(AbstractHttp11Protocol<?> protocol, Adapter adapter) {
      super(protocol, adapter);
    }

    @Override
    protected void setErrorState(ErrorState state, @Nullable Throwable cause) {
      super.setErrorState(state, cause);
      if (!response.isCommitted()) {
        boolean secure = "https".equals(String.valueOf(request.scheme()));
        SecurityHeaders.write(secure, (name, value) -> response.setHeader(name, value));
      }
    }
  }
}
