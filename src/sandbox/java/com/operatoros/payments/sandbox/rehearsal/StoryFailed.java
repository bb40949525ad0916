package com.operatoros.payments.sandbox.rehearsal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/** Something in a story was not as it should be. */
final class StoryFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final Trouble trouble;
    private final transient List<String> values;

    /**
     * Tells what was wrong.
     *
     * @param values what the words of the trouble have to name
     */
    StoryFailed(Trouble trouble, String... values) {
        super(trouble.code());
        this.trouble = trouble;
        this.values = List.of(values);
    }

    JsonObject toJson() {
        JsonArray named = new JsonArray();
        values.forEach(named::add);
        JsonObject json = new JsonObject();
        json.addProperty("code", trouble.code());
        json.add("values", named);
        return json;
    }
}
