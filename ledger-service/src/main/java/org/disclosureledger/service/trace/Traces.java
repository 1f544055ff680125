package org.disclosureledger.service.trace;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins steps. */
public final class Traces {
  private static final Logger log = LoggerFactory.getLogger(Traces.class);

  /** Whether that has been said: once is enough, where each step may fail. */
  private static final AtomicBoolean UNTOLD = new AtomicBoolean();

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
    return quietly(
        () -> {
          Span current = tracer.currentSpan();
          return current == null || !isSampled(current)
              ? Step.NONE
              : new Step(
                  this, tracer.spanBuilder().setParent(current.context()).name(name).start());
        },
        Step.NONE);
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
    return quietly(
        () -> {
          Span span = propagator.extract(carrier, Map::get).name(name).kind(kind).start();
          return isSampled(span) ? new Step(this, span) : Step.NONE;
        },
        Step.NONE);
  }

  /** Nothing that anybody asked for may fail because it could not be told. */
  static <T extends @Nullable Object> T quietly(Supplier<T> telling, T otherwise) {
    try {
      return telling.get();
    } catch (RuntimeException | LinkageError e) {
      if (UNTOLD.compareAndSet(false, true)) {
        log.warn("steps are not traced, here and elsewhere: {}", e.getClass().getName());
      }
      return otherwise;
    }
  }

  static void quietly(Runnable telling) {
    quietly(
        () -> {
          telling.run();
          return true;
        },
        false);
  }

  private static boolean isSampled(Span span) {
    TraceContext context = span.context();
    return Boolean.TRUE.equals(context.sampled());
  }
}
