package com.operatoros.payments.sandbox.stripe.hosted;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceLines;
import com.operatoros.payments.sandbox.stripe.store.Json;

/** The PDF of an invoice. */
final class InvoicePdf {

    private static final double LEFT = 50;
    private static final double RIGHT = 545;
    private static final double WIDTH = RIGHT - LEFT;
    private static final double TEXT_WIDTH = 340;
    private static final double SIZE = 10;

    private final InvoiceLines lines;

    InvoicePdf(InvoiceLines lines) {
        this.lines = lines;
    }

    Reply write(JsonObject invoice) {
        InvoiceText text = new InvoiceText(invoice);
        Pdf pdf = new Pdf("Invoice " + text.number());
        pdf.paragraph(LEFT, WIDTH, "Invoice " + text.number(), 20);
        pdf.down(10);
        pair(pdf, "Status", text.state());
        text.facts().forEach((name, value) -> pair(pdf, name, value));
        pdf.down(14);
        pdf.paragraph(LEFT, WIDTH, text.amount("total") + "   " + text.due(), 14);
        pdf.down(10);
        pdf.rule(LEFT, RIGHT);
        lines.of(Json.requiredText(invoice, "id")).forEach(line -> line(pdf, text, line));
        pdf.rule(LEFT, RIGHT);
        text.sums().forEach((name, amount) -> pdf.row(LEFT, TEXT_WIDTH, name, RIGHT, amount, SIZE));
        for (String note : new String[] {"description", "footer"}) {
            pdf.down(14);
            pdf.paragraph(LEFT, WIDTH, text.text(note), SIZE);
        }
        String file = "Invoice-" + text.number().replaceAll("[^A-Za-z0-9-]", "_") + ".pdf";
        return Reply.text(200, "application/pdf", pdf.end())
                .with("Content-Disposition", "attachment; filename=\"" + file + "\"")
                .with("X-Content-Type-Options", "nosniff")
                .with("Cache-Control", "no-store");
    }

    private static void pair(Pdf pdf, String name, String value) {
        pdf.paragraph(LEFT, WIDTH, name + ":  " + value, SIZE);
        pdf.down(2);
    }

    private static void line(Pdf pdf, InvoiceText text, JsonObject line) {
        long quantity = line.get("quantity").getAsLong();
        String what = Json.text(line, "description").orElse("Invoice item");
        String name = quantity == 1 ? what : what + "\n" + quantity + " pieces";
        pdf.row(LEFT, TEXT_WIDTH, name, RIGHT, text.money(line.get("amount").getAsLong()), SIZE);
        pdf.down(4);
    }
}
