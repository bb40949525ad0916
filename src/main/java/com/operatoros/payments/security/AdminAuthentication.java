package com.operatoros.payments.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Logs the admin in: by the login page with a session, or by Basic authentication without one (rules Z2, Z3, Z5). Long
 * since it tells five kinds of requests apart, each of which is answered in another way.
 */
@ApplicationScoped
public class AdminAuthentication implements HttpAuthenticationMechanism {

    private static final Logger LOG = System.getLogger(AdminAuthentication.class.getName());
    private static final String LOGIN = AdminAuthentication.class.getName() + ".login";

    @Inject
    private IdentityStoreHandler users;

    @Inject
    private LoginThrottle throttle;

    private record Login(String name, Set<String> groups) implements Serializable {}

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        try {
            if (context.isAuthenticationRequest()
                    && context.getAuthParameters().getCredential() instanceof UsernamePasswordCredential credential) {
                return logIn(credential, request, context);
            }
            if (!Addresses.isAdmin(request)) {
                return resume(request, context).orElseGet(context::doNothing);
            }
            Optional<UsernamePasswordCredential> basic = BasicHeader.read(request);
            if (basic.isPresent()) {
                return authenticate(basic.get(), request, response, context);
            }
            Optional<AuthenticationStatus> resumed = resume(request, context);
            return resumed.isPresent() ? resumed.get() : challenge(request, response, context);
        } catch (IOException e) {
            throw new AuthenticationException(e);
        }
    }

    private AuthenticationStatus logIn(
            UsernamePasswordCredential credential, HttpServletRequest request, HttpMessageContext context) {
        CredentialValidationResult result = validate(credential, request);
        if (result.getStatus() != CredentialValidationResult.Status.VALID) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        String name = result.getCallerPrincipal().getName();
        // A session that somebody else may have begun must not become the admin's.
        request.getSession(true);
        request.changeSessionId();
        request.getSession().setAttribute(LOGIN, new Login(name, new HashSet<>(result.getCallerGroups())));
        LOG.log(Level.INFO, "{0} logged in", name);
        return context.notifyContainerAboutLogin(result);
    }

    private AuthenticationStatus authenticate(
            UsernamePasswordCredential credential,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context)
            throws IOException {
        Duration pause = throttle.pause(request.getRemoteAddr(), credential.getCaller());
        if (!pause.isZero()) {
            Refusals.tooManyPasswords(response, pause);
            return AuthenticationStatus.SEND_FAILURE;
        }
        CredentialValidationResult result = validate(credential, request);
        if (result.getStatus() == CredentialValidationResult.Status.VALID) {
            return context.notifyContainerAboutLogin(result);
        }
        Refusals.unauthenticated(response);
        return AuthenticationStatus.SEND_FAILURE;
    }

    private CredentialValidationResult validate(UsernamePasswordCredential credential, HttpServletRequest request) {
        String address = request.getRemoteAddr();
        if (!throttle.pause(address, credential.getCaller()).isZero()) {
            return CredentialValidationResult.INVALID_RESULT;
        }
        CredentialValidationResult result = users.validate(credential);
        if (result.getStatus() == CredentialValidationResult.Status.VALID) {
            throttle.succeeded(address, credential.getCaller());
        } else {
            throttle.failed(address, credential.getCaller());
            LOG.log(Level.WARNING, "A login from {0} was refused", address);
        }
        return result;
    }

    private static Optional<AuthenticationStatus> resume(HttpServletRequest request, HttpMessageContext context) {
        boolean mayUseSession = !Addresses.isCall(request)
                || Addresses.isLive(request)
                || request.getHeader("X-Requested-With") != null;
        HttpSession session = mayUseSession ? request.getSession(false) : null;
        if (session != null && session.getAttribute(LOGIN) instanceof Login login) {
            return Optional.of(context.notifyContainerAboutLogin(login.name(), login.groups()));
        }
        return Optional.empty();
    }

    private static AuthenticationStatus challenge(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) throws IOException {
        if (!context.isProtected()) {
            return context.doNothing();
        }
        if (Addresses.isCall(request)) {
            Refusals.unauthenticated(response);
            return AuthenticationStatus.SEND_FAILURE;
        }
        String from = URLEncoder.encode(wanted(request), StandardCharsets.UTF_8);
        response.sendRedirect(request.getContextPath() + "/login?from=" + from + ended(request));
        return AuthenticationStatus.SEND_CONTINUE;
    }

    /** What a form has sent can't be sent again by the login: that leads back to the form. */
    private static String wanted(HttpServletRequest request) {
        String query = request.getQueryString();
        String asked = request.getRequestURI() + (query == null ? "" : "?" + query);
        return isForm(request) ? Referrer.of(request).orElse(asked) : asked;
    }

    /** What the login page says of it. */
    private static String ended(HttpServletRequest request) {
        if (isForm(request)) {
            return "&ended=form";
        }
        return request.getRequestedSessionId() == null ? "" : "&ended=session";
    }

    private static boolean isForm(HttpServletRequest request) {
        return request.getMethod().equals("POST") && !Addresses.path(request).equals("/admin/logout");
    }
}
