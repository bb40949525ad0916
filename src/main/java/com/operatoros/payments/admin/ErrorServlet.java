package com.operatoros.payments.admin;

import com.operatoros.payments.html.HtmlTemplate;
import com.operatoros.payments.security.Referrer;
import com.operatoros.payments.text.Messages;
import jakarta.faces.application.ViewExpiredException;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The pages for what went wrong, with a way on. They are filled in here and not by Faces, so that they can still be
 * shown when Faces or the database are out of reach.
 */
@WebServlet("/errors/*")
public class ErrorServlet extends HttpServlet {

    private static final HtmlTemplate PAGE = HtmlTemplate.beside(ErrorServlet.class, "error.html");
    private static final String OVERVIEW = "/admin/overview";

    @Inject
    private Assets assets;

    /** The kinds by the end of their address, with the status of each. */
    private static final Map<String, Integer> KINDS = Map.of(
            "/403", HttpServletResponse.SC_FORBIDDEN,
            "/404", HttpServletResponse.SC_NOT_FOUND,
            "/500", HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
            "/expired", HttpServletResponse.SC_BAD_REQUEST);

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String kind = kind(request);
        response.setStatus(KINDS.getOrDefault(kind, HttpServletResponse.SC_NOT_FOUND));
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        write(page(kind.substring(1), request), response);
    }

    private static String kind(HttpServletRequest request) {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            return "/404";
        }
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        for (Throwable cause = (Throwable) failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ViewExpiredException) {
                return "/expired";
            }
        }
        String asked = String.valueOf(request.getPathInfo());
        return KINDS.containsKey(asked) ? asked : "/404";
    }

    /** A page that broke off in the middle has already taken the writer, a resource the stream. */
    private static void write(String page, HttpServletResponse response) throws IOException {
        try {
            response.getWriter().write(page);
        } catch (IllegalStateException e) {
            response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
        }
    }

    private String page(String kind, HttpServletRequest request) {
        Locale language = Language.of(request);
        Messages texts = Messages.in(language);
        return PAGE.fill(Map.of(
                "language", language.getLanguage(),
                "theme", Theme.of(request),
                "icon", assets.url("icon.svg"),
                "tabler", assets.url("tabler.min.css"),
                "style", assets.url("app.css"),
                "script", assets.url("theme.js"),
                "product", texts.get("app.name"),
                "title", texts.get("error." + kind + ".title"),
                "text", texts.get("error." + kind + ".text"),
                "way", way(kind, texts, request).stream().toList()));
    }

    /** A link to where it goes on; a client who has mistyped an address is not led into the admin's pages. */
    private static Optional<Way> way(String kind, Messages texts, HttpServletRequest request) {
        String asked = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        boolean mayRepeat = kind.equals("500") || kind.equals("expired");
        Optional<String> before = Referrer.of(request);
        String target;
        String words = "error." + kind + ".action";
        if (mayRepeat) {
            // What a form has sent came from the page before; else an empty address is the page that failed.
            target = request.getMethod().equals("GET") ? "" : before.orElse("");
        } else if (before.isPresent() && !before.get().equals(asked)) {
            target = before.get();
            words = "error.back";
        } else if (asked.startsWith(request.getContextPath() + "/admin")) {
            target = request.getContextPath() + OVERVIEW;
        } else {
            return Optional.empty();
        }
        return Optional.of(new Way(target, texts.get(words)));
    }

    private record Way(String url, String words) {}
}
