package com.operatoros.payments.admin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A list's filter and place as a part of an address: it can be bookmarked, and the back button works. */
final class ListAddress {

    private final Map<String, String> parameters;

    private ListAddress(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    static ListAddress empty() {
        return new ListAddress(Map.of());
    }

    /** The same with another value; without one the parameter is left out. */
    ListAddress with(String name, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        if (value == null || value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new ListAddress(changed);
    }

    /** With a question mark in front, unless there is nothing to tell. */
    String query() {
        return parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
