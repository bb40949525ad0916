package com.operatoros.payments.api;

import static com.operatoros.payments.json.JsonSupport.JSON;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.notification.Level;
import com.operatoros.payments.notification.NotificationFilter;
import com.operatoros.payments.notification.NotificationJson;
import com.operatoros.payments.notification.Notifications;
import com.operatoros.payments.text.Messages;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Notifications: read them, put them away. */
@Path("notifications")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class NotificationsResource {

    private static final int DEFAULT_LIMIT = 50;

    @EJB
    private Notifications notifications;

    @Inject
    private BillingProfile profile;

    @GET
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("level") @Nullable String level,
            @QueryParam("acknowledged") @Nullable String acknowledged) {
        int most = limit == null
                ? DEFAULT_LIMIT
                : ListRequest.limit(limit).orElseThrow(() -> Problem.field("limit", "query.limit"));
        Level wanted =
                level == null ? null : Level.find(level).orElseThrow(() -> Problem.field("level", "query.level"));
        return answer(new NotificationFilter(wanted, acknowledged == null ? null : truth(acknowledged), null), most);
    }

    @POST
    @Path("{id}/acknowledge")
    public Response acknowledge(@PathParam("id") String id, @Context SecurityContext caller) {
        if (!id.matches("[0-9]{1,18}")) {
            throw Problem.of(Response.Status.NOT_FOUND, "There is none of this id.");
        }
        notifications.acknowledge(Long.parseLong(id), caller.getUserPrincipal().getName());
        return answer(NotificationFilter.NONE, DEFAULT_LIMIT);
    }

    @POST
    @Path("clear")
    public Response clear(@Context SecurityContext caller) {
        notifications.clear(caller.getUserPrincipal().getName());
        return answer(NotificationFilter.NONE, DEFAULT_LIMIT);
    }

    private Response answer(NotificationFilter filter, int limit) {
        JsonArrayBuilder data = JSON.createArrayBuilder();
        Messages english = Messages.english().at(profile.zone());
        notifications.listOnly(filter, limit).forEach(one -> data.add(NotificationJson.of(one, english)));
        return Response.ok(JSON.createObjectBuilder()
                        .add("data", data)
                        .add("unread", notifications.unread())
                        .build()
                        .toString())
                .build();
    }

    private static Boolean truth(String text) {
        if (!Set.of("true", "false").contains(text)) {
            throw Problem.field("acknowledged", "query.acknowledged");
        }
        return Boolean.valueOf(text);
    }
}
