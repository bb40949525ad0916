package com.operatoros.payments.api;

import static com.operatoros.payments.json.JsonSupport.JSON;

import com.operatoros.payments.report.Figure;
import com.operatoros.payments.report.Figures;
import com.operatoros.payments.report.Group;
import com.operatoros.payments.report.Measure;
import com.operatoros.payments.report.Period;
import com.operatoros.payments.report.Reports;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** Tells what the payments come to, never added up across currencies. */
@Path("reports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReportsResource {

    @EJB
    private Reports reports;

    @GET
    @Path("summary")
    public Response summary(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        Period period =
                new Period(query.date("from").orElse(null), query.date("to").orElse(null));
        query.refuseWrong();
        JsonArrayBuilder currencies = JSON.createArrayBuilder();
        reports.summary(period).forEach(figures -> currencies.add(json(JSON.createObjectBuilder(), figures)));
        return ok(JSON.createObjectBuilder().add("currencies", currencies));
    }

    @GET
    @Path("monthly")
    public Response monthly() {
        return groups("month", reports.months());
    }

    @GET
    @Path("projects")
    public Response projects() {
        return groups("project", reports.projects());
    }

    @GET
    @Path("clients")
    public Response clients() {
        return groups("client", reports.clients());
    }

    private static Response groups(String name, List<Group> groups) {
        JsonArrayBuilder data = JSON.createArrayBuilder();
        groups.forEach(group -> data.add(json(JSON.createObjectBuilder().add(name, group.name()), group.figures())));
        return ok(JSON.createObjectBuilder().add("data", data));
    }

    private static JsonObjectBuilder json(JsonObjectBuilder json, Figures figures) {
        json.add("currency", figures.currency().code());
        for (Measure measure : Measure.values()) {
            Figure figure = figures.of(measure);
            json.add(measure.code(), figure.sum().major())
                    .add(measure.code() + "_minor", figure.sum().minor())
                    .add(measure.code() + "_count", figure.count());
        }
        return figures.of(Measure.PAID)
                .average()
                .map(time -> json.add("time_to_pay", time.toSeconds()))
                .orElseGet(() -> json.addNull("time_to_pay"));
    }

    private static Response ok(JsonObjectBuilder json) {
        return Response.ok(json.build().toString()).build();
    }
}
