package com.operatoros.payments.admin;

import com.operatoros.payments.security.Referrer;
import com.operatoros.payments.text.Texts;
import jakarta.faces.application.ViewExpiredException;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
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

    private static final String TEMPLATE = "/WEB-INF/templates/error.html";
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

    private String page(String kind, HttpServletRequest request) throws IOException {
        Locale language = Language.of(request);
        Texts texts = Texts.in(language);
        return template()
                .replace("${language}", language.getLanguage())
                .replace("${icon}", escape(assets.url("icon.svg")))
                .replace("${tabler}", escape(assets.url("tabler.min.css")))
                .replace("${style}", escape(assets.url("app.css")))
                .replace("${script}", escape(assets.url("theme.js")))
                .replace("${theme}", Theme.of(request).code())
                .replace("${drawn}", Theme.of(request).drawn())
                .replace("${product}", escape(texts.get("app.name")))
                .replace("${title}", escape(texts.get("error." + kind + ".title")))
                .replace("${text}", escape(texts.get("error." + kind + ".text")))
                .replace("${way}", way(kind, texts, request));
    }

    /** A link to where it goes on; a client who has mistyped an address is not led into the admin's pages. */
    private static String way(String kind, Texts texts, HttpServletRequest request) {
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
            return "";
        }
        return "<a class=\"btn btn-primary\" href=\"" + escape(target) + "\">" + escape(texts.get(words)) + "</a>";
    }

    private String template() throws IOException {
        try (InputStream template = getServletContext().getResourceAsStream(TEMPLATE)) {
            if (template == null) {
                throw new FileNotFoundException(TEMPLATE);
            }
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
