/**
 * Statements of SQL in the caller's transaction, where JPA has no words for what they do: claims that skip what is locked, upserts,
 * sums.
 *
 * <p>Y1. The values of a statement are parameters, never parts of its text. Y2. A time goes in and comes out as a point in time, whatever
 * the driver makes of it. Y3. A row becomes a record in one place, by the numbers of its columns.
 */
package com.operatoros.payments.sql;
