package com.operatoros.payments.payment;

import static com.operatoros.payments.json.JsonSupport.JSON;

import com.operatoros.payments.code.Coded;
import com.operatoros.payments.gateway.AttemptState;
import com.operatoros.payments.gateway.DisputeState;
import com.operatoros.payments.gateway.InvoiceState;
import com.operatoros.payments.gateway.RefundState;
import com.operatoros.payments.gateway.SuspicionKind;
import com.operatoros.payments.money.Currency;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stores our types in columns; the codes in the database are those of the JSON. Long since there is one converter for
 * each of our types.
 */
public final class Converters {

    private Converters() {}

    /** EclipseLink does not know Instant. */
    @Converter(autoApply = true)
    public static class OfInstant implements AttributeConverter<@Nullable Instant, @Nullable OffsetDateTime> {
        @Override
        public @Nullable OffsetDateTime convertToDatabaseColumn(@Nullable Instant instant) {
            return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
        }

        @Override
        public @Nullable Instant convertToEntityAttribute(@Nullable OffsetDateTime stored) {
            return stored == null ? null : stored.toInstant();
        }
    }

    @Converter(autoApply = true)
    public static class OfStatus implements AttributeConverter<@Nullable PaymentStatus, @Nullable String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable PaymentStatus status) {
            return status == null ? null : status.code();
        }

        @Override
        public @Nullable PaymentStatus convertToEntityAttribute(@Nullable String stored) {
            return stored == null ? null : Coded.get(PaymentStatus.class, stored);
        }
    }

    @Converter(autoApply = true)
    public static class OfInvoiceState implements AttributeConverter<InvoiceState, String> {
        @Override
        public String convertToDatabaseColumn(InvoiceState state) {
            return state.code();
        }

        @Override
        public InvoiceState convertToEntityAttribute(String stored) {
            return Coded.get(InvoiceState.class, stored);
        }
    }

    @Converter(autoApply = true)
    public static class OfType implements AttributeConverter<PaymentType, String> {
        @Override
        public String convertToDatabaseColumn(PaymentType type) {
            return type.code();
        }

        @Override
        public PaymentType convertToEntityAttribute(String stored) {
            return Coded.get(PaymentType.class, stored);
        }
    }

    @Converter(autoApply = true)
    public static class OfCurrency implements AttributeConverter<Currency, String> {
        @Override
        public String convertToDatabaseColumn(Currency currency) {
            return currency.code();
        }

        @Override
        public Currency convertToEntityAttribute(String stored) {
            return Coded.get(Currency.class, stored);
        }
    }

    @Converter(autoApply = true)
    public static class OfSuspicionKind implements AttributeConverter<SuspicionKind, String> {
        @Override
        public String convertToDatabaseColumn(SuspicionKind kind) {
            return kind.code();
        }

        @Override
        public SuspicionKind convertToEntityAttribute(String stored) {
            return Coded.get(SuspicionKind.class, stored);
        }
    }

    @Converter(autoApply = true)
    public static class OfAttemptState implements AttributeConverter<AttemptState, String> {
        @Override
        public String convertToDatabaseColumn(AttemptState state) {
            return state.code();
        }

        @Override
        public AttemptState convertToEntityAttribute(String stored) {
            return Coded.get(AttemptState.class, stored);
        }
    }

    @Converter(autoApply = true)
    public static class OfRefundState implements AttributeConverter<RefundState, String> {
        @Override
        public String convertToDatabaseColumn(RefundState state) {
            return state.code();
        }

        @Override
        public RefundState convertToEntityAttribute(String stored) {
            return Coded.get(RefundState.class, stored);
        }
    }

    @Converter(autoApply = true)
    public static class OfDisputeState implements AttributeConverter<DisputeState, String> {
        @Override
        public String convertToDatabaseColumn(DisputeState state) {
            return state.code();
        }

        @Override
        public DisputeState convertToEntityAttribute(String stored) {
            return Coded.get(DisputeState.class, stored);
        }
    }

    @Converter
    public static class OfHistoryKind implements AttributeConverter<HistoryEntry.Kind, String> {
        @Override
        public String convertToDatabaseColumn(HistoryEntry.Kind kind) {
            return kind.code();
        }

        @Override
        public HistoryEntry.Kind convertToEntityAttribute(String stored) {
            return Coded.get(HistoryEntry.Kind.class, stored);
        }
    }

    @Converter
    public static class OfAttention implements AttributeConverter<Set<Attention>, String> {
        @Override
        public String convertToDatabaseColumn(Set<Attention> reasons) {
            return reasons.stream().sorted().map(Attention::code).collect(Collectors.joining(","));
        }

        @Override
        public Set<Attention> convertToEntityAttribute(String stored) {
            return Arrays.stream(stored.split(","))
                    .filter(code -> !code.isEmpty())
                    .map(code -> Coded.get(Attention.class, code))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Attention.class)));
        }
    }

    /** The driver hands a PGobject over, whatever type is declared; its toString() is the JSON text. */
    @Converter
    public static class OfJson implements AttributeConverter<JsonObject, Object> {
        @Override
        public Object convertToDatabaseColumn(JsonObject json) {
            return json.toString();
        }

        @Override
        public JsonObject convertToEntityAttribute(Object stored) {
            try (JsonReader reader = JSON.createReader(new StringReader(stored.toString()))) {
                return reader.readObject();
            }
        }
    }
}
