package org.disclosureledger.service.envelope;

/**
 * Ties an event class to its published type.
 *
 * @param type CloudEvent type, e.g. {@code org.disclosureledger.request.recorded.v1}
 * @param dataSchema the shipped JSON Schema's {@code $id}
 */
public record EventBinding(String type, String dataSchema, Class<?> payload) {

  /**
   * The binding of version {@code version} of the event {@code name}, e.g. {@code
   * request.recorded}.
   */
  public static EventBinding of(String name, int version, Class<?> payload) {
    return new EventBinding(
        type(name, version),
        "https://disclosureledger.example/events/" + name + ".v" + version,
        payload);
  }

  static String type(String name, int version) {
    return "org.disclosureledger." + name + ".v" + version;
  }
}
