package com.operatoros.payments.sandbox.stripe.fault;

import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with a call.
 *
 * @param method the method of the calls it takes, whatever its case; null takes any
 * @param path the path of these calls, or its end
 * @param kind how they fail
 * @param afterEffect whether they have their effect first
 */
public record Fault(@Nullable String method, String path, FaultKind kind, boolean afterEffect) {

    boolean takes(String calledMethod, String calledPath) {
        return (method == null || method.equalsIgnoreCase(calledMethod)) && calledPath.endsWith(path);
    }
}
