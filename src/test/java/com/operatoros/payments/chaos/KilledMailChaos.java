package com.operatoros.payments.chaos;

import static com.operatoros.payments.chaos.Bill.assertPayableOnce;
import static com.operatoros.payments.chaos.Bill.only;
import static com.operatoros.payments.chaos.Client.aClient;
import static com.operatoros.payments.chaos.StripeBooks.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.mail.ReceivedMail;
import com.operatoros.payments.support.AdminApi.Answer;
import com.operatoros.payments.support.Eventually;
import com.operatoros.payments.support.Node;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server dies when the admin has the answer and the client has no mail yet (rules X1 to X3 and I1). */
@ExtendWith(OwnScene.class)
class KilledMailChaos {

    private final Scene scene;

    KilledMailChaos(Scene scene) {
        this.scene = scene;
    }

    @AfterEach
    void openRoad() {
        scene.mailRoad().open();
    }

    @Test
    void a_mail_that_had_not_left_is_sent_by_the_next_start() {
        Node node = scene.node();
        Client client = aClient();
        scene.mailRoad().hang();
        Answer created = client.bill(node, "link");
        awaitSending(created);

        scene.killAndStartAgain();

        assertEquals(201, created.status());
        assertPayableOnce(scene, only(scene.settledPayments(node, client)));
        assertEquals(1, scene.mailsAbout(created.json()).size());
    }

    @Test
    void a_mail_that_had_left_without_our_knowing_is_sent_again_as_the_same_mail() {
        Node node = scene.node();
        Client client = aClient();
        scene.mailRoad().swallowAnswers();
        Answer created = client.bill(node, "invoice");
        awaitMails(created.json(), 1);
        awaitSending(created);

        scene.killAndStartAgain();

        List<ReceivedMail> copies = awaitMails(created.json(), 2);
        assertEquals(1, copies.stream().map(ReceivedMail::messageId).distinct().count());
        assertPayableOnce(scene, only(scene.settledPayments(node, client)));
    }

    private void awaitSending(Answer created) {
        String id = text(created.json(), "id");
        Eventually.get(() -> scene.rows().isBeingMailed(id) ? Optional.of(id) : Optional.empty());
    }

    private List<ReceivedMail> awaitMails(JsonObject payment, int number) {
        return Eventually.get(() -> Optional.of(scene.mailsAbout(payment)).filter(mails -> mails.size() >= number));
    }
}
