package org.disclosureledger.service.access;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of browsers that are on their way to the provider and back. Strangers have them
 * made, so there are only so many: beyond that the oldest ends. Who is signed in is not among them.
 */
final class UnfinishedSignIns implements HttpSessionListener {
  private static final String MARK = UnfinishedSignIns.class.getName();

  private final int most;
  private final SequencedMap<Object, HttpSession> sessions = new LinkedHashMap<>();

  UnfinishedSignIns(int most) {
    this.most = most;
  }

  @Override
  public void sessionCreated(HttpSessionEvent event) {
    UUID mark = UUID.randomUUID();
    event.getSession().setAttribute(MARK, mark);
    HttpSession oldest = add(mark, event.getSession());
    if (oldest != null) {
      end(oldest);
    }
  }

  private synchronized @Nullable HttpSession add(UUID mark, HttpSession session) {
    sessions.put(mark, session);
    return sessions.size() > most ? sessions.pollFirstEntry().getValue() : null;
  }

  private static void end(HttpSession session) {
    try {
      session.invalidate();
    } catch (IllegalStateException e) {
      // It has ended by itself meanwhile.
    }
  }

  @Override
  public void sessionDestroyed(HttpSessionEvent event) {
    remove(event.getSession());
  }

  /** Its browser has come back and is signed in. */
  void finish(HttpSession session) {
    remove(session);
    session.removeAttribute(MARK);
  }

  private synchronized void remove(HttpSession session) {
    Object mark = session.getAttribute(MARK);
    if (mark != null) {
      sessions.remove(mark);
    }
  }

  /** Whether nobody is signed in by it yet. */
  static boolean isUnfinished(HttpSession session) {
    return session.getAttribute(MARK) != null;
  }

  synchronized int count() {
    return sessions.size();
  }
}
