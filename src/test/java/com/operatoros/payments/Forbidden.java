package com.operatoros.payments;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;

/** Classes that the rules of the architecture must refuse: a rule that lets them pass could not fail at all. */
final class Forbidden {

    private Forbidden() {}

    static final class DoubleField {
        double price;
    }

    record DoubleComponent(double price) {}

    static final class BoxedDouble {
        List<Double> prices = List.of();
    }

    interface FloatParameter {
        long withTax(long price, float rate);
    }

    static final class DoubleBetweenTwoLines {
        long withTax(long price) {
            return (long) (price * 1.19);
        }
    }

    static final class DoubleOfTheLibrary {
        long rounded(BigDecimal price) {
            return Math.round(price.doubleValue());
        }
    }

    static final class DoubleConstant {
        Object rate() {
            return 0.19;
        }
    }

    static final class Now {
        Instant time() {
            return Instant.now();
        }
    }

    static final class NowByReference {
        Supplier<Instant> time = Instant::now;
    }

    static final class TodayInAZone {
        LocalDate day() {
            return LocalDate.now(ZoneOffset.UTC);
        }
    }

    static final class Milliseconds {
        long time() {
            return System.currentTimeMillis();
        }
    }

    static final class NewDate {
        @SuppressWarnings("JavaUtilDate")
        Object time() {
            return new Date();
        }
    }

    static final class ClockOfItsOwn {
        Clock clock = Clock.systemUTC();
    }
}
