package com.operatoros.payments.chaos;

import static com.operatoros.payments.chaos.Bill.only;
import static com.operatoros.payments.chaos.StripeBooks.text;

import com.google.gson.JsonObject;
import com.operatoros.payments.support.AdminApi.Answer;
import com.operatoros.payments.support.Node;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A creation that is to be met at one of its calls.
 *
 * @param path the end of the path of that call, and of no other
 * @param older the client's payments from before
 */
record Target(StripeCall call, Client client, String path, Set<String> older) {

    /** Stripe names a customer after the client under an address that only the second invoice knows beforehand. */
    static Target at(StripeCall call, Scene scene) {
        Client client = Client.aClient();
        if (call != StripeCall.NAME_CUSTOMER) {
            return new Target(call, client, call.path(), Set.of());
        }
        client.bill(scene.node(), call.type());
        Set<String> older = scene.settledPayments(scene.node(), client).stream()
                .map(payment -> text(payment, "id"))
                .collect(Collectors.toSet());
        String customer = text(only(scene.books().customers(client.email())), "id");
        return new Target(call, client, call.path() + customer, older);
    }

    Answer create(Node node) {
        return client.bill(node, call.type());
    }

    /** Begins the creation on the first node, and returns when Stripe holds the answer to that call back. */
    PendingRequest meet(Scene scene, CallPhase moment) {
        scene.trouble().hold("POST", path, moment);
        PendingRequest request = PendingRequest.send(() -> create(scene.node()));
        scene.trouble().awaitCall();
        return request;
    }

    /** The payment that came of it, as soon as nothing is left to be done for it. */
    JsonObject settledPayment(Scene scene, Node node) {
        return only(scene.settledPayments(node, client).stream()
                .filter(payment -> !older.contains(text(payment, "id")))
                .toList());
    }
}
