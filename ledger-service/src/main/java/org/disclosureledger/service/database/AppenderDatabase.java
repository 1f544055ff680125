package org.disclosureledger.service.database;

import javax.sql.DataSource;

/**
 * Unpooled connections of the writer role. A type of its own, so that nobody injects it by accident
 * where a pool is meant.
 */
public record AppenderDatabase(DataSource dataSource) {}
