/**
 * Statements of SQL in the caller's transaction, where JPA has no words for what they do: claims that skip what is locked, upserts,
 * sums.
 *
 * <p>DB1. The values of a statement are parameters, never parts of its text. DB2. A time goes in and comes out as a point in time, whatever
 * the driver makes of it. DB3. A row becomes a record in one place, by the numbers of its columns.
 * DB4. What the entities of a transaction have changed is written by one statement, of which PostgreSQL's own triggers see all rows of a
 * table at once; whoever depends on what stands in another table must not be changed together with it. DB5. A transaction that does the
 * same for many writes at its end what is alike, in one statement for each kind; whoever reads such rows lets them be written before.
 */
package com.operatoros.payments.sql;
