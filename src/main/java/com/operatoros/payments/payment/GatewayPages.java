package com.operatoros.payments.payment;

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
    void learn(Learnt learnt, Instant at) {
        if (learnt.url() != null) {
            url = learnt.url();
            urlReadAt = at;
        }
        if (learnt.pdfUrl() != null) {
            pdfUrl = learnt.pdfUrl();
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
