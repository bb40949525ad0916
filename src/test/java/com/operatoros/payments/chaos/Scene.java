package com.operatoros.payments.chaos;

import static com.operatoros.payments.chaos.StripeBooks.text;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.mail.ReceivedMail;
import com.operatoros.payments.support.DatabaseRoad;
import com.operatoros.payments.support.Eventually;
import com.operatoros.payments.support.MailRoad;
import com.operatoros.payments.support.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** PostgreSQL, Stripe and a mail server, and the nodes between them, which are started when they are needed. */
final class Scene implements AutoCloseable {

    /** The lease of a node that has died, a look every two seconds, and the pauses after a failure or two. */
    private static final Duration SETTLED = Duration.ofSeconds(60);

    private final Surroundings around;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Thread hook = new Thread(this::closeAll, "scene-stop");

    private Scene() throws IOException {
        around = Surroundings.open();
    }

    static Scene open() {
        try {
            Scene scene = new Scene();
            // For a run that is cut off by Ctrl-C.
            Runtime.getRuntime().addShutdownHook(scene.hook);
            return scene;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The node at which the admin works and to which Stripe delivers. */
    Node node() {
        return node("first");
    }

    /** Another one on the same database. */
    Node secondNode() {
        return node("second");
    }

    private Node node(String name) {
        Node known = nodes.get(name);
        if (known != null) {
            return known;
        }
        Node node = Node.start(name, around.settings());
        nodes.put(name, node);
        node.awaitReady();
        if (nodes.size() == 1) {
            deliverTo(node);
        }
        return node;
    }

    /** Ends the first node without any warning, and all trouble around it; after the next start no lease is left. */
    void killAndStartAgain() {
        node().kill();
        rows().endLeasesOfOperations();
        trouble().end();
        mailRoad().open();
        node().awaitReady();
        rows().endLeasesOfMails();
    }

    /** Lets Stripe deliver its events to this node. */
    void deliverTo(Node node) {
        around.stripe().deliverTo(node.webhooks());
    }

    StripeTrouble trouble() {
        return new StripeTrouble(around.stripe());
    }

    StripeBooks books() {
        return new StripeBooks(around.stripe().base());
    }

    PaymentRows rows() {
        return new PaymentRows(around.database().dataSource());
    }

    MailRoad mailRoad() {
        return around.mailRoad();
    }

    DatabaseRoad databaseRoad() {
        return around.databaseRoad();
    }

    /** What the database holds of a payment. */
    StoredEffects traces(String paymentId) {
        return StoredEffects.of(paymentId, around.database().dataSource());
    }

    /** What its payer does at Stripe. */
    StripeHands hands() {
        return new StripeHands(around.stripe().base());
    }

    /** All copies of the mails that bring a payment to its client; each node writes its own address in front of the path. */
    List<ReceivedMail> mailsAbout(JsonObject payment) {
        String path = URI.create(text(payment, "pay_url")).getPath();
        return around.mail().mails().stream()
                .filter(each -> each.to().contains(text(payment, "client_email"))
                        && String.valueOf(each.text()).contains(path))
                .toList();
    }

    /** The payments of a client as soon as nothing is left to be asked of Stripe about them. */
    List<JsonObject> settledPayments(Node node, Client client) {
        return Eventually.within(
                SETTLED, () -> rows().areAtRest(client) ? Optional.of(payments(node, client)) : Optional.empty());
    }

    private static List<JsonObject> payments(Node node, Client client) {
        List<JsonObject> payments = new ArrayList<>();
        for (JsonElement each : node.admin()
                .get("admin/api/payments?limit=100&q=" + client.email())
                .json()
                .getAsJsonArray("data")) {
            payments.add(each.getAsJsonObject());
        }
        return payments;
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
        closeAll();
    }

    private void closeAll() {
        nodes.values().forEach(Node::close);
        around.close();
    }
}
