package com.operatoros.payments.setup;

/** A schema that was made by other migrations than ours, as only versions before the first release had them. */
class SchemaBeforeRelease extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SchemaBeforeRelease(String schema) {
        super("The schema " + schema + " is from a version before the first release, from which nothing is migrated."
                + " Drop it with all that is in it (drop schema " + schema + " cascade) and start again.");
    }
}
