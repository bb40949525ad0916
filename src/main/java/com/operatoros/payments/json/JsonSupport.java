package com.operatoros.payments.json;

import jakarta.json.spi.JsonProvider;

/** Where JSON is read and made. */
public final class JsonSupport {

    /** The server's own; it may be used by several at once (rule JN1). */
    public static final JsonProvider JSON = JsonProvider.provider();

    private JsonSupport() {}
}
