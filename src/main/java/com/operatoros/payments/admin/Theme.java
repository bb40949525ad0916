package com.operatoros.payments.admin;

import com.operatoros.payments.code.Coded;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;

/** The colours that were chosen in a browser. */
public enum Theme implements Coded {
    LIGHT,
    DARK,
    /** As the operating system has it, which only the browser knows. */
    SYSTEM;

    /** Written by {@code assets/theme.js}. */
    private static final String COOKIE = "payments_theme";

    static Theme of(HttpServletRequest request) {
        Cookie[] cookies = Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]);
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .flatMap(cookie ->
                        Arrays.stream(values()).filter(theme -> theme.code().equals(cookie.getValue())))
                .findFirst()
                .orElse(SYSTEM);
    }

    /** What is drawn before a script could ask the browser. */
    public String drawn() {
        return this == DARK ? "dark" : "light";
    }
}
