package org.disclosureledger.service.trace;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One span. What is not traced has a step as well, which tells nobody; and what fails while
 * something is told fails nothing else.
 */
public final class Step {
  public static final Step NONE = new Step(Traces.NONE, null);

  /** The one header of W3C Trace Context (§3.2) that says where a step belongs. */
  public static final String TRACEPARENT = "traceparent";

  private final Traces traces;
  private final @Nullable Span span;

  Step(Traces traces, @Nullable Span span) {
    this.traces = traces;
    this.span = span;
  }

  /** Ends with the block. */
  public interface Scope extends AutoCloseable {
    @Override
    void close();
  }

  /** Whatever this thread does within it is part of this step. */
  public Scope inThisThread() {
    Span own = span;
    if (own == null) {
      return () -> {};
    }
    Tracer.SpanInScope scope = Traces.quietly(() -> traces.tracer().withSpan(own), null);
    return scope == null ? () -> {} : () -> Traces.quietly(scope::close);
  }

  /** Where steps that follow in other processes belong; none where this one is not traced. */
  public @Nullable String parent() {
    Span own = span;
    if (own == null) {
      return null;
    }
    Map<String, String> carrier = new HashMap<>();
    Traces.quietly(() ->
        traces
            .propagator()
            .inject(
                own.context(),
                carrier,
                (into, name, value) -> {
                  if (into != null) {
                    into.put(name, value);
                  }
                }));
    return carrier.get(TRACEPARENT);
  }

  /** A step within this one. */
  public Step child(String name) {
    Span own = span;
    return own == null
        ? NONE
        : Traces.quietly(
            () ->
                new Step(
                    traces,
                    traces.tracer().spanBuilder().setParent(own.context()).name(name).start()),
            NONE);
  }

  /**
   * @param value never what a command says
   */
  public Step tag(String key, String value) {
    Span own = span;
    if (own != null) {
      Traces.quietly(() -> own.tag(key, value));
    }
    return this;
  }

  public Step tag(String key, long value) {
    Span own = span;
    if (own != null) {
      Traces.quietly(() -> own.tag(key, value));
    }
    return this;
  }

  /** It did not come to what it was for: the kind of the failure alone is told. */
  public void failed(Throwable failure) {
    tag("error", failure.getClass().getSimpleName());
    end();
  }

  public void end() {
    Span own = span;
    if (own != null) {
      Traces.quietly(own::end);
    }
  }
}
