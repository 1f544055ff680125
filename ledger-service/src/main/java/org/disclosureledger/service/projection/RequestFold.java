package org.disclosureledger.service.projection;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.disclosureledger.service.request.OpenAct;
import org.disclosureledger.service.request.RequestState;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request's state as a projection keeps it between two events, so that what a state means is said
 * once, by {@code evolve}. A state is made of clear members only; the ids of its entries, of which
 * every event adds one, are left out.
 */
public final class RequestFold {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addMixIn(OpenAct.class, OpenActType.class)
          // Components alone: what a record derives (Actor.isSystem) is not part of its state.
          .changeDefaultVisibility(v -> v.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "act")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = OpenAct.Acceptance.class, name = "acceptance"),
    @JsonSubTypes.Type(value = OpenAct.Refusal.class, name = "refusal"),
    @JsonSubTypes.Type(value = OpenAct.Delivery.class, name = "delivery"),
    @JsonSubTypes.Type(value = OpenAct.Extension.class, name = "extension"),
    @JsonSubTypes.Type(value = OpenAct.NoData.class, name = "no-data"),
    @JsonSubTypes.Type(value = OpenAct.MeasureTaken.class, name = "measure"),
    @JsonSubTypes.Type(value = OpenAct.Correction.class, name = "correction")
  })
  private interface OpenActType {}

  private RequestFold() {}

  public static String write(RequestState state) {
    return MAPPER.writeValueAsString(state.withoutEntries());
  }

  public static RequestState read(String json) {
    return MAPPER.readValue(json, RequestState.class);
  }
}
