package com.operatoros.payments.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.operatoros.payments.payment.list.StatusFilter;
import com.operatoros.payments.reconcile.DriftKind;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The codes of constants (rules K1 and K2). */
class CodedTest {

    @Test
    void a_code_is_the_name_in_lower_case() {
        assertEquals("link_inactive", DriftKind.LINK_INACTIVE.code());
    }

    @ParameterizedTest
    @EnumSource
    void a_code_leads_back_to_its_constant(DriftKind kind) {
        assertEquals(Optional.of(kind), Coded.find(DriftKind.class, kind.code()));
        assertEquals(kind, Coded.get(DriftKind.class, kind.code()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PAID", "paid ", "pa\u0131d", "nonsense"})
    void what_somebody_typed_may_be_no_code(String typed) {
        assertEquals(Optional.empty(), StatusFilter.find(typed));
    }

    @Test
    void what_we_wrote_ourselves_is_one() {
        assertThrows(NoSuchElementException.class, () -> Coded.get(DriftKind.class, "nonsense"));
    }
}
