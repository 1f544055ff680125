package org.disclosureledger.service.trace;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Begins steps. */
public final class Traces {
  /** Nobody collects them. */
  public static final Traces NONE = new Traces(Tracer.NOOP, Propagator.NOOP);

  private final Tracer tracer;
  private final Propagator propagator;

  Traces(Tracer tracer, Propagator propagator) {
    this.tracer = tracer;
    this.propagator = propagator;
  }

  Tracer tracer() {
    return tracer;
  }

  Propagator propagator() {
    return propagator;
  }

  /** A step of what this thread does; none where that is not traced. */
  public Step within(String name) {
    Span current = tracer.currentSpan();
    return current == null || !isSampled(current)
        ? Step.NONE
        : new Step(this, tracer.spanBuilder().setParent(current.context()).name(name).start());
  }

  /** A message from elsewhere is taken: a step of its sender's trace, or the first of a new one. */
  public Step received(String name, @Nullable String parent) {
    return begin(name, Span.Kind.CONSUMER, parent);
  }

  /** A message goes elsewhere, as a later part of the trace that is named. */
  public Step sent(String name, String parent) {
    return begin(name, Span.Kind.PRODUCER, parent);
  }

  private Step begin(String name, Span.Kind kind, @Nullable String parent) {
    Map<String, String> carrier = parent == null ? Map.of() : Map.of(Step.TRACEPARENT, parent);
    Span span = propagator.extract(carrier, Map::get).name(name).kind(kind).start();
    return isSampled(span) ? new Step(this, span) : Step.NONE;
  }

  private static boolean isSampled(Span span) {
    TraceContext context = span.context();
    return Boolean.TRUE.equals(context.sampled());
  }
}
