package org.disclosureledger.service.register;

import java.util.UUID;
import org.disclosureledger.service.vocabulary.LinkRelation;

/** What another request says of this one. */
public record RegisterLink(UUID request, LinkRelation relation) {}
