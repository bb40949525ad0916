package com.operatoros.payments.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.EnumSet;
import java.util.Set;

/**
 * A note of what a person should look at, and of what somebody has resolved. A set is never changed inside: the column would not
 * be seen to have changed.
 */
@Embeddable
class AttentionFlags {
    @Convert(converter = Converters.OfAttention.class)
    @Column(name = "attention")
    private Set<Attention> all = EnumSet.noneOf(Attention.class);

    @Convert(converter = Converters.OfAttention.class)
    @Column(name = "attention_told")
    private Set<Attention> told = EnumSet.noneOf(Attention.class);

    @Convert(converter = Converters.OfAttention.class)
    @Column(name = "attention_resolved")
    private Set<Attention> resolved = EnumSet.noneOf(Attention.class);

    @Column(name = "needs_attention")
    private boolean areOpen;

    Set<Attention> all() {
        return Set.copyOf(all);
    }

    /** Those that an event tells by itself. */
    Set<Attention> told() {
        return Set.copyOf(told);
    }

    /** Whether nobody has resolved one of them. */
    boolean areOpen() {
        return areOpen;
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
        areOpen = !resolved.containsAll(all);
    }

    /** What somebody has resolved and what happens again has to be resolved again. */
    void raise(Set<Attention> raised) {
        if (resolved.stream().anyMatch(raised::contains)) {
            Set<Attention> rest = EnumSet.copyOf(resolved);
            rest.removeAll(raised);
            resolved = rest;
        }
        areOpen = !resolved.containsAll(all);
    }

    /** A person has resolved these; what was raised meanwhile remains. */
    void resolve(Set<Attention> reasons) {
        Set<Attention> now = EnumSet.noneOf(Attention.class);
        now.addAll(resolved);
        now.addAll(reasons);
        now.retainAll(all);
        resolved = now;
        areOpen = !resolved.containsAll(all);
    }
}
