package org.disclosureledger.service.dispatch;

import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.disclosureledger.service.agency.AgencyAggregate;
import org.disclosureledger.service.deadline.CalendarAggregate;
import org.disclosureledger.service.deadline.PolicyAggregate;
import org.disclosureledger.service.erasure.ErasureAggregate;
import org.disclosureledger.service.erasure.RetentionAggregate;
import org.disclosureledger.service.grant.GrantAggregate;
import org.disclosureledger.service.oversight.OversightAggregate;
import org.disclosureledger.service.reconciliation.ReconciliationAggregate;
import org.disclosureledger.service.report.ReportAggregate;
import org.disclosureledger.service.request.DataRequestAggregate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells Axon of the aggregates; their packages know Axon's annotations alone. */
@Configuration(proxyBeanMethods = false)
public class RequestAggregateConfiguration {

  @Bean
  ConfigurerModule dataRequestAggregate() {
    return configurer ->
        configurer.configureAggregate(
            AggregateConfigurer.defaultConfiguration(DataRequestAggregate.class));
  }

  @Bean
  ConfigurerModule erasureAggregate() {
    return configurer ->
        configurer.configureAggregate(
            AggregateConfigurer.defaultConfiguration(ErasureAggregate.class));
  }

  @Bean
  ConfigurerModule retentionAggregate() {
    return configurer ->
        configurer.configureAggregate(
            AggregateConfigurer.defaultConfiguration(RetentionAggregate.class));
  }

  @Bean
  ConfigurerModule policyAggregate() {
    return configurer ->
        configurer.configureAggregate(
            AggregateConfigurer.defaultConfiguration(PolicyAggregate.class));
  }

  @Bean
  ConfigurerModule calendarAggregate() {
    return configurer ->
        configurer.configureAggregate(
            AggregateConfigurer.defaultConfiguration(CalendarAggregate.class));
  }

  @Bean
  ConfigurerModule grantAggregate() {
    return configurer ->
        configurer.configureAggregate(
            AggregateConfigurer.defaultConfiguration(GrantAggregate.class));
  }

  @Bean
  ConfigurerModule agencyAggregate() {
    return configurer ->
        configurer.configureAggregate(
            AggregateConfigurer.defaultConfiguration(AgencyAggregate.class));
  }

  @Bean
  ConfigurerModule oversightAggregate() {
    return configurer ->
        configurer.configureAggregate(
            AggregateConfigurer.defaultConfiguration(OversightAggregate.class));
  }

  @Bean
  ConfigurerModule reconciliationAggregate() {
    return configurer ->
        configurer.configureAggregate(
            AggregateConfigurer.defaultConfiguration(ReconciliationAggregate.class));
  }

  @Bean
  ConfigurerModule reportAggregate() {
    return configurer ->
        configurer.configureAggregate(
            AggregateConfigurer.defaultConfiguration(ReportAggregate.class));
  }
}
