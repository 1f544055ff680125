package org.disclosureledger.service.request.event;

import java.util.UUID;
import org.disclosureledger.service.vocabulary.LinkRelation;

/**
 * {@code request.linked}: the request has to do with another one; this changes no state.
 *
 * @param relation how
 * @param request id of the other request
 */
public record RequestLinked(LinkRelation relation, UUID request) implements RequestEvent {}
