package com.operatoros.payments.admin;

import com.operatoros.payments.money.Money;
import com.operatoros.payments.payment.BillingProfile;
import com.operatoros.payments.payment.Failure;
import com.operatoros.payments.payment.HistoryEntry;
import com.operatoros.payments.payment.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Amounts, times and texts as the person who looks at the page reads them. */
@Named("format")
@ApplicationScoped
public class Formats {

    @Inject
    private BillingProfile profile;

    public String money(Money amount) {
        return amount.format(locale());
    }

    /** The day of a time in the business's zone, such as {@code Nov 22, 2026}. */
    public String day(Instant time) {
        return format(time, DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM));
    }

    /** A day of the calendar, which is the same in every zone. */
    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale())
                .format(day);
    }

    /** The time of the day in the business's zone, such as {@code 21:40}. */
    public String minute(Instant time) {
        return format(time, DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT));
    }

    /** The same to the second. */
    public String second(Instant time) {
        return format(time, DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT));
    }

    public String zone() {
        return profile.zone().getId();
    }

    /** A text with values put in. */
    public String text(String key, Object... values) {
        return texts().get(key, values);
    }

    public String reason(Failure failure) {
        return texts().reason(failure);
    }

    public String advice(Failure failure) {
        return texts().advice(failure);
    }

    public String history(HistoryEntry entry) {
        return texts().get(entry);
    }

    private String format(Instant time, DateTimeFormatter format) {
        return format.withLocale(locale()).withZone(profile.zone()).format(time);
    }

    private static Texts texts() {
        return Texts.in(locale());
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }
}
