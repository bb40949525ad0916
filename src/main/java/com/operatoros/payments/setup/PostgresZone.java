package com.operatoros.payments.setup;

import java.time.ZoneId;
import java.time.ZoneOffset;

/** Translates a time zone into PostgreSQL's name of it. */
final class PostgresZone {

    private PostgresZone() {}

    /** An offset without a name counts there the other way round, as POSIX has it. */
    static String of(ZoneId zone) {
        if (zone.normalized() instanceof ZoneOffset offset) {
            ZoneOffset inverse = ZoneOffset.ofTotalSeconds(-offset.getTotalSeconds());
            return offset.equals(ZoneOffset.UTC) ? "UTC" : "<" + offset.getId() + ">" + inverse.getId();
        }
        return zone.getId();
    }
}
