package com.operatoros.payments.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a person should look at, and what somebody has seen to. A set is never changed inside: the column would not be
 * seen to have changed.
 */
@Embeddable
class Alarms {

    @Convert(converter = Converters.OfAttention.class)
    @Column(name = "attention")
    private Set<Attention> all = EnumSet.noneOf(Attention.class);

    @Convert(converter = Converters.OfAttention.class)
    @Column(name = "attention_told")
    private Set<Attention> told = EnumSet.noneOf(Attention.class);

    @Convert(converter = Converters.OfAttention.class)
    @Column(name = "attention_seen")
    private Set<Attention> seen = EnumSet.noneOf(Attention.class);

    @Column(name = "needs_attention")
    private boolean areUnseen;

    Set<Attention> all() {
        return Set.copyOf(all);
    }

    /** Those that an event tells by itself. */
    Set<Attention> told() {
        return Set.copyOf(told);
    }

    /** Whether nobody has seen to one of them. */
    boolean areUnseen() {
        return areUnseen;
    }

    /** Whether it had not been told before. */
    boolean tell(Attention reason) {
        boolean isNews = !told.contains(reason);
        Set<Attention> more = EnumSet.of(reason);
        more.addAll(told);
        told = more;
        return isNews;
    }

    /** What the facts come to now. */
    void settle(Set<Attention> now) {
        all = now;
        areUnseen = !seen.containsAll(all);
    }

    /** What somebody has seen to and what happens again has to be seen again. */
    void raise(Set<Attention> raised) {
        if (seen.stream().anyMatch(raised::contains)) {
            Set<Attention> rest = EnumSet.copyOf(seen);
            rest.removeAll(raised);
            seen = rest;
        }
        areUnseen = !seen.containsAll(all);
    }

    /** A person has seen to these; what was raised meanwhile remains to be seen. */
    void resolve(Set<Attention> reasons) {
        Set<Attention> now = EnumSet.noneOf(Attention.class);
        now.addAll(seen);
        now.addAll(reasons);
        now.retainAll(all);
        seen = now;
        areUnseen = !seen.containsAll(all);
    }
}
