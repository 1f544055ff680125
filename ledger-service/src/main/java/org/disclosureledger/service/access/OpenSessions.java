package org.disclosureledger.service.access;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.concurrent.atomic.AtomicInteger;

/** How many sessions this process holds, so that strangers cannot fill its memory with them. */
final class OpenSessions implements HttpSessionListener {
  private final int most;
  private final AtomicInteger open = new AtomicInteger();

  OpenSessions(int most) {
    this.most = most;
  }

  @Override
  public void sessionCreated(HttpSessionEvent event) {
    open.incrementAndGet();
  }

  @Override
  public void sessionDestroyed(HttpSessionEvent event) {
    open.decrementAndGet();
  }

  int open() {
    return open.get();
  }

  /** By and large: several at one instant may pass. */
  boolean isFull() {
    return open() >= most;
  }
}
