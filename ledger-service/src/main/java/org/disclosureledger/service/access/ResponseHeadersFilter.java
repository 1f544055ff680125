package org.disclosureledger.service.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.disclosureledger.service.door.SecurityHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a browser is told with every answer, also with those that no filter after this one sees,
 * such as a refused path's.
 */
final class ResponseHeadersFilter extends OncePerRequestFilter {
  /** A percent sign without two hexadecimal digits after it. */
  private static final Pattern BROKEN = Pattern.compile("%(?![0-9a-fA-F]{2})");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    SecurityHeaders.write(request.isSecure(), response::setHeader);
    if (BROKEN.matcher(request.getRequestURI()).find()) {
      // In a path's parameter Tomcat lets it be, and Spring's parser fails on it before anybody
      // asks.
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    chain.doFilter(request, response);
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }
}
