package org.disclosureledger.service.vocabulary;

/** Whether a request came to the enterprise itself. */
public enum RequestRoute implements Labelled {
  DIRECT("gửi thẳng doanh nghiệp", "to the enterprise"),
  VIA_AGENT("qua đại lý", "by way of an agent");

  private final String vi;
  private final String en;

  RequestRoute(String vi, String en) {
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
