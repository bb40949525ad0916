package com.operatoros.payments.admin;

import com.operatoros.payments.security.LocalRedirect;
import com.operatoros.payments.security.LoginThrottle;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The login; it leads back to where one wanted to go. */
@Named
@RequestScoped
public class LoginPage {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final Set<String> ENDS = Set.of("session", "form");

    @Inject
    private SecurityContext security;

    @Inject
    private LoginThrottle throttle;

    @Inject
    private Formats formats;

    private @Nullable String user;
    private @Nullable String password;
    private @Nullable String from;
    private @Nullable String ended;

    /** Who is logged in already need not do it again. */
    public void skipIfLoggedIn() {
        if (security.isCallerInRole("admin")) {
            leave();
        }
    }

    public void logIn() {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        String name = user == null ? "" : user.strip();
        Duration pause = throttle.pause(request.getRemoteAddr(), name);
        if (!pause.isZero()) {
            long seconds = pause.toSeconds() + 1;
            external.setResponseHeader("Retry-After", String.valueOf(seconds));
            external.setResponseStatus(TOO_MANY_REQUESTS);
            refuse(formats.text("login.wait", seconds));
        } else if (authenticate(name, request, (HttpServletResponse) external.getResponse())) {
            leave();
        } else {
            refuse(formats.text("login.wrong"));
        }
    }

    private boolean authenticate(String name, HttpServletRequest request, HttpServletResponse response) {
        UsernamePasswordCredential credential = new UsernamePasswordCredential(name, password == null ? "" : password);
        AuthenticationParameters parameters =
                AuthenticationParameters.withParams().credential(credential).newAuthentication(true);
        return security.authenticate(request, response, parameters) == AuthenticationStatus.SUCCESS;
    }

    private static void refuse(String message) {
        FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, message, null));
    }

    private void leave() {
        FacesContext context = FacesContext.getCurrentInstance();
        HttpServletRequest request =
                (HttpServletRequest) context.getExternalContext().getRequest();
        HttpServletResponse response =
                (HttpServletResponse) context.getExternalContext().getResponse();
        LocalRedirect.to(destination(request.getContextPath()), request, response);
        context.responseComplete();
    }

    /** Only a page of the admin: what follows is a path of ours, never another site. */
    private String destination(String contextPath) {
        return Optional.ofNullable(from)
                .filter(path -> path.startsWith(contextPath + "/admin/"))
                .filter(path -> path.chars().allMatch(c -> c > ' '))
                .map(path -> path.substring(contextPath.length()))
                .orElse("/admin/overview");
    }

    /** Which session has ended: {@code session}, or {@code form} when something was sent; null when none has. */
    public @Nullable String getEnded() {
        return ended;
    }

    public void setEnded(@Nullable String ended) {
        this.ended = ended != null && ENDS.contains(ended) ? ended : null;
    }

    public @Nullable String getUser() {
        return user;
    }

    public void setUser(@Nullable String user) {
        this.user = user;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }
}
