package org.disclosureledger.service.kafka;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;

/** Brokers are named, or one of our own is asked for; and this process does not only rebuild. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnExpression(
    "(!'${ledger.kafka.bootstrap-servers:}'.isBlank() or ${ledger.kafka.embedded:false})"
        + " and '${ledger.rebuild:}'.isEmpty()")
public @interface WhenKafkaIsOn {}
