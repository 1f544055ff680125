package org.disclosureledger.format.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.format.FormatRule;
import org.disclosureledger.format.Utf8;
import org.jspecify.annotations.Nullable;

/** Reads a policy file line by line; names are opaque octets, read as ISO 8859-1. */
final class PolicyParser {
  private static final Pattern THRESHOLD = Pattern.compile("[1-9][0-9]{0,8}");

  private record Word(String text, int offset) {}

  private final byte[] input;
  private final List<Policy.LogLine> logs = new ArrayList<>();
  private final List<Policy.WitnessLine> witnesses = new ArrayList<>();
  private final Map<String, Policy.GroupLine> groups = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>(Set.of(Policy.NO_QUORUM));
  private final Set<String> members = new HashSet<>();
  private final Set<ByteBuffer> keys = new HashSet<>();
  private @Nullable String quorum;

  PolicyParser(byte[] input) {
    this.input = input;
  }

  Policy parse() {
    checkCharacters();
    int from = 0;
    for (int to = 0; to <= input.length; to++) {
      if (to == input.length || input[to] == '\n') {
        line(words(from, to));
        from = to + 1;
      }
    }
    if (quorum == null) {
      throw FormatRule.POLICY_QUORUM.violation(input.length, "no quorum line");
    }
    if (logs.isEmpty()) {
      throw FormatRule.POLICY_NO_LOG.violation(input.length, "no log line");
    }
    return new Policy(logs, witnesses, groups, quorum);
  }

  private void checkCharacters() {
    if (input.length > FormatLimits.MAX_POLICY_BYTES) {
      throw FormatRule.POLICY_CHARACTER.violation("a policy has at most 1,000,000 bytes");
    }
    for (int i = 0; i < input.length; i++) {
      byte c = input[i];
      if (c == 0x7f || (c >= 0 && c < 0x20 && c != '\n' && c != '\t')) {
        throw FormatRule.POLICY_CHARACTER.violation(
            i, "a policy has no control characters but tab and newline");
      }
    }
  }

  private List<Word> words(int from, int to) {
    List<Word> words = new ArrayList<>();
    int start = -1;
    for (int i = from; i <= to; i++) {
      boolean space = i == to || input[i] == ' ' || input[i] == '\t';
      if (space && start >= 0) {
        words.add(
            new Word(new String(input, start, i - start, StandardCharsets.ISO_8859_1), start));
        start = -1;
      } else if (!space && start < 0) {
        start = i;
      }
    }
    return words;
  }

  private void line(List<Word> words) {
    if (words.isEmpty() || words.getFirst().text().startsWith("#")) {
      return;
    }
    switch (words.getFirst().text()) {
      case "log" -> log(require(words, 2, 3));
      case "witness" -> witness(require(words, 3, 4));
      case "group" -> group(require(words, 4, Integer.MAX_VALUE));
      case "quorum" -> quorum(require(words, 2, 2));
      default ->
          throw FormatRule.POLICY_WORD.violation(
              words.getFirst().offset(), "a line begins with log, witness, group or quorum");
    }
  }

  private static List<Word> require(List<Word> words, int least, int most) {
    if (words.size() < least || words.size() > most) {
      throw FormatRule.POLICY_LINE.violation(
          words.getFirst().offset(), "too few or too many words on this line");
    }
    return words;
  }

  private void log(List<Word> words) {
    VerifierKey key = key(words.get(1), VerifierKey.ED25519);
    logs.add(new Policy.LogLine(key, url(words, 2)));
  }

  private void witness(List<Word> words) {
    String name = define(words.get(1));
    VerifierKey key = key(words.get(2), VerifierKey.COSIGNATURE_ED25519);
    witnesses.add(new Policy.WitnessLine(name, key, url(words, 3)));
  }

  /** ML-DSA-44 serves ledgers and witnesses alike; of the Ed25519 types each has its own. */
  private VerifierKey key(Word word, byte ed25519Type) {
    VerifierKey key;
    byte[] octets = word.text().getBytes(StandardCharsets.ISO_8859_1);
    int malformed = Utf8.firstMalformed(octets);
    if (malformed >= 0) {
      throw FormatRule.VKEY_SHAPE.violation(
          (long) word.offset() + malformed, "a key's name is UTF-8");
    }
    try {
      key = VerifierKey.parse(new String(octets, StandardCharsets.UTF_8));
    } catch (FormatException e) {
      throw e.at(word.offset() + Math.max(0, e.offset()));
    }
    if (key.type() != ed25519Type && key.type() != VerifierKey.ML_DSA_44) {
      throw FormatRule.POLICY_KEY_TYPE.violation(
          word.offset(), "a log's key is of type 01 or 06, a witness's of 04 or 06");
    }
    if (key.type() == VerifierKey.ML_DSA_44 && nameBytes(key) > Cosignature.MAX_NAME_BYTES) {
      throw FormatRule.VKEY_SHAPE.violation(
          word.offset(), "the name of an ML-DSA-44 key has at most 255 bytes");
    }
    if (!keys.add(ByteBuffer.wrap(key.key()))) {
      throw FormatRule.POLICY_DUPLICATE_KEY.violation(word.offset(), "this key stands twice");
    }
    return key;
  }

  private static int nameBytes(VerifierKey key) {
    return key.name().getBytes(StandardCharsets.UTF_8).length;
  }

  private static @Nullable String url(List<Word> words, int index) {
    return words.size() > index ? decode(words.get(index).text()) : null;
  }

  private String define(Word word) {
    if (!names.add(word.text())) {
      throw FormatRule.POLICY_NAME.violation(word.offset(), "this name is already taken");
    }
    return word.text();
  }

  private void group(List<Word> words) {
    List<String> group = new ArrayList<>();
    for (Word member : words.subList(3, words.size())) {
      group.add(member(member));
    }
    Word threshold = words.get(2);
    int enough =
        switch (threshold.text()) {
          case "all" -> group.size();
          case "any" -> 1;
          default ->
              THRESHOLD.matcher(threshold.text()).matches()
                  ? Integer.parseInt(threshold.text())
                  : 0;
        };
    if (enough < 1 || enough > group.size()) {
      throw FormatRule.POLICY_THRESHOLD.violation(
          threshold.offset(), "a threshold is all, any, or 1 to the number of members");
    }
    String name = define(words.get(1));
    groups.put(name, new Policy.GroupLine(name, enough, group));
  }

  private String member(Word word) {
    if (word.text().equals(Policy.NO_QUORUM) || !names.contains(word.text())) {
      throw FormatRule.POLICY_MEMBER.violation(word.offset(), "no witness or group above");
    }
    if (!members.add(word.text())) {
      throw FormatRule.POLICY_MEMBER.violation(word.offset(), "already a member of a group");
    }
    return word.text();
  }

  private void quorum(List<Word> words) {
    if (quorum != null) {
      throw FormatRule.POLICY_QUORUM.violation(words.getFirst().offset(), "a second quorum line");
    }
    Word name = words.get(1);
    if (!names.contains(name.text())) {
      throw FormatRule.POLICY_QUORUM.violation(name.offset(), "no witness or group above");
    }
    quorum = name.text();
  }

  private static String decode(String octets) {
    return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
