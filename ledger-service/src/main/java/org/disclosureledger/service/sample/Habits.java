package org.disclosureledger.service.sample;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.LinkRelation;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.disclosureledger.service.vocabulary.VerificationMethod;

/** Decks that all requests draw from, so that what is rare occurs, but no more often than that. */
record Habits(
    Deck<ItemKind> kinds,
    Deck<Integer> sizes,
    Deck<VerificationMethod> methods,
    Deck<Channel> channels,
    Deck<Secrecy> secrecies,
    Deck<RefusalGround> grounds,
    Deck<LinkRelation> relations,
    Deck<Boolean> agents,
    Deck<Boolean> attachments,
    Map<ActKind, Deck<Boolean>> sentBack) {

  static Habits of(Random random) {
    Deck<ItemKind> kinds =
        new Deck<ItemKind>(random)
            .with(24, ItemKind.SUBSCRIBER_DATA)
            .with(14, ItemKind.USER_IDENTIFYING_DATA)
            .with(9, ItemKind.TRAFFIC_DATA)
            .with(6, ItemKind.TAKEDOWN)
            .with(4, ItemKind.FIGURES);
    for (ItemKind kind : ItemKind.values()) {
      kinds.with(1, kind);
    }
    Deck<RefusalGround> grounds = new Deck<>(random);
    for (RefusalGround ground : RefusalGround.values()) {
      // These have courses of their own.
      if (ground != RefusalGround.SUSPECTED_FORGED && ground != RefusalGround.DUPLICATE) {
        grounds.with(1, ground);
      }
    }
    Deck<LinkRelation> relations = new Deck<>(random);
    for (LinkRelation relation : LinkRelation.values()) {
      if (relation != LinkRelation.DUPLICATE_OF) {
        relations.with(1, relation);
      }
    }
    return new Habits(
        kinds,
        new Deck<Integer>(random).with(60, 1).with(25, 2).with(10, 3).with(4, 5).with(1, 12),
        new Deck<VerificationMethod>(random)
            .with(8, VerificationMethod.DIGITAL_SIGNATURE)
            .with(6, VerificationMethod.SEAL_OR_DOCUMENT)
            .with(4, VerificationMethod.CALL_BACK)
            .with(2, VerificationMethod.LETTER_OF_INTRODUCTION),
        new Deck<Channel>(random)
            .with(22, Channel.OFFICIAL_LETTER)
            .with(8, Channel.PORTAL)
            .with(5, Channel.EMAIL)
            .with(3, Channel.IN_PERSON)
            .with(1, Channel.FAX)
            .with(1, Channel.OTHER_CONFIRMED),
        new Deck<Secrecy>(random)
            .with(46, Secrecy.NORMAL)
            .with(2, Secrecy.CONFIDENTIAL)
            .with(1, Secrecy.SECRET)
            .with(1, Secrecy.TOP_SECRET),
        grounds,
        relations,
        new Deck<Boolean>(random).with(29, false).with(1, true),
        new Deck<Boolean>(random).with(24, false).with(1, true),
        sentBack(random));
  }

  private static Map<ActKind, Deck<Boolean>> sentBack(Random random) {
    Map<ActKind, Deck<Boolean>> decks = new EnumMap<>(ActKind.class);
    for (ActKind act : ActKind.values()) {
      int approved =
          switch (act) {
            case ACCEPTANCE, DELIVERY -> 18;
            case REFUSAL -> 9;
            case EMERGENCY -> 4;
            case MEASURE -> 9;
            // Few and far between, so every second one.
            case EXTENSION, NO_DATA, CORRECTION -> 1;
          };
      decks.put(act, new Deck<Boolean>(random).with(approved, false).with(1, true));
    }
    return decks;
  }

  /** Whether the second person sends back what the first prepared. */
  boolean sendsBack(ActKind act) {
    Deck<Boolean> deck = sentBack.get(act);
    return deck != null && deck.draw();
  }
}
