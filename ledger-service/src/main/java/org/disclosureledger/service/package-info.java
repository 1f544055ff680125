/** The service: each package below is one module; data flows one way through them. */
@NullMarked
package org.disclosureledger.service;

import org.jspecify.annotations.NullMarked;
