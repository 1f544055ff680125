package org.disclosureledger.service.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.disclosureledger.service.envelope.UnknownLedger;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher.MatchResult;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Hides the ledgers that a person may not read: every such path is answered as if the ledger did
 * not exist, whether it does or not, and before the body is looked at.
 */
final class LedgerFilter extends OncePerRequestFilter {
  private static final PathPatternRequestMatcher API =
      PathPatternRequestMatcher.withDefaults().matcher("/api/v1/ledgers/{ledger}/**");
  private static final PathPatternRequestMatcher LOG =
      PathPatternRequestMatcher.withDefaults().matcher("/ledgers/{ledger}/**");

  private final LedgerAccess access;
  private final HandlerExceptionResolver problems;

  LedgerFilter(LedgerAccess access, HandlerExceptionResolver problems) {
    this.access = access;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    MatchResult api = API.matcher(request);
    MatchResult log = LOG.matcher(request);
    if (api.isMatch() && hidden(api)) {
      String ledger = api.getVariables().getOrDefault("ledger", "");
      problems.resolveException(request, response, null, new UnknownLedger(ledger));
    } else if (log.isMatch() && hidden(log)) {
      problems.resolveException(
          request, response, null, new ResponseStatusException(HttpStatus.NOT_FOUND));
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean hidden(MatchResult match) {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    String ledger = match.getVariables().getOrDefault("ledger", "");
    return authentication != null
        && authentication.getPrincipal() instanceof SignedInUser user
        && !access.mayRead(user, ledger);
  }
}
