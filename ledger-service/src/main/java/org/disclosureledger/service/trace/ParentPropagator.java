package org.disclosureledger.service.trace;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * W3C Trace Context without {@code tracestate} (§3.3): that is free text of whoever calls, which
 * would stand in spans for as long as a collector keeps them. §4.3 lets whoever takes part drop it.
 */
final class ParentPropagator implements TextMapPropagator {
  private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();

  @Override
  public Collection<String> fields() {
    return List.of(Step.TRACEPARENT);
  }

  @Override
  public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
    W3C.inject(
        context,
        carrier,
        (into, name, value) -> {
          if (name.equals(Step.TRACEPARENT)) {
            setter.set(into, name, value);
          }
        });
  }

  @Override
  public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
    return W3C.extract(
        context,
        carrier,
        new TextMapGetter<C>() {
          @Override
          public Iterable<String> keys(C from) {
            return fields();
          }

          @Override
          public @Nullable String get(@Nullable C from, String name) {
            return name.equals(Step.TRACEPARENT) ? getter.get(from, name) : null;
          }
        });
  }
}
