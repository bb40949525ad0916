package com.operatoros.payments.api;

import com.operatoros.payments.payment.FieldError;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a call: read within bounds, its fields taken as texts, with what is wrong about their types. */
final class JsonBody {

    private static final int LIMIT = 64 * 1024;

    private final JsonObject json;
    private final List<FieldError> errors = new ArrayList<>();

    private JsonBody(JsonObject json) {
        this.json = json;
    }

    static JsonBody read(InputStream stream, @Nullable MediaType type) {
        byte[] bytes = bytes(stream);
        if (bytes.length == 0) {
            return new JsonBody(JsonValue.EMPTY_JSON_OBJECT);
        }
        if (type == null || !type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            throw Problem.of(Response.Status.UNSUPPORTED_MEDIA_TYPE, "The body must be application/json.");
        }
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            JsonStructure structure = reader.read();
            if (structure instanceof JsonObject object) {
                return new JsonBody(object);
            }
        } catch (JsonException | IllegalStateException | ArithmeticException | NumberFormatException e) {
            throw Problem.of(Response.Status.BAD_REQUEST, "The body is not valid JSON.");
        } catch (StackOverflowError e) {
            throw Problem.of(Response.Status.BAD_REQUEST, "The body is nested too deeply.");
        }
        throw Problem.of(Response.Status.BAD_REQUEST, "The body must be a JSON object.");
    }

    private static byte[] bytes(InputStream stream) {
        try {
            byte[] bytes = stream.readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw Problem.of(
                        Response.Status.REQUEST_ENTITY_TOO_LARGE, "The body is larger than " + LIMIT + " bytes.");
            }
            return bytes;
        } catch (IOException e) {
            throw Problem.of(Response.Status.REQUEST_TIMEOUT, "The body did not arrive.");
        }
    }

    @Nullable
    String text(String field) {
        return text(field, "field.not_text");
    }

    private @Nullable String text(String field, String otherwise) {
        JsonValue value = json.getOrDefault(field, JsonValue.NULL);
        if (value instanceof JsonString string) {
            return string.getString();
        }
        if (value.getValueType() != JsonValue.ValueType.NULL) {
            errors.add(new FieldError(field, otherwise, List.of()));
        }
        return null;
    }

    /** An amount is a number, taken exactly, or a text that is judged later. */
    @Nullable
    String amount(String field) {
        if (json.get(field) instanceof JsonNumber number) {
            return plain(number.bigDecimalValue());
        }
        return text(field, "amount.not_a_number");
    }

    /** A number with an exponent is written out, unless that would take pages. */
    private static String plain(BigDecimal number) {
        boolean isReasonable = Math.abs((long) number.scale()) <= 20 && number.precision() <= 40;
        return isReasonable ? number.toPlainString() : number.toString();
    }

    /** What is wrong about the types of the fields that were read. */
    List<FieldError> errors() {
        return List.copyOf(errors);
    }
}
