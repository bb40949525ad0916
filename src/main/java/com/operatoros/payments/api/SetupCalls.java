package com.operatoros.payments.api;

import static com.operatoros.payments.json.JsonSupport.JSON;

import com.operatoros.payments.setup.SetupCheck;
import com.operatoros.payments.setup.SetupReport;
import com.operatoros.payments.text.Messages;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The setup check by a call, behind each of its addresses. */
@ApplicationScoped
class SetupCalls {

    private static final Messages ENGLISH = Messages.english();

    @EJB
    private SetupCheck setup;

    Response check() {
        SetupReport report = setup.run();
        JsonArrayBuilder checks = JSON.createArrayBuilder();
        report.checks().forEach(check -> checks.add(json(check)));
        return Response.ok(
                        JSON.createObjectBuilder()
                                .add("status", report.status())
                                .add("mode", report.mode())
                                .add("checks", checks)
                                .build()
                                .toString(),
                        MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static JsonObjectBuilder json(SetupReport.Check check) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("name", check.name())
                .add("status", check.status())
                .add("detail", check.detailIn(ENGLISH));
        String fix = check.fixIn(ENGLISH);
        return fix == null ? json.addNull("fix") : json.add("fix", fix);
    }
}
