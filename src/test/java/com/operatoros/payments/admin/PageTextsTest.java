package com.operatoros.payments.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.gateway.DisputeState;
import com.operatoros.payments.gateway.RefundState;
import com.operatoros.payments.payment.Attention;
import com.operatoros.payments.payment.HistoryEntry;
import com.operatoros.payments.payment.list.StatusFilter;
import com.operatoros.payments.text.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the pages put together from a code must be there for each code (rules T1 and V2). */
class PageTextsTest {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle(Messages.BUNDLE);

    @ParameterizedTest
    @EnumSource
    void each_state_of_a_dispute_has_its_texts(DisputeState state) {
        assertText("mark.dispute." + state.code());
        assertText("dispute.status." + state.code());
        if (!state.isClosed() || state == DisputeState.LOST) {
            assertText("dispute.title." + state.code());
            assertText("dispute.next." + state.code());
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_state_of_a_refund_has_its_word_and_its_drawing(RefundState state) throws IOException {
        assertText("refund.state." + state.code());
        assertDrawing("refund-" + state.code());
    }

    @ParameterizedTest
    @EnumSource
    void each_kind_of_history_has_its_word_and_its_drawing(HistoryEntry.Kind kind) throws IOException {
        assertText("history.kind." + kind.code());
        assertDrawing("kind-" + kind.code());
    }

    @ParameterizedTest
    @EnumSource
    void each_reason_for_attention_has_its_advice(Attention attention) {
        assertText("attention." + attention.code());
        assertText("attention." + attention.code() + ".advice");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REJECTED")
    void each_filter_that_the_list_offers_has_its_word(StatusFilter filter) {
        assertText("filter." + filter.code());
    }

    @ParameterizedTest
    @CsvSource({
        "evt_1TWlguUNNCk, evt",
        "ch_13jHjV1UEECB, ch",
        "re_1hcj2q0W6gnh, re",
        "cs_test_a1fB8iTALx, cs",
        "<3bd93f80@sandbox.example>, mail",
        "something, other",
        "unknown_1, other"
    })
    void what_a_line_rests_on_is_named_by_its_id(String id, String kind) {
        HistoryLine.Proof proof = HistoryLine.Proof.of(id);

        assertEquals(kind, proof.kind());
        assertEquals(id, proof.id());
        assertText("proof." + kind);
    }

    private static void assertText(String key) {
        assertTrue(TEXTS.containsKey(key), key);
    }

    private static void assertDrawing(String name) throws IOException {
        Path sprite = Path.of("src/main/webapp/WEB-INF/templates/icons.xhtml");
        String drawings = Files.readString(sprite, StandardCharsets.UTF_8);
        assertTrue(drawings.contains("id=\"icon-" + name + "\""), name);
    }
}
