package org.disclosureledger.service.trace;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Traced is what somebody collects: without a collector no step is begun. */
@Configuration(proxyBeanMethods = false)
class TraceConfiguration {
  @Bean
  ContextPropagators contextPropagators() {
    return ContextPropagators.create(new ParentPropagator());
  }

  @Bean
  Traces traces(
      @Value("${management.opentelemetry.tracing.export.otlp.endpoint:}") String collector,
      ObjectProvider<Tracer> tracer,
      ObjectProvider<Propagator> propagator) {
    return collector.isBlank()
        ? Traces.NONE
        : new Traces(
            tracer.getIfAvailable(() -> Tracer.NOOP),
            propagator.getIfAvailable(() -> Propagator.NOOP));
  }
}
