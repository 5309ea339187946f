package dev.baton.conversation.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Holes in lists that somebody wrote. Apart from {@link Policy}, whose defaults are made of the parts that need this. */
final class Holes {

    private Holes() {}

    /** A copy that keeps holes, so that they can be named as faults. */
    static <T> List<T> kept(List<T> list) {
        return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
    }
}
