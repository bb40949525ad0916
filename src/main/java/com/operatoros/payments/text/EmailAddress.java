package com.operatoros.payments.text;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address: shown as it was typed, and sent with a domain of plain letters (rule T4).
 *
 * <p>The part before the @ has plain letters, digits and signs such as {@code +} and {@code '}: the others need a mail server with
 * SMTPUTF8 at every step of the way, and Stripe takes none of them. The domain may be written in any alphabet; it is turned into
 * Punycode (RFC 3492), except where the older and the newer rules for that (IDNA 2003 and 2008) name two different domains, as for
 * ß: such a domain has to be written in Punycode.
 *
 * @param wire what mail servers and Stripe get
 */
public record EmailAddress(String wire) {

    /** The HTML standard's valid e-mail address, with at least one dot in the domain. */
    private static final Pattern ADDRESS =
            Pattern.compile("[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.)+[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?");

    private static final Pattern AMBIGUOUS = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;

    /** Reads an address as somebody typed it; nothing when no mail can go there. */
    public static Optional<EmailAddress> parse(String typed) {
        int at = typed.lastIndexOf('@');
        return at < 1 || at > LONGEST_LOCAL_PART
                ? Optional.empty()
                : domain(typed.substring(at + 1))
                        .map(domain -> typed.substring(0, at + 1) + domain)
                        .filter(wire -> wire.length() <= LONGEST
                                && ADDRESS.matcher(wire).matches())
                        .map(EmailAddress::new);
    }

    /** Whether only the part before the @ keeps mails from going there. */
    public static boolean isOnlyLocalPartForeign(String typed) {
        int at = typed.lastIndexOf('@');
        return at > 0
                && !ASCII.matcher(typed.substring(0, at)).matches()
                && parse("x" + typed.substring(at)).isPresent();
    }

    /** What mail servers and Stripe get for an address that was typed; one that is none stays as it is. */
    public static String wire(String typed) {
        return parse(typed).map(EmailAddress::wire).orElse(typed);
    }

    private static Optional<String> domain(String typed) {
        if (ASCII.matcher(typed).matches()) {
            return Optional.of(typed);
        }
        if (AMBIGUOUS.matcher(typed).find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES));
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
    }
}
