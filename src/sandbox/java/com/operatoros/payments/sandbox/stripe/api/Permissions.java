package com.operatoros.payments.sandbox.stripe.api;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What keys may do: everything, unless somebody has taken a permission or the key itself away. */
public final class Permissions {

    private final Map<String, String> missing = new ConcurrentHashMap<>();
    private volatile boolean isRevoked;

    /** From now on calls of this method and path lack this permission. */
    public void deny(String method, String path, String permission) {
        missing.put(method + " " + path, permission);
    }

    /** From now on no key is good for anything. */
    public void revoke() {
        isRevoked = true;
    }

    /** From now on every key may do everything again. */
    public void restore() {
        isRevoked = false;
        missing.clear();
    }

    /** @throws StripeError when a call of this method and path is not permitted */
    void check(String method, String path) {
        if (isRevoked) {
            throw StripeError.unauthorized("Expired API Key provided: sk_test_****");
        }
        Optional.ofNullable(missing.get(method + " " + path)).ifPresent(permission -> {
            throw StripeError.forbidden(
                    "The provided key 'rk_test_****' does not have the required permissions for this"
                            + " endpoint on account 'acct_sandbox'. Having the '" + permission
                            + "' permission would allow this request to continue.");
        });
    }
}
