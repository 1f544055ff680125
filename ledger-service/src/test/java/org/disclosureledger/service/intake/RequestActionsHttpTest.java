package org.disclosureledger.service.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.service.request.content.ActKind;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** What may be done next, and the entries one by one. */
class RequestActionsHttpTest extends ToldRequestHttpTest {
  private static Map<String, String> actions(JsonNode view) {
    Map<String, String> actions = new HashMap<>();
    for (JsonNode action : view.path("actions")) {
      boolean allowed = action.path("allowed").asBoolean();
      assertThat(action.has("reasonVi")).isEqualTo(!allowed);
      actions.put(action.path("command").asString(), allowed ? "" : action.path("rule").asString());
    }
    return actions;
  }

  @Test
  void actionsSayWhatEachRoleMayDoAndWhyNot() throws Exception {
    Map<String, String> before = actions(view("legal"));
    assertThat(before)
        .containsEntry("verify-authority", "")
        .containsEntry("prepare-emergency", "authority-not-verified")
        .containsEntry("prepare-refusal", "")
        .containsEntry("receive-clarification", "clarification-not-open")
        .containsEntry("reopen", "item-not-answered")
        .containsEntry("issue-reminder", "role-not-allowed")
        .containsEntry("documents", "")
        .doesNotContainKey("approve-emergency");
    assertThat(actions(view("supervisor")))
        .containsEntry("issue-reminder", "")
        .containsEntry("documents", "role-not-allowed")
        .containsEntry("cancel", "role-not-allowed");
    verifyAndAccept();
    assertThat(actions(view("legal")))
        .containsEntry("prepare-delivery", "")
        .containsEntry("prepare-measure", "")
        .containsEntry("prepare-no-data", "")
        .containsEntry("prepare-emergency", "item-not-pending");
    correction();
    assertThat(actions(view("legal")))
        .containsEntry("prepare-delivery", "act-open")
        .containsEntry("approve-correction", "role-not-allowed");
    assertThat(actions(view("approver"))).containsEntry("approve-correction", "");
    assertThat(told.events).as("asking appends nothing").hasSize(7);
    assertThat(dispatcher.all).isEmpty();
  }

  @Test
  void entriesComeInPagesAndSayWhatTheyCorrect() throws Exception {
    UUID prepared = correction();
    approve(ActKind.CORRECTION, prepared);
    MockHttpServletResponse first = get("auditor", "/events?limit=3");
    JsonNode page = JSON.readTree(first.getContentAsString(StandardCharsets.UTF_8));
    assertThat(page).hasSize(3);
    assertThat(page.at("/0/correctedBy")).hasSize(1);
    assertThat(first.getHeader("Link"))
        .isEqualTo(
            "</api/v1/ledgers/demo/requests/" + ID + "/events?after=2&limit=3>; rel=\"next\"");
    MockHttpServletResponse second = get("auditor", "/events?after=2&limit=3");
    JsonNode rest = JSON.readTree(second.getContentAsString(StandardCharsets.UTF_8));
    assertThat(rest).hasSize(2);
    assertThat(second.getHeader("Link")).isNull();
    for (JsonNode correcting : rest) {
      assertThat(correcting.path("corrects")).isEqualTo(page.at("/0/id"));
    }
    assertThat(rest.at("/1/id")).isEqualTo(page.at("/0/correctedBy/0"));
  }
}
