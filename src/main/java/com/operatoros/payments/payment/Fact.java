package com.operatoros.payments.payment;

import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/**
 * A fact of a payment, whose state only moves forward. The facts of all kinds are rows of one table, so that all that is known of some
 * payments is read at once.
 *
 * @param <R> what the gateway reports about it
 */
@Entity
@Table(name = "payment_fact")
@DiscriminatorColumn(name = "kind")
public abstract class Fact<R> {

    /** Several kinds of facts may tell of one object of the gateway. */
    @Id
    @SuppressWarnings("UnusedVariable")
    private String key;

    /** The owning side of the relation: it is only written. */
    @ManyToOne(optional = false)
    @JoinColumn(name = "payment_id")
    @SuppressWarnings("UnusedVariable")
    private Payment payment;

    private String id;

    protected Fact() {}

    Fact(String kind, Payment payment, String id) {
        this.key = kind + ":" + id;
        this.payment = payment;
        this.id = id;
    }

    /** Moves forward to what a report says; whether that is news. A report of a state already passed changes nothing. */
    abstract boolean advance(R report);

    /** The gateway's id of what it is about. */
    public String id() {
        return id;
    }
}
