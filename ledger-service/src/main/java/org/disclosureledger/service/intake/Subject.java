package org.disclosureledger.service.intake;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a controller's inherited operations are about: {@code {Subject}}, {@code {vi}}, {@code
 * {one}} and {@code {many}} in their ids and summaries stand for these words.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Subject {
  /** Within operation ids, in the singular. */
  String id();

  /** In Vietnamese. */
  String vi();

  /** In English, with its article. */
  String one();

  /** In English, in the plural, as a title. */
  String many();
}
