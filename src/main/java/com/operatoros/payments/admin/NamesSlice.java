package com.operatoros.payments.admin;

import com.operatoros.payments.report.Group;
import java.util.List;
import java.util.function.IntFunction;

/** A part of a long list of groups: so many names, each with a line for each currency. */
record NamesSlice(List<Group> groups, boolean areMore) {

    static final NamesSlice NOTHING = new NamesSlice(List.of(), false);

    private static final int NAMES = 50;

    /** @param read reads the groups of so many names */
    static NamesSlice of(IntFunction<List<Group>> read) {
        List<Group> found = read.apply(NAMES + 1);
        List<String> names = found.stream().map(Group::name).distinct().toList();
        if (names.size() <= NAMES) {
            return new NamesSlice(found, false);
        }
        String beyond = names.get(NAMES);
        return new NamesSlice(
                found.stream().filter(group -> !group.name().equals(beyond)).toList(), true);
    }

    /** The name behind which the next part begins. */
    String last() {
        return groups.get(groups.size() - 1).name();
    }
}
