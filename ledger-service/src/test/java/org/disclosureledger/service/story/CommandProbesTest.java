package org.disclosureledger.service.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.service.request.Playback;
import org.disclosureledger.service.request.RequestState;
import org.disclosureledger.service.request.command.ApproveAct;
import org.disclosureledger.service.request.command.MissWriting;
import org.disclosureledger.service.request.command.RecomputeDeadline;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.command.ReturnAct;
import org.junit.jupiter.api.Test;

class CommandProbesTest {
  private static final UUID ID = new UUID(0x4000L, 0x8000_0000_0000_00EEL);
  private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

  private static Map<String, RequestCommand> probes(RequestState state) {
    return new CommandProbes(state, ID, NOW).all();
  }

  @Test
  void whateverAPersonCanAskOfARequestIsTriedWhereverItStands() {
    Set<Class<?>> asked = new HashSet<>(Set.of(RequestCommand.class.getPermittedSubclasses()));
    // The first begins a request, the others are the system's.
    assertThat(asked.remove(RecordRequest.class)).isTrue();
    assertThat(asked.removeAll(Set.of(MissWriting.class, RecomputeDeadline.class))).isTrue();
    for (RequestState state : Playback.everywhere()) {
      Set<Class<?>> expected = new HashSet<>(asked);
      if (state.open() == null) {
        expected.removeAll(Set.of(ApproveAct.class, ReturnAct.class));
      }
      Set<Class<?>> tried = new HashSet<>();
      probes(state).values().forEach(command -> tried.add(command.getClass()));
      assertThat(tried).as(state.status().name()).isEqualTo(expected);
    }
  }
}
