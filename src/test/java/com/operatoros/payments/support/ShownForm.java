package com.operatoros.payments.support;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A form as one showing of its page has made it; it can be sent as often as one likes, as by nervous fingers. */
public final class ShownForm {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\"[^>]*>");

    private final String cookies;
    private final URI address;
    private final Map<String, String> fields;

    private ShownForm(String cookies, URI address, Map<String, String> fields) {
        this.cookies = cookies;
        this.address = address;
        this.fields = fields;
    }

    /**
     * Opens a page and takes a form of it.
     *
     * @param cookies of a session, see {@link Login}
     */
    public static ShownForm open(String cookies, String path, String formId) {
        URI page = TestEnvironment.baseUrl().resolve(path);
        String html = HTTP.sendAsync(
                        HttpRequest.newBuilder(page).header("Cookie", cookies).build(),
                        HttpResponse.BodyHandlers.ofString())
                .join()
                .body();
        int start = html.indexOf("<form id=\"" + formId + "\"");
        if (start < 0) {
            throw new AssertionError("the page " + path + " has no form " + formId);
        }
        Matcher hidden = HIDDEN.matcher(html.substring(start, html.indexOf("</form>", start)));
        Map<String, String> fields = new LinkedHashMap<>();
        while (hidden.find()) {
            fields.put(attribute(hidden.group(), "name"), attribute(hidden.group(), "value"));
        }
        return new ShownForm(cookies, page.resolve(page.getPath()), fields);
    }

    /** The same showing with something filled in. */
    public ShownForm with(String name, String value) {
        Map<String, String> filled = new LinkedHashMap<>(fields);
        filled.put(name, value);
        return new ShownForm(cookies, address, filled);
    }

    public HttpResponse<String> send() {
        return sendAsync().join();
    }

    /** Sends it without waiting for the answer. */
    public CompletableFuture<HttpResponse<String>> sendAsync() {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Cookie", cookies)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded()))
                .build();
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private String encoded() {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String attribute(String tag, String name) {
        Matcher matcher = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(tag);
        if (!matcher.find()) {
            throw new AssertionError("a field without " + name + ": " + tag);
        }
        return matcher.group(1);
    }
}
