package org.disclosureledger.service.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Asked for at a port of its own ({@code management.server.port}), which no proxy leads to: who
 * gathers measurements there signs in nowhere.
 */
final class OwnPort implements RequestMatcher {
  private static final String NAMESPACE = "management";

  private final String path;

  OwnPort(String path) {
    this.path = path;
  }

  @Override
  public boolean matches(HttpServletRequest request) {
    return path.equals(request.getServletPath())
        && WebApplicationContextUtils.getWebApplicationContext(request.getServletContext())
            instanceof WebServerApplicationContext context
        && NAMESPACE.equals(context.getServerNamespace());
  }
}
