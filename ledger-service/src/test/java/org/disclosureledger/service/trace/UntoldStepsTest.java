package org.disclosureledger.service.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** Whatever becomes of what is told, nothing else fails. */
class UntoldStepsTest {
  private static <T> T failing(Class<T> type, Object... answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              for (Object answer : answers) {
                if (method.getReturnType().isInstance(answer)) {
                  return answer;
                }
              }
              throw new IllegalStateException("says the test: " + method.getName());
            }));
  }

  private static void live(Step step) {
    try (Step.Scope scope = step.tag("ledger", "demo").tag("commands", 3).inThisThread()) {
      step.child("inner").tag("x", "y").end();
      assertThat(step.parent()).isNull();
    }
    step.failed(new IllegalStateException("test"));
    step.end();
  }

  @Test
  void aTracerThatFailsGivesNoSteps() {
    Traces traces = new Traces(failing(Tracer.class), failing(Propagator.class));
    assertThat(traces.within("one")).isSameAs(Step.NONE);
    assertThat(traces.received("two", "00-x")).isSameAs(Step.NONE);
    assertThat(traces.sent("three", "00-x")).isSameAs(Step.NONE);
    live(Step.NONE);
  }

  @Test
  void aSpanThatFailsFailsNothing() {
    TraceContext sampled = failing(TraceContext.class, Boolean.TRUE);
    Span span = failing(Span.class, sampled);
    Traces traces = new Traces(failing(Tracer.class), failing(Propagator.class));
    live(new Step(traces, span));
  }

  @Test
  void whatItsClassesLackFailsNothing() {
    assertThat(
            Traces.<String>quietly(
                () -> {
                  throw new NoClassDefFoundError("says the test");
                },
                "otherwise"))
        .isEqualTo("otherwise");
  }
}
