package com.operatoros.payments.report;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.money.Currency;
import com.operatoros.payments.money.Money;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sums of all payments in the mode of our keys: test payments and live ones are never added up. */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(SUPPORTS)
public class Reports {

    /**
     * Rows of a group, a currency, a measure, how many, the sum, and the time of waiting. What is open may count as overdue as
     * well; what arrived for a payment that is not paid by it is money that was paid, but no paid payment.
     */
    private static final String SUMS =
            "select %s as name, currency, counted.as_measure, sum(case measure when 'unsettled' then 0 else count end),"
                    + " sum(minor), sum(seconds) from %s cross join lateral (values"
                    + " (case measure when 'open' then 'outstanding' when 'unsettled' then 'paid' else measure end),"
                    + " (case when measure = 'open' and due < cast(?2 as date) then 'overdue' end)) as counted (as_measure)"
                    + " where livemode = ?1 and counted.as_measure is not null and %s"
                    + " group by 1, 2, 3 having sum(count) <> 0 or sum(minor) <> 0 order by 1, 2";

    private static final String OF_PERIOD = "day between cast(?3 as date) and cast(?4 as date)";

    private static final int SUGGESTED = 50;

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private BillingProfile profile;

    @Inject
    private Clock clock;

    /** The sums of a period, one for each currency in which there is anything. */
    public List<Figures> summary(Period period) {
        Query query = within(period, sums("cast('' as text)", "tally", OF_PERIOD));
        return groups(query).stream().map(Group::figures).toList();
    }

    private static Query within(Period period, Query query) {
        LocalDate from = period.from() == null ? FIRST : period.from();
        LocalDate to = period.to() == null ? LAST : period.to();
        return query.setParameter(3, from.toString()).setParameter(4, to.toString());
    }

    /** The sums of each day of a period on which there is anything, the earliest first. */
    public List<Group> days(Period period) {
        return groups(within(period, sums("cast(day as text)", "tally", OF_PERIOD)));
    }

    /** The sums of each month, the earliest first. */
    public List<Group> months() {
        return groups(sums("to_char(day, 'YYYY-MM')", "tally", "true"));
    }

    /** The sums of each project, in the order of their names. */
    public List<Group> projects() {
        return groups(sums("name", "party_tally", "party = 'project'"));
    }

    /** The sums of each client by e-mail, in the order of these. */
    public List<Group> clients() {
        return groups(sums("name", "party_tally", "party = 'client'"));
    }

    /**
     * A part of the projects or clients, in the order of their names.
     *
     * @param party {@code project} or {@code client}
     * @param after the name behind which the part begins; empty for the first one
     */
    public List<Group> part(String party, String after, int limit) {
        // Without names whose sums have all become zero: a part would have fewer than there are.
        String names = "select distinct name from (select name from party_tally"
                + " where livemode = ?1 and party = ?3 and name > ?4 group by name, currency, measure"
                + " having sum(count) <> 0 or sum(minor) <> 0) known order by name limit ?5";
        return groups(sums("name", "party_tally", "party = ?3 and name in (" + names + ")")
                .setParameter(3, party)
                .setParameter(4, after)
                .setParameter(5, limit));
    }

    /** Why payments stand at failed, the commonest reason first. */
    public List<FailureReason> failures() {
        List<?> rows = entities.createNativeQuery(
                        "select failure_code, currency, count(*), sum(amount_minor) from payment"
                                + " where livemode = ?1 and status = 'failed' group by 1, 2 order by 3 desc, 1, 2")
                .setParameter(1, profile.isLive())
                .getResultList();
        return known(rows, 1).stream()
                .map(fields -> {
                    Currency currency = Currency.find((String) fields[1]).orElseThrow();
                    Money sum = new Money(((Number) fields[3]).longValue(), currency);
                    Figure figure = new Figure(((Number) fields[2]).longValue(), sum, Duration.ZERO);
                    return new FailureReason((String) fields[0], figure);
                })
                .toList();
    }

    /** The sums of one project in each currency; none when there is no such project. */
    public List<Figures> project(String name) {
        Query query =
                sums("name", "party_tally", "party = 'project' and name = ?3").setParameter(3, name);
        return groups(query).stream().map(Group::figures).toList();
    }

    /** What is outstanding of a project in each currency, by its age. */
    public List<Ageing> ageing(String project) {
        List<?> rows = entities.createNativeQuery("select currency,"
                        + " cast(coalesce(cast(?1 as date) - due, 0) as bigint), sum(count), sum(minor) from party_tally"
                        + " where livemode = ?2 and party = 'project' and name = ?3 and measure = 'open'"
                        + " group by 1, 2 having sum(count) <> 0 or sum(minor) <> 0 order by 1, 2")
                .setParameter(1, profile.today(clock).toString())
                .setParameter(2, profile.isLive())
                .setParameter(3, project)
                .getResultList();
        Map<Currency, Map<Age, Figure>> found = new EnumMap<>(Currency.class);
        for (Object[] fields : known(rows, 0)) {
            Currency currency = Currency.find((String) fields[0]).orElseThrow();
            Money sum = new Money(((Number) fields[3]).longValue(), currency);
            found.computeIfAbsent(currency, key -> new EnumMap<>(Age.class))
                    .merge(
                            Age.of(((Number) fields[1]).longValue()),
                            new Figure(((Number) fields[2]).longValue(), sum, Duration.ZERO),
                            Figure::plus);
        }
        return found.entrySet().stream()
                .map(each -> new Ageing(each.getKey(), each.getValue()))
                .toList();
    }

    /**
     * Names that are in use, as suggestions.
     *
     * @param party {@code project} or {@code client}
     * @param part what they have in them, in capitals or not
     */
    public List<String> names(String party, String part) {
        List<?> names = entities.createNativeQuery(
                        "select distinct name from party_tally where livemode = ?1 and party = ?2"
                                + " and position(lower(?3) in lower(name)) > 0 order by name limit " + SUGGESTED)
                .setParameter(1, profile.isLive())
                .setParameter(2, party)
                .setParameter(3, part.replace("\0", ""))
                .getResultList();
        return names.stream().map(String.class::cast).toList();
    }

    private Query sums(String name, String table, String condition) {
        return entities.createNativeQuery(SUMS.formatted(name, table, condition))
                .setParameter(1, profile.isLive())
                .setParameter(2, profile.today(clock).toString());
    }

    private static List<Group> groups(Query query) {
        Map<Key, Map<Measure, Figure>> groups = new LinkedHashMap<>();
        for (Object[] fields : known(query.getResultList(), 1)) {
            Currency currency = Currency.find((String) fields[1]).orElseThrow();
            Money sum = new Money(((Number) fields[4]).longValue(), currency);
            Measure measure = Measure.find((String) fields[2]).orElseThrow();
            groups.computeIfAbsent(new Key((String) fields[0], currency), key -> new EnumMap<>(Measure.class))
                    .put(
                            measure,
                            new Figure(
                                    ((Number) fields[3]).longValue(),
                                    sum,
                                    Duration.ofSeconds(((Number) fields[5]).longValue())));
        }
        List<Group> found = new ArrayList<>();
        groups.forEach((key, figures) -> found.add(new Group(key.name(), new Figures(key.currency(), figures))));
        return found;
    }

    /** Money of a currency that we don't know can't be written; its payment needs attention. */
    private static List<Object[]> known(List<?> rows, int currency) {
        return rows.stream()
                .map(Object[].class::cast)
                .filter(fields -> Currency.find((String) fields[currency]).isPresent())
                .toList();
    }

    private record Key(String name, Currency currency) {}
}
