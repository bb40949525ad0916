package com.operatoros.payments.api;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.payment.list.PaymentFilter;
import com.operatoros.payments.report.FileForm;
import com.operatoros.payments.report.PaymentExport;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;

/** The list of payments as a file, for programs and for the page of the list. */
@RequestScoped
class ExportCalls {

    /** Of a report there is no other form. */
    static final String TYPE = FileForm.CSV.type();

    @Inject
    private PaymentExport export;

    @Inject
    private BillingProfile profile;

    @Inject
    private Clock clock;

    @Inject
    private HttpServletRequest request;

    /** All payments that the filters of the list let through, in its order and in the form that is asked for. */
    Response export(UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        PaymentFilter filter = ListRequest.filter(query);
        FileForm form = query.find("format", "query.format", FileForm::find).orElse(FileForm.CSV);
        Locale language =
                query.find("lang", "query.lang", ExportCalls::language).orElseGet(this::language);
        query.refuseWrong();
        StreamingOutput file = out -> export.write(filter, form, language, out);
        String name = form == FileForm.CSV ? "payments" : "payments-" + profile.today(clock);
        return Response.ok(file, form.type())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + form.ending() + "\"")
                .build();
    }

    private static Optional<Locale> language(String code) {
        return switch (code) {
            case "de" -> Optional.of(Locale.GERMAN);
            case "en" -> Optional.of(Locale.ENGLISH);
            default -> Optional.empty();
        };
    }

    /** That of the browser, where it is one of ours. */
    private Locale language() {
        return Collections.list(request.getLocales()).stream()
                .flatMap(locale -> language(locale.getLanguage()).stream())
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
