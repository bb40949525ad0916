package com.operatoros.payments.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.operatoros.payments.money.Amount;
import com.operatoros.payments.money.Currency;
import com.operatoros.payments.money.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A sentence that is put into words only when it is read (rule T1). */
class MessageTest {
    private static final Messages GERMAN = Messages.in(Locale.GERMANY);

    @Test
    void each_reader_gets_money_in_his_own_way_of_writing() {
        Message message = Message.of("history.more_money", new Money(125_000, Currency.EUR));

        assertEquals("Another payment arrived: €1,250.00", message.in(Messages.english()));
        assertEquals("Eine weitere Zahlung ist eingegangen: 1.250,00\u00a0€", message.in(GERMAN));
    }

    @Test
    void money_of_a_currency_that_we_do_not_bill_in_is_told_in_its_own() {
        Message message = Message.of("history.dispute.needs_response", new Amount(350_000, "try"));

        assertEquals("The payment of TRY\u00a03,500.00 is disputed", message.in(Messages.english()));
    }

    @Test
    void a_time_is_told_in_the_zone_of_the_business() {
        Message message = Message.of("drift.state.money", Instant.parse("2026-11-22T12:00:00Z"));

        assertEquals("22. November 2026, 13:00 MEZ", message.in(GERMAN.at(ZoneId.of("Europe/Berlin"))));
    }

    @Test
    void a_message_can_speak_of_another_one() {
        Message money = Message.of("drift.state.money", new Amount(500, "usd"));

        assertEquals("$5.00 arrived", Message.of("drift.state.arrived", money).in(Messages.english()));
        assertEquals(
                "5,00\u00a0$ eingegangen",
                Message.of("drift.state.arrived", money).in(GERMAN));
    }

    /** Rule T1. */
    @Test
    void a_refusal_of_ours_is_told_in_each_language_and_one_of_the_gateway_is_quoted() {
        Message ours = Message.of("history.not_cancel_link", Value.refusal("already_paid", "The client has paid."));
        Message stripes = Message.of("history.refused", Value.refusal("amount_too_small", "Amount too {small}."));
        Message unnamed = Message.of("history.refused", Value.refusal(null, "No."));

        assertEquals(
                "Nicht zurückgezogen: Der Kunde hat gerade bezahlt, oder eine Zahlung von ihm ist unterwegs.",
                ours.in(GERMAN));
        assertEquals("Von Stripe abgelehnt: Amount too {small}.", stripes.in(GERMAN));
        assertEquals("Von Stripe abgelehnt: No.", unnamed.in(GERMAN));
        assertEquals("550 No such user", Message.quote("550 No such user").in(GERMAN));
    }

    @Test
    void what_is_kept_of_it_tells_the_same() {
        Message message = Message.of(
                "notice.failed",
                "{0} it's \"quoted\"\n",
                new Amount(-1, "jpy"),
                Message.of("drift.state.money", 1_000_000L),
                Value.failure("expired_card", "Your card has expired."));

        assertEquals(message, Message.fromJson(message.toJson()));
    }

    @Test
    void what_nobody_could_read_is_no_value() {
        assertThrows(IllegalArgumentException.class, () -> Message.of("drift.state.money", Locale.GERMANY));
    }
}
