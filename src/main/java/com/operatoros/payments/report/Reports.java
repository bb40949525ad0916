package com.operatoros.payments.report;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.money.Currency;
import com.operatoros.payments.money.Money;
import com.operatoros.payments.sql.Row;
import com.operatoros.payments.sql.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sums of all payments in the mode of our keys: test payments and live ones are never added up. Long since each
 * report is one query, written out with what becomes of its rows.
 */
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
        return within(period, "cast('' as text)").stream().map(Group::figures).toList();
    }

    private List<Group> within(Period period, String name) {
        LocalDate from = period.from() == null ? FIRST : period.from();
        LocalDate to = period.to() == null ? LAST : period.to();
        return groups(sums(name, "tally", OF_PERIOD, from.toString(), to.toString()));
    }

    /** The sums of each day of a period on which there is anything, the earliest first. */
    public List<Group> days(Period period) {
        return within(period, "cast(day as text)");
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
        return groups(sums("name", "party_tally", "party = ?3 and name in (" + names + ")", party, after, limit));
    }

    /** The currencies in which anything was billed, the most frequent first. */
    public List<Currency> currencies() {
        return Sql.of(
                        entities,
                        "select currency from tally where livemode = ?1 group by 1 order by sum(count) desc, 1",
                        profile.isLive())
                .list(row -> Currency.find(row.text(1)))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Why payments stand at failed, the commonest reason first. */
    public List<FailureReason> failures() {
        return Sql.of(
                        entities,
                        "select failure_code, currency, count(*), sum(amount_minor) from payment"
                                + " where livemode = ?1 and status = 'failed' group by 1, 2 order by 3 desc, 1, 2",
                        profile.isLive())
                .list(row -> figure(row, 2).map(figure -> new FailureReason(row.textOrNull(1), figure)))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** How many and how much, behind the currency; money of a currency that is none of ours can't be added up. */
    private static Optional<Figure> figure(Row row, int currency) {
        return Currency.find(row.text(currency))
                .map(known -> new Money(row.number(currency + 2), known))
                .map(sum -> new Figure(row.number(currency + 1), sum, Duration.ZERO));
    }

    /** The sums of one project in each currency; none when there is no such project. */
    public List<Figures> project(String name) {
        return groups(sums("name", "party_tally", "party = 'project' and name = ?3", name)).stream()
                .map(Group::figures)
                .toList();
    }

    /** What is outstanding of a project in each currency, by its age. */
    public List<Ageing> ageing(String project) {
        Map<Currency, Map<Age, Figure>> found = new EnumMap<>(Currency.class);
        Sql.of(
                        entities,
                        "select cast(coalesce(cast(?1 as date) - due, 0) as bigint), currency, sum(count), sum(minor)"
                                + " from party_tally where livemode = ?2 and party = 'project' and name = ?3"
                                + " and measure = 'open' group by 2, 1 having sum(count) <> 0 or sum(minor) <> 0"
                                + " order by 2, 1",
                        profile.today(clock).toString(),
                        profile.isLive(),
                        project)
                .list(row -> new Old(Age.of(row.number(1)), figure(row, 2)))
                .forEach(part -> part.figure()
                        .ifPresent(figure -> found.computeIfAbsent(
                                        figure.sum().currency(), key -> new EnumMap<>(Age.class))
                                .merge(part.age(), figure, Figure::plus)));
        return found.entrySet().stream()
                .map(each -> new Ageing(each.getKey(), each.getValue()))
                .toList();
    }

    private record Old(Age age, Optional<Figure> figure) {}

    /**
     * Names that are in use, as suggestions.
     *
     * @param party {@code project} or {@code client}
     * @param part what they have in them, in capitals or not
     */
    public List<String> names(String party, String part) {
        return Sql.of(
                        entities,
                        "select distinct name from party_tally where livemode = ?1 and party = ?2"
                                + " and position(lower(?3) in lower(name)) > 0 order by name limit " + SUGGESTED,
                        profile.isLive(),
                        party,
                        part.replace("\0", ""))
                .list(row -> row.text(1));
    }

    private Sql sums(String name, String table, String condition, Object... values) {
        Object[] all = Stream.concat(
                        Stream.of(profile.isLive(), profile.today(clock).toString()), Stream.of(values))
                .toArray();
        return Sql.of(entities, SUMS.formatted(name, table, condition), all);
    }

    private static List<Group> groups(Sql sums) {
        Map<Key, Map<Measure, Figure>> groups = new LinkedHashMap<>();
        sums.list(Part::of).stream()
                .flatMap(Optional::stream)
                .forEach(part -> groups.computeIfAbsent(part.key(), key -> new EnumMap<>(Measure.class))
                        .put(part.measure(), part.figure()));
        List<Group> found = new ArrayList<>();
        groups.forEach((key, figures) -> found.add(new Group(key.name(), new Figures(key.currency(), figures))));
        return found;
    }

    private record Key(String name, Currency currency) {}

    /** A sum of one measure. */
    private record Part(Key key, Measure measure, Figure figure) {
        /** Money of a currency that is none of ours can't be added up; its payment needs attention. */
        static Optional<Part> of(Row row) {
            return Currency.find(row.text(2))
                    .map(currency -> new Part(
                            new Key(row.text(1), currency),
                            Measure.find(row.text(3)).orElseThrow(),
                            new Figure(
                                    row.number(4),
                                    new Money(row.number(5), currency),
                                    Duration.ofSeconds(row.number(6)))));
        }
    }
}
