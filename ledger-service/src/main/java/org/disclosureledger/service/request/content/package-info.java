/** Values that commands and events of a request share, and the rules of form they hold. */
@NullMarked
@NamedInterface("content")
package org.disclosureledger.service.request.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
