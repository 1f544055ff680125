package org.disclosureledger.service.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.disclosureledger.service.envelope.CommandRefused;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Takes what the filters refuse to the one place that writes problem details. */
final class RefusalWriter implements AuthenticationEntryPoint, AccessDeniedHandler {
  private static final String INVALID_TOKEN = ", error=\"invalid_token\"";

  private final HandlerExceptionResolver problems;
  private final String challenge;

  /**
   * @param challenge how to sign in, as the header {@code WWW-Authenticate} says it
   */
  RefusalWriter(HandlerExceptionResolver problems, String challenge) {
    this.problems = problems;
    this.challenge = challenge;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
    switch (failure) {
      case SignInRefused refused -> {
        if (refused.rule().status() == HttpServletResponse.SC_UNAUTHORIZED) {
          response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge + INVALID_TOKEN);
        }
        write(request, response, new CommandRefused(refused.rule(), refused.detail()));
      }
      case TooManySignIns tooMany -> {
        response.setHeader(HttpHeaders.RETRY_AFTER, RateFilter.seconds(tooMany.waiting()));
        write(request, response, new CommandRefused(tooMany.rule(), "wait, then repeat"));
      }
      case OAuth2AuthenticationException badToken -> {
        // Why a token is refused helps those who try tokens more than those who hold one.
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge + INVALID_TOKEN);
        write(request, response, badToken);
      }
      default -> {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        write(request, response, failure);
      }
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure) {
    write(
        request,
        response,
        failure instanceof CsrfException
            ? new CommandRefused(
                AccessRule.CSRF_TOKEN_INVALID, "send the header that GET /api/v1/me names")
            : failure);
  }

  private void write(HttpServletRequest request, HttpServletResponse response, Exception failure) {
    problems.resolveException(request, response, null, failure);
  }
}
