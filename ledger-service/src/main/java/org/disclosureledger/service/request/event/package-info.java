/** What happened in one request, as its entries state it. */
@NullMarked
@NamedInterface("event")
package org.disclosureledger.service.request.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
