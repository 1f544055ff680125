package org.disclosureledger.service.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Cards drawn until none is left, then shuffled again: rare ones turn up, but not too often. */
final class Deck<T> {
  private final List<T> cards = new ArrayList<>();
  private final Random random;
  private int next;

  Deck(Random random) {
    this.random = random;
  }

  Deck<T> with(int copies, T card) {
    cards.addAll(Collections.nCopies(copies, card));
    next = cards.size();
    return this;
  }

  int size() {
    return cards.size();
  }

  T draw() {
    if (next == cards.size()) {
      Collections.shuffle(cards, random);
      next = 0;
    }
    return cards.get(next++);
  }
}
