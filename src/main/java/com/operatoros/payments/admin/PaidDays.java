package com.operatoros.payments.admin;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.money.Currency;
import com.operatoros.payments.report.Figure;
import com.operatoros.payments.report.Figures;
import com.operatoros.payments.report.Group;
import com.operatoros.payments.report.Measure;
import com.operatoros.payments.report.Period;
import com.operatoros.payments.report.Reports;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Adds up what was paid on each of the last days, in each currency in which anything was. */
@Named
@RequestScoped
public class PaidDays {

    static final int DAYS = 30;

    @EJB
    private Reports reports;

    @Inject
    private BillingProfile profile;

    @Inject
    private Clock clock;

    private Map<Currency, Map<LocalDate, Figure>> paid = Map.of();
    private List<LocalDate> days = List.of();

    @PostConstruct
    void load() {
        LocalDate today = profile.today(clock);
        LocalDate first = first(today);
        days = first.datesUntil(today.plusDays(1)).toList();
        paid = reports.days(new Period(first, today)).stream()
                .filter(day -> !day.figures().of(Measure.PAID).isNothing())
                .collect(Collectors.groupingBy(
                        day -> day.figures().currency(),
                        TreeMap::new,
                        Collectors.toMap(day -> LocalDate.parse(day.name()), PaidDays::figure)));
    }

    /** The first of the days that end with this one. */
    static LocalDate first(LocalDate today) {
        return today.minusDays(DAYS - 1L);
    }

    private static Figure figure(Group day) {
        return day.figures().of(Measure.PAID);
    }

    public List<Currency> getCurrencies() {
        return List.copyOf(paid.keySet());
    }

    public List<LocalDate> getDays() {
        return days;
    }

    public Figure figure(Currency currency, LocalDate day) {
        Figure none = new Figures(currency, Map.of()).of(Measure.PAID);
        return paid.getOrDefault(currency, Map.of()).getOrDefault(day, none);
    }
}
