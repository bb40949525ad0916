package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.GatewayAnswer;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The addresses of the gateway's pages of one payment, which do not last. */
@Embeddable
class GatewayPages {

    private @Nullable String url;

    @Column(name = "pdf_url")
    private @Nullable String pdfUrl;

    @Column(name = "url_read_at")
    private @Nullable Instant urlReadAt;

    /** What an answer does not tell stays as it is. */
    void learn(GatewayAnswer answer, Instant at) {
        if (answer.url() != null) {
            url = answer.url();
            urlReadAt = at;
        }
        if (answer.pdfUrl() != null) {
            pdfUrl = answer.pdfUrl();
        }
    }

    @Nullable
    String url() {
        return url;
    }

    @Nullable
    String pdfUrl() {
        return pdfUrl;
    }

    @Nullable
    Instant urlReadAt() {
        return urlReadAt;
    }
}
