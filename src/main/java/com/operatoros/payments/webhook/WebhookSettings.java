package com.operatoros.payments.webhook;

import java.util.Set;

/**
 * A rule of who may deliver.
 *
 * @param allowedAddresses the only addresses that may post events; empty allows all, since the signature decides
 */
public record WebhookSettings(Set<String> allowedAddresses) {

    boolean mayDeliver(String address) {
        return allowedAddresses.isEmpty() || allowedAddresses.contains(address);
    }
}
