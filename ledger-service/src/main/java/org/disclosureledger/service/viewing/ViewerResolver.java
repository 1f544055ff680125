package org.disclosureledger.service.viewing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Map;
import org.disclosureledger.service.wire.Callers;
import org.disclosureledger.service.wire.LedgerLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Makes the {@link Viewer} of a read from path, header and sign-in. */
@Component
class ViewerResolver implements HandlerMethodArgumentResolver {
  private final LedgerLookup ledgers;
  private final Callers callers;

  ViewerResolver(LedgerLookup ledgers, Callers callers) {
    this.ledgers = ledgers;
    this.callers = callers;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Viewer.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
    if (request == null) {
      throw new IllegalStateException("records are opened over HTTP");
    }
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    Object named = variables instanceof Map<?, ?> path ? path.get("ledger") : null;
    String ledger = ledgers.find(String.valueOf(named)).name();
    return new Viewer(
        callers.signedIn(ledger), Collections.list(request.getHeaders(Viewer.HEADER)));
  }
}
