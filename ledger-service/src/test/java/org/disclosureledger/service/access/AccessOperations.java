package org.disclosureledger.service.access;

import io.swagger.v3.oas.annotations.Operation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.disclosureledger.service.intake.Subject;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** The operations that are mapped, and which row of {@link AccessPolicy} decides each. */
final class AccessOperations {
  private static final Comparator<Mapped> BY_ROW =
      Comparator.comparingInt(Mapped::row)
          .thenComparing(Mapped::path)
          .thenComparing(mapped -> mapped.method().name());

  /**
   * One of them.
   *
   * @param path its pattern, variables without their regular expressions
   * @param vi what it does, empty where nobody describes it
   * @param row index of the row that decides, or -1
   */
  record Mapped(HttpMethod method, String path, String vi, String en, int row) {}

  private static final List<Class<?>> LOG =
      List.of(log("LogController"), log("DisclosuresController"));

  private AccessOperations() {}

  static List<Mapped> of(RequestMappingHandlerMapping mappings) {
    List<Mapped> all = new ArrayList<>();
    mappings.getHandlerMethods().forEach((mapping, handler) -> all.addAll(of(mapping, handler)));
    all.addAll(ofTheLog());
    return all.stream().sorted(BY_ROW).toList();
  }

  /** Read off the controller: the HTTP tests' context has no tree to answer from. */
  private static List<Mapped> ofTheLog() {
    List<Mapped> mapped = new ArrayList<>();
    for (Class<?> controller : LOG) {
      for (Method method : controller.getDeclaredMethods()) {
        GetMapping mapping = method.getAnnotation(GetMapping.class);
        Operation operation = method.getAnnotation(Operation.class);
        if (mapping != null && operation != null) {
          String under = controller.getAnnotation(RequestMapping.class).value()[0];
          mapped.add(mapped(HttpMethod.GET, under + mapping.value()[0], operation.summary()));
        }
      }
    }
    return mapped;
  }

  private static Class<?> log(String controller) {
    try {
      return Class.forName("org.disclosureledger.service.log." + controller);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Mapped mapped(HttpMethod method, String pattern, String summary) {
    String[] words = summary.split(" · ", 2);
    return new Mapped(
        method,
        pattern.replaceAll("\\{\\*?([a-zA-Z]+)(:[^}]*)?}", "{$1}"),
        words[0],
        words[words.length - 1],
        row(method, pattern));
  }

  private static List<Mapped> of(RequestMappingInfo mapping, HandlerMethod handler) {
    List<Mapped> mapped = new ArrayList<>();
    for (String pattern : mapping.getPatternValues()) {
      if (pattern.equals("/error")) {
        continue;
      }
      for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
        mapped.add(mapped(HttpMethod.valueOf(method.name()), pattern, summary(handler)));
      }
    }
    return mapped;
  }

  private static String summary(HandlerMethod handler) {
    Operation operation = handler.getMethodAnnotation(Operation.class);
    if (operation == null) {
      return "";
    }
    Subject subject = handler.getBeanType().getAnnotation(Subject.class);
    return subject == null
        ? operation.summary()
        : operation
            .summary()
            .replace("{vi}", subject.vi())
            .replace("{one}", subject.one())
            .replace("{many}", subject.many());
  }

  /** Matched as Spring does, on a path of this pattern. */
  static int row(HttpMethod method, String pattern) {
    PathContainer path = PathContainer.parsePath(pattern.replaceAll("\\{[^}]*}", "x"));
    for (int i = 0; i < AccessPolicy.ROWS.size(); i++) {
      AccessPolicy.Row row = AccessPolicy.ROWS.get(i);
      if (row.method().equals(method)
          && PathPatternParser.defaultInstance.parse(row.path()).matches(path)) {
        return i;
      }
    }
    return -1;
  }
}
