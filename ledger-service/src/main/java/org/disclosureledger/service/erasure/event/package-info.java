/** What happened to personal data. */
@NullMarked
@NamedInterface("event")
package org.disclosureledger.service.erasure.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
