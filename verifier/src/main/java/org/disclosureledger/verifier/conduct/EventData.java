package org.disclosureledger.verifier.conduct;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.FormatTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code data}, or an object in it, read by what a rule asks of it; what no rule asks for is left
 * alone. Every reader throws {@link Unreadable} where a member is absent or of another form.
 */
public record EventData(JsonNode node) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  public static EventData parse(byte[] data) {
    try {
      JsonNode node = MAPPER.readTree(data);
      if (node.isObject()) {
        return new EventData(node);
      }
    } catch (JacksonException e) {
      throw new Unreadable("not JSON: " + e.getOriginalMessage());
    }
    throw new Unreadable("not an object");
  }

  public boolean has(String name) {
    return node.has(name);
  }

  public String text(String name) {
    JsonNode member = node.path(name);
    if (!member.isString()) {
      throw new Unreadable(name + " is no string");
    }
    return member.stringValue();
  }

  public @Nullable String optionalText(String name) {
    return has(name) ? text(name) : null;
  }

  /** As a stream's name ends in one. */
  static UUID uuidOf(String text) {
    try {
      UUID uuid = UUID.fromString(text);
      if (uuid.toString().equals(text)) {
        return uuid;
      }
    } catch (IllegalArgumentException e) {
      throw new Unreadable(text + " is no UUID");
    }
    throw new Unreadable(text + " is no UUID");
  }

  public UUID uuid(String name) {
    String text = text(name);
    try {
      UUID uuid = UUID.fromString(text);
      if (uuid.toString().equals(text)) {
        return uuid;
      }
    } catch (IllegalArgumentException e) {
      throw new Unreadable(name + ": " + e.getMessage());
    }
    throw new Unreadable(name + " is no UUID in lower case");
  }

  public @Nullable UUID optionalUuid(String name) {
    return has(name) ? uuid(name) : null;
  }

  public Instant time(String name) {
    try {
      return FormatTime.parse(text(name));
    } catch (FormatException e) {
      throw new Unreadable(name + ": " + e.getMessage());
    }
  }

  public @Nullable Instant optionalTime(String name) {
    return has(name) ? time(name) : null;
  }

  public LocalDate date(String name) {
    try {
      return LocalDate.parse(text(name));
    } catch (DateTimeException e) {
      throw new Unreadable(name + ": " + e.getMessage());
    }
  }

  @Nullable LocalDate optionalDate(String name) {
    return has(name) ? date(name) : null;
  }

  public long number(String name) {
    return number(name, node.path(name));
  }

  /** The number, or {@code absent} where there is none. */
  public long number(String name, long absent) {
    return has(name) ? number(name) : absent;
  }

  public int ordinal(String name) {
    return ordinal(name, node.path(name));
  }

  public boolean flag(String name) {
    JsonNode member = node.path(name);
    if (!member.isBoolean()) {
      throw new Unreadable(name + " is no boolean");
    }
    return member.booleanValue();
  }

  /** Spelled as {@code actorrole} spells it. */
  ActorRole role(String name) {
    try {
      return ActorRole.parse(text(name));
    } catch (FormatException e) {
      throw new Unreadable(name + ": " + e.getMessage());
    }
  }

  <E extends Enum<E>> E code(String name, Class<E> codes) {
    return parse(text(name), codes);
  }

  /** The code, or {@code absent} where there is none. */
  <E extends Enum<E>> E code(String name, Class<E> codes, E absent) {
    return has(name) ? code(name, codes) : absent;
  }

  static <E extends Enum<E>> E parse(String text, Class<E> codes) {
    try {
      return Enum.valueOf(codes, text);
    } catch (IllegalArgumentException e) {
      throw new Unreadable(text + " is no " + codes.getSimpleName());
    }
  }

  public EventData object(String name) {
    return object(name, node.path(name));
  }

  public List<EventData> objects(String name) {
    List<EventData> objects = new ArrayList<>();
    for (JsonNode element : array(name).values()) {
      objects.add(object(name, element));
    }
    return objects;
  }

  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : array(name).values()) {
      if (!element.isString()) {
        throw new Unreadable(name + " holds no string");
      }
      texts.add(element.stringValue());
    }
    return texts;
  }

  public List<Integer> ordinals(String name) {
    List<Integer> ordinals = new ArrayList<>();
    for (JsonNode element : array(name).values()) {
      ordinals.add(ordinal(name, element));
    }
    return ordinals;
  }

  private JsonNode array(String name) {
    JsonNode member = node.path(name);
    if (!member.isArray()) {
      throw new Unreadable(name + " is no array");
    }
    return member;
  }

  private static EventData object(String name, JsonNode member) {
    if (!member.isObject()) {
      throw new Unreadable(name + " is no object");
    }
    return new EventData(member);
  }

  private static long number(String name, JsonNode member) {
    if (!member.isIntegralNumber() || !member.canConvertToLong()) {
      throw new Unreadable(name + " is no number");
    }
    return member.longValue();
  }

  /** Small, so that none can make a bit set large. */
  private static int ordinal(String name, JsonNode member) {
    long value = number(name, member);
    if (value < 1 || value > Targets.MOST) {
      throw new Unreadable(name + " is no ordinal");
    }
    return (int) value;
  }
}
