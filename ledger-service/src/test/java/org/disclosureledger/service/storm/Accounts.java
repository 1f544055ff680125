package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.disclosureledger.format.Entry;
import org.disclosureledger.format.EntryPayload;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the acknowledged commands of one ledger, to be held against its entries. */
final class Accounts {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** By serial of the command. */
  private final Map<Long, StormCommand.Answer> acknowledged = new ConcurrentHashMap<>();

  private final Map<Long, StormCommand> commands = new ConcurrentHashMap<>();

  /**
   * What the books say.
   *
   * @param acknowledged commands answered with success
   * @param lost of these, how many are not in the ledger at the place and under the register number
   *     they were given
   * @param doubled commands of which the ledger holds more than one
   * @param strange entries that no acknowledged command accounts for
   */
  record Balance(int acknowledged, int lost, int doubled, int strange) {
    void requireEven() {
      assertThat(List.of(lost, doubled, strange)).as("%s", this).containsOnly(0);
    }
  }

  /** A repetition must be answered as the first time. */
  void acknowledge(StormCommand command, Reply reply) {
    if (!reply.accepted()) {
      throw new AssertionError("command " + command.serial() + ": " + reply);
    }
    StormCommand.Answer answer = StormCommand.Answer.of(reply);
    StormCommand.Answer first = acknowledged.putIfAbsent(command.serial(), answer);
    commands.put(command.serial(), command);
    if (first != null && !(answer.saysTheSameAs(first) && answer.replayed())) {
      throw new AssertionError("first " + first + ", repeated " + answer);
    }
  }

  int size() {
    return acknowledged.size();
  }

  List<StormCommand> commands() {
    return List.copyOf(commands.values());
  }

  /**
   * Holds the books against the ledger.
   *
   * @param opening how many entries at the beginning are nobody's command
   */
  Balance balance(List<Entry> entries, int opening) {
    Map<Long, Integer> found = new HashMap<>();
    for (Entry entry : entries) {
      long serial = serial(entry.payload());
      if (serial >= 0) {
        found.merge(serial, 1, Integer::sum);
      }
    }
    Map<Long, String> numbers = numbers(entries);
    int[] owners = new int[entries.size()];
    int lost = 0;
    for (var account : acknowledged.entrySet()) {
      if (!isThere(account.getKey(), account.getValue(), entries, numbers)) {
        lost++;
        continue;
      }
      StormCommand.Answer answer = account.getValue();
      for (int i = 0; i < answer.entryCount(); i++) {
        owners[(int) answer.firstLeafIndex() + i]++;
      }
    }
    int doubled = (int) found.values().stream().filter(times -> times > 1).count();
    int strange = 0;
    for (int leaf = opening; leaf < owners.length; leaf++) {
      strange += owners[leaf] == 1 ? 0 : 1;
    }
    return new Balance(acknowledged.size(), lost, doubled, strange);
  }

  /** Register numbers as the entries give them, by leaf index. */
  private static Map<Long, String> numbers(List<Entry> entries) {
    Map<Integer, Integer> last = new HashMap<>();
    Map<Long, String> numbers = new HashMap<>();
    for (int leaf = 0; leaf < entries.size(); leaf++) {
      EntryPayload payload = entries.get(leaf).payload();
      if (payload.type().startsWith("org.disclosureledger.request.recorded.v")) {
        int year =
            payload.recordedTime().plus(Duration.ofHours(7)).atZone(ZoneOffset.UTC).getYear();
        numbers.put((long) leaf, last.merge(year, 1, Integer::sum) + "/" + year);
      }
    }
    return numbers;
  }

  private static boolean isThere(
      long serial, StormCommand.Answer answer, List<Entry> entries, Map<Long, String> numbers) {
    int first = (int) answer.firstLeafIndex();
    if (first + answer.entryCount() > entries.size()) {
      return false;
    }
    List<Entry> own = entries.subList(first, first + answer.entryCount());
    String stream = "request/" + answer.requestId();
    return answer.registerNumber().equals(numbers.getOrDefault(answer.firstLeafIndex(), ""))
        && serial(own.getFirst().payload()) == serial
        && own.stream().allMatch(e -> e.payload().subject().value().equals(stream));
  }

  /** The serial that the command's first entry carries in clear; -1 for any other entry. */
  private static long serial(EntryPayload payload) {
    JsonNode data = JSON.readTree(new String(payload.data(), StandardCharsets.UTF_8));
    return switch (payload.type()) {
      case "org.disclosureledger.request.recorded.v2" ->
          data.path("items").path(0).path("maximumRecords").asLong(-1);
      case "org.disclosureledger.authority.verified.v1",
          "org.disclosureledger.authority.refuted.v1" ->
          Requests.serialOf(data.path("contact").asString());
      default -> -1;
    };
  }

  /** A table for people who read the build's log. */
  static String table(List<String> labels, List<Balance> balances) {
    List<String> lines = new ArrayList<>();
    lines.add("%-28s %12s %6s %8s %8s".formatted("", "acknowledged", "lost", "doubled", "strange"));
    for (int i = 0; i < labels.size(); i++) {
      Balance b = balances.get(i);
      lines.add(
          "%-28s %12d %6d %8d %8d"
              .formatted(labels.get(i), b.acknowledged(), b.lost(), b.doubled(), b.strange()));
    }
    return String.join("\n", lines);
  }
}
