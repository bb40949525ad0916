package com.operatoros.payments.sandbox.stripe.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One object put, or with null removed. */
record Write(Kind kind, String id, @Nullable JsonObject object) {

    private JsonArray toJson() {
        JsonArray json = new JsonArray();
        json.add(kind.object());
        json.add(id);
        json.add(object == null ? JsonNull.INSTANCE : object);
        return json;
    }

    private static Write fromJson(JsonArray json) {
        String name = json.get(0).getAsString();
        Kind kind = Kind.named(name).orElseThrow(() -> new JsonParseException("unknown kind " + name));
        JsonElement object = json.get(2);
        return new Write(kind, json.get(1).getAsString(), object.isJsonNull() ? null : object.getAsJsonObject());
    }

    /** The writes of one change as one line, so that a cut line loses the change as a whole. */
    static String line(List<Write> change) {
        JsonArray line = new JsonArray();
        change.forEach(write -> line.add(write.toJson()));
        return Json.compact(line) + "\n";
    }

    static List<Write> parse(String line) {
        List<Write> change = new ArrayList<>();
        for (JsonElement write : JsonParser.parseString(line).getAsJsonArray()) {
            change.add(fromJson(write.getAsJsonArray()));
        }
        return change;
    }
}
