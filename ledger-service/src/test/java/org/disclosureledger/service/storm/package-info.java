/** Tests with real processes of the service: starts, kills, replicas, bad input over HTTP. */
@NullMarked
package org.disclosureledger.service.storm;

import org.jspecify.annotations.NullMarked;
