package dev.baton.platform;

import java.util.Collection;
import org.jdbi.v3.core.argument.Argument;

/** PostgreSQL arrays as arguments: one statement for many rows. */
public final class SqlArray {

    private SqlArray() {}

    /**
     * @param type the element type's SQL name, e.g. {@code uuid}; elements may be null
     */
    public static Argument of(String type, Collection<?> elements) {
        return of(type, elements.toArray());
    }

    public static Argument of(String type, Object... elements) {
        return (position, statement, context) ->
                statement.setArray(position, statement.getConnection().createArrayOf(type, elements));
    }
}
