package org.disclosureledger.service.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.disclosureledger.service.door.SecurityHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      chain.doFilter(request, response); // it tells what was refused here
      return;
    }
    String query = request.getQueryString();
    if (BROKEN.matcher(request.getRequestURI()).find()
        || (query != null && BROKEN.matcher(query).find())) {
      // In a path's parameter Tomcat lets it be, and Spring's parser fails on it before anybody
      // asks; in a query Tomcat itself fails, when somebody does.
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    if (isForm(request.getContentType())) {
      // No page here sends a form, but whoever asks for a parameter has its body read, unlimited
      // and before anybody has signed in.
      response.setHeader(HttpHeaders.CONNECTION, "close");
      response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
      return;
    }
    chain.doFilter(request, response);
  }

  private static boolean isForm(@Nullable String type) {
    if (type == null) {
      return false;
    }
    String lower = type.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("application/x-www-form-urlencoded") || lower.startsWith("multipart/");
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }
}
