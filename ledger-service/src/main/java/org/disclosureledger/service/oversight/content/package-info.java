/** What inspections, drills and voluntary reports say. */
@NullMarked
@NamedInterface("content")
package org.disclosureledger.service.oversight.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
