package com.operatoros.payments.admin;

import com.operatoros.payments.payment.Texts;
import jakarta.faces.application.ViewExpiredException;
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

/**
 * The pages for what went wrong, with a way on. They are filled in here and not by Faces, so that they can still be
 * shown when beans or the database are out of reach.
 */
@WebServlet("/errors/*")
public class ErrorServlet extends HttpServlet {

    private static final String TEMPLATE = "/WEB-INF/templates/error.html";
    private static final String OVERVIEW = "/admin/overview";

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
        String context = request.getContextPath();
        boolean mayRepeat = kind.equals("500") || kind.equals("expired");
        return template()
                .replace("${language}", language.getLanguage())
                .replace("${context}", escape(context))
                .replace("${theme}", Theme.of(request).code())
                .replace("${drawn}", Theme.of(request).drawn())
                .replace("${product}", escape(texts.get("app.name")))
                .replace("${title}", escape(texts.get("error." + kind + ".title")))
                .replace("${text}", escape(texts.get("error." + kind + ".text")))
                .replace("${action}", escape(texts.get("error." + kind + ".action")))
                // An empty address is the page that failed, with its parameters.
                .replace("${target}", mayRepeat ? "" : escape(context + OVERVIEW));
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
