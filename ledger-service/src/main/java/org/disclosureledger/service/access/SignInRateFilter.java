package org.disclosureledger.service.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts what strangers may have a session made by, or the provider asked by. */
final class SignInRateFilter extends OncePerRequestFilter {
  private static final RequestMatcher COUNTED =
      new OrRequestMatcher(
          PathPatternRequestMatcher.withDefaults().matcher("/sign-in"),
          PathPatternRequestMatcher.withDefaults().matcher("/oauth2/authorization/**"),
          PathPatternRequestMatcher.withDefaults().matcher("/login/oauth2/code/**"));

  private final SignInAttempts attempts;
  private final RefusalWriter refusals;

  SignInRateFilter(SignInAttempts attempts, RefusalWriter refusals) {
    this.attempts = attempts;
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (COUNTED.matches(request)) {
      try {
        attempts.count(request.getRemoteAddr());
      } catch (TooManySignIns refused) {
        refusals.commence(request, response, refused);
        return;
      }
    }
    chain.doFilter(request, response);
  }
}
