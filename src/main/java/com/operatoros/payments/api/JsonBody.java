package com.operatoros.payments.api;

import static com.operatoros.payments.json.JsonSupport.JSON;

import com.operatoros.payments.text.FieldError;
import jakarta.json.JsonConfig;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a call: read within bounds, its fields taken as texts, with what is wrong about their types. Long since
 * each type of field has its own reading, and its own refusal.
 */
final class JsonBody {

    private static final int LIMIT = 64 * 1024;
    private static final int LONGEST_NUMBER = 40;
    private static final JsonReaderFactory READERS =
            JSON.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

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
        if (parse(bytes) instanceof JsonObject object) {
            return new JsonBody(object);
        }
        throw Problem.of(Response.Status.BAD_REQUEST, "The body must be a JSON object.");
    }

    /** A field that is given twice is no guess of ours; the parser answers oddities with exceptions of several kinds. */
    private static JsonStructure parse(byte[] bytes) {
        try (JsonReader reader = READERS.createReader(new StringReader(StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString()))) {
            return reader.read();
        } catch (CharacterCodingException | RuntimeException | StackOverflowError e) {
            throw Problem.of(Response.Status.BAD_REQUEST, "The body is not valid JSON, or names a field twice.");
        }
    }

    static byte[] bytes(InputStream stream) {
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
            errors.add(FieldError.of(field, otherwise));
        }
        return null;
    }

    /** An amount is a number, taken exactly, or a text that is judged later. */
    @Nullable
    String amount(String field) {
        if (json.get(field) instanceof JsonNumber number) {
            return plain(number);
        }
        return text(field, "amount.not_a_number");
    }

    /** A number with an exponent is written out, unless that would take pages. */
    private static String plain(JsonNumber number) {
        String written = number.toString();
        if (written.length() > LONGEST_NUMBER) {
            return written;
        }
        BigDecimal exact = number.bigDecimalValue();
        return Math.abs((long) exact.scale()) <= LONGEST_NUMBER ? exact.toPlainString() : written;
    }

    /** A whole number is taken as it is written, or as a text that is judged later. */
    @Nullable
    String wholeNumber(String field) {
        return json.get(field) instanceof JsonNumber number ? number.toString() : text(field);
    }

    /** The text of a field, or what holds when the field is not given. */
    @Nullable
    String textOr(String field, @Nullable String otherwise) {
        return json.containsKey(field) ? text(field) : otherwise;
    }

    /** Whether a field is given, even as nothing. */
    boolean has(String field) {
        return json.containsKey(field);
    }

    /** Yes or no; what is not given is as usual. */
    boolean flag(String field, boolean usual) {
        JsonValue value = json.getOrDefault(field, JsonValue.NULL);
        return switch (value.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> usual;
            default -> {
                errors.add(FieldError.of(field, "field.not_flag"));
                yield usual;
            }
        };
    }

    /** What is wrong about the types of the fields that were read. */
    List<FieldError> errors() {
        return List.copyOf(errors);
    }
}
