package com.operatoros.payments.api;

import com.operatoros.payments.payment.list.PaymentFilter;
import com.operatoros.payments.report.PaymentExport;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;

/** The list of payments as a file, for programs and for the page of the list. */
@RequestScoped
class ExportCalls {

    /** Whatever is asked for: there is no other form. */
    static final String TYPE = "text/csv; charset=UTF-8";

    @Inject
    private PaymentExport export;

    /** All payments that the filters of the list let through, in its order. */
    Response export(UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        PaymentFilter filter = ListRequest.filter(query);
        query.refuseWrong();
        StreamingOutput file = out -> export.write(filter, out);
        return Response.ok(file, TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"payments.csv\"")
                .build();
    }
}
