package com.operatoros.payments.sandbox.stripe.hosted;

import com.operatoros.payments.sandbox.stripe.http.Reply;
import java.util.Map;

/** Says to a person why a control did not do what a form asked for. */
public final class RefusalPage {

    private static final Template PAGE = Template.load("refusal.html");

    private RefusalPage() {}

    /** The page, with a way back. */
    public static Reply show(int status, String why, String back) {
        return Page.reply(status, "That was refused", PAGE.fill(Map.of("text", why, "back", back)));
    }
}
