package org.disclosureledger.service.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session a working day after its sign-in however busy it is: roles are asked of the
 * provider only when somebody signs in. One that nobody has signed in by ends after minutes.
 */
final class SessionAgeFilter extends OncePerRequestFilter {
  static final Duration LONGEST = Duration.ofHours(8);
  static final Duration UNTIL_SIGNED_IN = Duration.ofMinutes(5);

  private final InstantSource clock;

  SessionAgeFilter(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    if (session != null && isOver(session)) {
      session.invalidate();
    }
    chain.doFilter(request, response);
  }

  private boolean isOver(HttpSession session) {
    // Without that whoever goes on asking would keep what nobody signs in by.
    Duration longest = UnfinishedSignIns.isUnfinished(session) ? UNTIL_SIGNED_IN : LONGEST;
    return !clock.instant().isBefore(Instant.ofEpochMilli(session.getCreationTime()).plus(longest));
  }
}
