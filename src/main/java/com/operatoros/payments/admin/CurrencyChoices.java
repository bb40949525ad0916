package com.operatoros.payments.admin;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.money.Currency;
import com.operatoros.payments.report.Reports;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.faces.model.SelectItemGroup;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Collator;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The currencies among which a form lets choose, by their names: those of this business first. */
@Named
@RequestScoped
public class CurrencyChoices {

    @EJB
    private Reports reports;

    @Inject
    private BillingProfile profile;

    @Inject
    private Formats formats;

    /** The business's own and those that it has billed in, the most frequent first; then all others by their names. */
    public List<SelectItem> getGroups() {
        Set<Currency> used = new LinkedHashSet<>(List.of(profile.defaultCurrency()));
        used.addAll(reports.currencies());
        Locale locale = Formats.locale();
        List<Currency> others = Arrays.stream(Currency.values())
                .filter(currency -> !used.contains(currency))
                .sorted(Comparator.comparing(currency -> currency.name(locale), Collator.getInstance(locale)))
                .toList();
        return List.of(group("currency.used", used, locale), group("currency.others", others, locale));
    }

    private SelectItemGroup group(String label, Collection<Currency> currencies, Locale locale) {
        return new SelectItemGroup(
                formats.text(label),
                null,
                false,
                currencies.stream()
                        .map(currency -> new SelectItem(currency.code(), label(currency, locale)))
                        .toArray(SelectItem[]::new));
    }

    private static String label(Currency currency, Locale locale) {
        String name = currency.name(locale);
        return name.equals(currency.name()) ? name : currency.name() + " – " + name;
    }
}
