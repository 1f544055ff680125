/** What happened to grants: flat records, one a published type. */
@NullMarked
@NamedInterface("event")
package org.disclosureledger.service.grant.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
