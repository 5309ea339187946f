/**
 * The one PostgreSQL behind the server: started from the data folder or reached by URL, refused when it is not durable,
 * brought up to date, pooled.
 *
 * <p>{@link dev.baton.platform.database.Database} is the doorway; the rest of the server injects
 * {@link org.jdbi.v3.core.Jdbi} and {@link dev.baton.platform.database.Transactions}.
 */
package dev.baton.platform.database;
