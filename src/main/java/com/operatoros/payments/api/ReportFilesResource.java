package com.operatoros.payments.api;

import com.operatoros.payments.report.Report;
import com.operatoros.payments.report.ReportExport;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** The reports as files, to which a session is enough. */
@Path("/")
@RequestScoped
public class ReportFilesResource {

    @Inject
    private ReportExport export;

    @GET
    @Path("{report}.csv")
    @Produces(MediaType.WILDCARD)
    public Response file(@PathParam("report") String name) {
        Report report = Report.find(name).orElseThrow(NotFoundException::new);
        StreamingOutput file = out -> export.write(report, out);
        return Response.ok(file, ExportCalls.TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .build();
    }
}
