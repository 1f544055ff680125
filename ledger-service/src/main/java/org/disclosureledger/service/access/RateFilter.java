package org.disclosureledger.service.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.rate.RateKind;
import org.disclosureledger.service.rate.RateLimits;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Counts what each person asks for, also what is then refused. Where that cannot be counted calls
 * go on under this process's own count, for they need the database themselves and fail with it.
 */
final class RateFilter extends OncePerRequestFilter {
  private static final String LEDGER = "/api/v1/ledgers/{ledger}";
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final RequestMatcher HEALTH = any(AccessPolicy.HEALTH);
  private static final RequestMatcher TILES =
      any(
          "/ledgers/{ledger}/tile/**",
          "/ledgers/{ledger}/checkpoint",
          "/ledgers/{ledger}/receipts/{index}");
  private static final RequestMatcher DOWNLOADS =
      any(
          LEDGER + "/requests/{id}/documents/{document}",
          LEDGER + "/register.csv",
          LEDGER + "/agencies.csv",
          LEDGER + "/reconciliations/{id}/differences.csv",
          // As costly as its file.
          LEDGER + "/statistics",
          LEDGER + "/statistics.csv",
          "/api/v1/comparison",
          "/api/v1/comparison.csv",
          LEDGER + "/reports/{report}/report.*",
          LEDGER + "/reports/{report}/public.*",
          "/ledgers/{ledger}/disclosures/**");

  private final RateLimits limits;
  private final HandlerExceptionResolver problems;

  RateFilter(RateLimits limits, HandlerExceptionResolver problems) {
    this.limits = limits;
    this.problems = problems;
  }

  private static RequestMatcher any(String... paths) {
    List<RequestMatcher> matchers =
        Arrays.stream(paths)
            .<RequestMatcher>map(path -> PathPatternRequestMatcher.withDefaults().matcher(path))
            .toList();
    return new OrRequestMatcher(matchers);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who == null
        || !(who.getPrincipal() instanceof SignedInUser user)
        || HEALTH.matches(request)) {
      chain.doFilter(request, response);
      return;
    }
    RateKind kind = kind(request);
    RateLimits.Verdict verdict = limits.take(kind, "person:" + user.person());
    if (verdict.outcome() == RateLimits.Outcome.TOO_MANY) {
      response.setHeader(HttpHeaders.RETRY_AFTER, seconds(verdict.retryAfter()));
      refuse(request, response, AccessRule.TOO_MANY_REQUESTS, "the header Retry-After says when");
    } else {
      chain.doFilter(request, response);
    }
  }

  static RateKind kind(HttpServletRequest request) {
    if (!READING.contains(request.getMethod())) {
      return RateKind.WRITES;
    }
    if (TILES.matches(request)) {
      return RateKind.TILES;
    }
    return DOWNLOADS.matches(request) ? RateKind.DOWNLOADS : RateKind.READS;
  }

  /** Whole ones, rounded up: who comes back by then is let in. */
  static String seconds(Duration wait) {
    return String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds()));
  }

  private void refuse(
      HttpServletRequest request, HttpServletResponse response, AccessRule rule, String detail) {
    problems.resolveException(request, response, null, new CommandRefused(rule, detail));
  }
}
