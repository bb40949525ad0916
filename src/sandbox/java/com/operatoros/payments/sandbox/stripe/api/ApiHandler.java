package com.operatoros.payments.sandbox.stripe.api;

import com.operatoros.payments.sandbox.stripe.fault.Faults;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.http.Requests;
import com.operatoros.payments.sandbox.stripe.store.Ids;
import com.operatoros.payments.sandbox.stripe.store.Store;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;

/** Serves {@code /v1}: from the key of a call to its answer. */
public final class ApiHandler implements HttpHandler {

    static final System.Logger LOG = System.getLogger("stripe-sandbox");
    private static final String VERSION = "2026-07-29.dahlia";

    private final List<Route> routes;
    private final IdempotencyKeys keys;
    private final Expansion expansion;
    private final Faults faults;
    private final Permissions permissions;
    private final Map<String, LongAdder> received = new ConcurrentHashMap<>();

    /** The API of these resources, with what is to fail there. */
    public ApiHandler(Store store, Clock clock, Faults faults, Permissions permissions, List<Resource> resources) {
        this.faults = faults;
        this.permissions = permissions;
        this.routes = resources.stream()
                .flatMap(resource -> resource.routes().stream())
                .toList();
        this.keys = new IdempotencyKeys(store, clock);
        this.expansion = new Expansion(
                store,
                resources.stream()
                        .flatMap(resource -> resource.included().stream())
                        .toList());
    }

    /** How many calls of this method and path were received. */
    public int received(String method, String path) {
        LongAdder count = received.get(method + " " + path);
        return count == null ? 0 : count.intValue();
    }

    /** How many calls were received. */
    public int received() {
        return received.values().stream().mapToInt(LongAdder::intValue).sum();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String call =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        received.computeIfAbsent(call, absent -> new LongAdder()).increment();
        Optional<Reply> reply = reply(exchange, Ids.next("req_"));
        if (reply.isEmpty()) {
            exchange.close();
            return;
        }
        String version = Requests.header(exchange, "Stripe-Version").orElse(VERSION);
        reply.get().with("Stripe-Version", version).send(exchange);
    }

    private Optional<Reply> reply(HttpExchange exchange, String requestId) throws IOException {
        Optional<FailingCall> failing = faults.take(
                        exchange.getRequestMethod(), exchange.getRequestURI().getPath())
                .map(fault -> new FailingCall(fault, requestId));
        if (failing.isEmpty()) {
            return Optional.of(answer(exchange, requestId, Supplier::get).toReply(requestId));
        }
        FailingCall call = failing.get();
        return call.reply(call.reachesKeys() ? Optional.of(answer(exchange, requestId, call::run)) : Optional.empty());
    }

    private Answer answer(HttpExchange exchange, String requestId, Function<Supplier<Answer>, Answer> how)
            throws IOException {
        String path = exchange.getRequestURI().getPath();
        try {
            ApiKey.check(Requests.header(exchange, "Authorization"));
            permissions.check(exchange.getRequestMethod(), path);
            return answer(request(exchange, path, requestId), how);
        } catch (StripeError refused) {
            return Answer.of(refused, requestId);
        } catch (Requests.TooLarge e) {
            return Answer.of(StripeError.invalid(null, null, "Request body too large."), requestId);
        } catch (RuntimeException broken) {
            LOG.log(System.Logger.Level.ERROR, "the sandbox failed at " + path, broken);
            return Answer.of(StripeError.internal(), requestId);
        }
    }

    private static ApiRequest request(HttpExchange exchange, String path, String requestId) throws IOException {
        String method = exchange.getRequestMethod();
        boolean isPost = method.equals("POST");
        String body = Requests.body(exchange);
        Form form = Form.parse(isPost ? Requests.query(exchange) + "&" + body : Requests.query(exchange));
        Optional<String> key = Requests.header(exchange, "Idempotency-Key").filter(value -> isPost && !value.isBlank());
        return new ApiRequest(method, path, "", form, requestId, key.orElse(null));
    }

    private Answer answer(ApiRequest request, Function<Supplier<Answer>, Answer> how) {
        for (Route route : routes) {
            Optional<ApiRequest> matched = route.match(request);
            if (matched.isPresent()) {
                return keys.once(matched.get(), () -> how.apply(() -> run(route, matched.get())));
            }
        }
        throw StripeError.unknownPath(request.method(), request.path());
    }

    private Answer run(Route route, ApiRequest request) {
        route.fields().check(request.form());
        return Answer.ok(expansion.expand(route.operation().apply(request), request.form()), request.requestId());
    }
}
