package com.operatoros.payments.admin;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets browsers keep a file for as long as they have room, if its address carries the version that we have: while servers
 * are replaced one after the other, a page of the new one may ask the old one.
 */
@WebFilter(urlPatterns = "/assets/*", asyncSupported = true)
public class AssetCache extends HttpFilter {

    private static final String FOR_LONG = "public, max-age=31536000, immutable";

    @Inject
    private Assets assets;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String asked = request.getRequestURI() + "?" + request.getQueryString();
        response.setHeader("Cache-Control", assets.isCurrent(asked) ? FOR_LONG : "no-cache");
        chain.doFilter(request, response);
    }
}
