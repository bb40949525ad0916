package com.operatoros.payments.admin;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.money.Amount;
import com.operatoros.payments.money.Money;
import com.operatoros.payments.notification.Notification;
import com.operatoros.payments.payment.DisputeView;
import com.operatoros.payments.payment.HistoryEntry;
import com.operatoros.payments.setup.SetupReport.Check;
import com.operatoros.payments.text.Message;
import com.operatoros.payments.text.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Amounts, times and texts as the person who looks at the page reads them. Long since pages know only one name by which
 * they ask for any text, and most methods have one line.
 */
@Named("format")
@ApplicationScoped
public class Formats {

    /** The reasons that a person can choose from; the gateway has codes for them. */
    private static final Set<String> REFUND_REASONS = Set.of("duplicate", "fraudulent", "requested_by_customer");

    /** What the container takes for a region may be a script or worse. */
    private static final Pattern REGION = Pattern.compile("[A-Z]{2}");

    /** Those who are not admins. */
    private static final Set<String> ACTORS = Set.of("stripe", "sweep", "mail");

    @Inject
    private BillingProfile profile;

    @Inject
    private Clock clock;

    public String money(Money amount) {
        return amount.format(locale());
    }

    /** The name of an amount's currency, such as {@code US Dollar}. */
    public String currencyName(Money amount) {
        return amount.currency().name(locale());
    }

    /**
     * How many, such as {@code 3 payments}.
     *
     * @param measure the code of what is counted
     */
    public String count(String measure, long count) {
        return switch (measure) {
            case "refunded" -> text("count.refunds", count);
            case "disputed", "lost" -> text("count.disputes", count);
            default -> text("count.payments", count);
        };
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

    /** A day of this year, such as {@code 22 Nov}. */
    public String shortDay(LocalDate day) {
        return DateTimeFormatter.ofPattern(text("day.short"), locale()).format(day);
    }

    /**
     * A month, such as {@code November 2026}.
     *
     * @param month as {@code 2026-11}
     */
    public String month(String month) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", locale()).format(YearMonth.parse(month));
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

    /** An amount of whatever currency the gateway tells of. */
    public String amount(Amount amount) {
        return amount.format(locale());
    }

    /** About how long something took, such as {@code 3 days}. */
    public String duration(Duration time) {
        if (time.compareTo(Duration.ofHours(2)) < 0) {
            return text("duration.minutes", Math.max(1, time.toMinutes()));
        }
        return time.compareTo(Duration.ofDays(2)) < 0
                ? text("duration.hours", time.toHours())
                : text("duration.days", time.toDays());
    }

    /** Exactly how long something took, such as {@code 1.4 s}. */
    public String seconds(Duration time) {
        return text("duration.seconds", BigDecimal.valueOf(time.toMillis(), 3));
    }

    /** How long it is until then, such as {@code in 5 days}. */
    public String until(Instant time) {
        Duration left = Duration.between(clock.instant(), time);
        if (left.isNegative()) {
            return text("until.over");
        }
        return left.compareTo(Duration.ofDays(2)) < 0
                ? text("until.hours", left.toHours())
                : text("until.days", left.toDays());
    }

    /** A text with values put in. */
    public String text(String key, Object... values) {
        return texts().get(key, values);
    }

    public String reason(Failure failure) {
        return texts().reason(failure.code(), failure.message());
    }

    public String advice(Failure failure) {
        return texts().advice(failure.code());
    }

    public String forClient(Failure failure) {
        return texts().forClient(failure.code());
    }

    /** Why a refund was made: in our words for a code that can be chosen, else as it was written. */
    public String refundReason(@Nullable String reason) {
        if (reason == null) {
            return "";
        }
        return REFUND_REASONS.contains(reason) ? text("refund.reason." + reason) : reason;
    }

    public String refundFailure(@Nullable String code) {
        return texts().refundFailure(code);
    }

    public String disputeReason(DisputeView dispute) {
        return texts().disputeReason(dispute.reason());
    }

    public String disputeStatus(DisputeView dispute) {
        return texts().disputeStatus(dispute.state().code());
    }

    /** Who did it, as a line of the history says. */
    public String actor(String actor) {
        return ACTORS.contains(actor) ? text("history.by_" + actor) : actor;
    }

    public String history(HistoryEntry entry) {
        return message(entry.message());
    }

    public String title(Notification notification) {
        return notification.title(texts());
    }

    public String sentence(Notification notification) {
        return notification.text(texts());
    }

    /** What a check has found. */
    public String detail(Check check) {
        return check.detailIn(texts());
    }

    /** A sentence in the reader's language; nothing for none. */
    public String message(@Nullable Message message) {
        return message == null ? "" : message.in(texts());
    }

    /** What is to be done about it; null for nothing. */
    public @Nullable String fix(Check check) {
        return check.fixIn(texts());
    }

    private String format(Instant time, DateTimeFormatter format) {
        return format.withLocale(locale()).withZone(profile.zone()).format(time);
    }

    private Messages texts() {
        return Messages.in(locale()).at(profile.zone());
    }

    /** How the reader writes amounts and dates, such as {@code de-CH}. */
    public String language() {
        return locale().toLanguageTag();
    }

    /** The language of the page, as it is written where the reader is. */
    static Locale locale() {
        FacesContext context = FacesContext.getCurrentInstance();
        Locale language = context.getViewRoot().getLocale();
        Iterator<Locale> liked = context.getExternalContext().getRequestLocales();
        while (liked.hasNext()) {
            Locale next = liked.next();
            if (next.getLanguage().equals(language.getLanguage())
                    && REGION.matcher(next.getCountry()).matches()) {
                return new Locale(next.getLanguage(), next.getCountry());
            }
        }
        return language;
    }
}
