package org.disclosureledger.service.wire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds a body read from JSON to its declaration: a component not marked {@link Nullable} is there,
 * and no list holds null.
 */
final class RequiredMembers {
  private RequiredMembers() {}

  /**
   * @throws InputRefused of type missing-member, with the pointer
   */
  static void check(Object body) {
    check(body, "");
  }

  private static void check(Object value, String pointer) {
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        Object element = list.get(i);
        if (element == null) {
          throw new InputRefused(
              ProblemType.INVALID_VALUE, "a list holds no null", pointer + "/" + i);
        }
        check(element, pointer + "/" + i);
      }
    } else if (value instanceof Record) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        String at = pointer + "/" + component.getName();
        Object member = read(value, component);
        if (member != null) {
          check(member, at);
        } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
          throw new InputRefused(ProblemType.MISSING_MEMBER, "this member is required", at);
        }
      }
    }
  }

  private static @Nullable Object read(Object owner, RecordComponent component) {
    try {
      // The accessor of a package-private record is callable from its own package only by consent.
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(owner);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a record's accessor cannot fail", e);
    }
  }
}
