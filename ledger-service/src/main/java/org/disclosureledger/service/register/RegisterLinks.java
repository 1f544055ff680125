package org.disclosureledger.service.register;

import java.util.List;

/**
 * What other requests say of one.
 *
 * @param links the first {@link #MAX} by request
 * @param total how many there are
 */
public record RegisterLinks(List<RegisterLink> links, int total) {
  public static final int MAX = 100;

  public RegisterLinks {
    links = List.copyOf(links);
  }
}
