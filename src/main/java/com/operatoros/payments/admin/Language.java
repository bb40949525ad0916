package com.operatoros.payments.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The language of a page that Faces does not write: the first one that the reader likes and we have. */
final class Language {

    private static final List<String> OURS = List.of("en", "de");

    private Language() {}

    static Locale of(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .filter(locale -> OURS.contains(locale.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
