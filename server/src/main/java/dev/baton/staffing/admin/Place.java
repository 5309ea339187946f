package dev.baton.staffing.admin;

import dev.baton.platform.Fields;
import java.util.List;
import java.util.function.Function;

/** Where something stands in its list. */
final class Place {

    static final int LAST = 10_000;

    private Place() {}

    /**
     * What was written; where nothing was, a thing stays where it is and a new one comes last: the first group takes
     * the customers who choose no category.
     */
    static <T> int of(Integer written, Object id, List<T> all, Function<T, ?> idOf, Function<T, Integer> positionOf) {
        if (written != null) {
            return Fields.within("position", written, 0, LAST);
        }
        return all.stream()
                .filter(each -> idOf.apply(each).equals(id))
                .findFirst()
                .map(positionOf)
                .orElseGet(() -> Math.min(
                        LAST, 1 + all.stream().mapToInt(positionOf::apply).max().orElse(-1)));
    }
}
