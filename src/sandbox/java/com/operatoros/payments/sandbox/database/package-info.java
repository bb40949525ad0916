/** PostgreSQL without an installation, with a role and a database as OperatorOS has them. */
@NullMarked
package com.operatoros.payments.sandbox.database;

import org.jspecify.annotations.NullMarked;
