package com.operatoros.payments.api;

import static com.operatoros.payments.json.JsonSupport.JSON;

import com.operatoros.payments.code.Coded;
import com.operatoros.payments.webhook.EventFilter;
import com.operatoros.payments.webhook.EventNotFound;
import com.operatoros.payments.webhook.EventOutcome;
import com.operatoros.payments.webhook.EventText;
import com.operatoros.payments.webhook.Events;
import com.operatoros.payments.webhook.StoredEvent;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What Stripe delivered: looked at, and taken once more. */
@Path("events")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class EventsResource {

    @EJB
    private Events events;

    @GET
    public Response list(@Context UriInfo address) {
        QueryParameters query = new QueryParameters(address.getQueryParameters());
        EventFilter filter = new EventFilter(
                query.find("outcome", "query.outcome", text -> Coded.find(EventOutcome.class, text))
                        .orElse(null),
                query.text("type").orElse(null),
                query.find("payment", "query.payment", EventsResource::uuid).orElse(null),
                query.find("cursor", "query.cursor", id -> events.find(id).map(StoredEvent::id))
                        .orElse(null));
        int limit = query.find("limit", "query.limit", ListRequest::limit).orElse(ListRequest.DEFAULT_LIMIT);
        query.refuseWrong();
        List<StoredEvent> found = events.list(filter, limit + 1);
        JsonArrayBuilder data = JSON.createArrayBuilder();
        found.stream().limit(limit).forEach(event -> data.add(json(event)));
        JsonObjectBuilder answer = JSON.createObjectBuilder().add("data", data);
        return ok(
                found.size() > limit
                        ? answer.add("next_cursor", found.get(limit - 1).id())
                        : answer.addNull("next_cursor"));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        StoredEvent event = events.find(id).orElseThrow(() -> new EventNotFound(id));
        Optional<JsonObject> payload = events.payload(id).map(EventText::read);
        return ok(json(event).add("payload", payload.isPresent() ? payload.get() : JsonValue.NULL));
    }

    @POST
    @Path("{id}/apply")
    @Consumes(MediaType.WILDCARD)
    public Response apply(@PathParam("id") String id) {
        return ok(json(events.apply(id)));
    }

    private static Response ok(JsonObjectBuilder answer) {
        return Response.ok(answer.build().toString()).build();
    }

    private static JsonObjectBuilder json(StoredEvent event) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("id", event.id())
                .add("type", event.type())
                .add("created_at", event.createdAt().toString())
                .add("received_at", event.receivedAt().toString());
        EventOutcome outcome = event.outcome();
        addText(json, "outcome", outcome == null ? null : outcome.code());
        addText(json, "payment_id", event.paymentId());
        addText(json, "reference", event.reference());
        addText(json, "error", event.error());
        json.add("tries", event.tries());
        addText(json, "next_at", event.nextAt());
        return json;
    }

    private static void addText(JsonObjectBuilder json, String name, @Nullable Object value) {
        json.add(name, value == null ? JsonValue.NULL : JSON.createValue(Objects.toString(value)));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
