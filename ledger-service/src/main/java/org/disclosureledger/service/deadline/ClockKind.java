package org.disclosureledger.service.deadline;

import org.disclosureledger.service.vocabulary.Labelled;

/** Which clock a policy row runs on: statutory is never paused, service counts working time. */
public enum ClockKind implements Labelled {
  STATUTORY("theo luật", "statutory"),
  SERVICE("phục vụ", "service");

  private final String vi;
  private final String en;

  ClockKind(String vi, String en) {
    this.vi = vi;
    this.en = en;
  }

  @Override
  public String vi() {
    return vi;
  }

  @Override
  public String en() {
    return en;
  }
}
