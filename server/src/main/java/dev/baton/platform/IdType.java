package dev.baton.platform;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Optional;
import java.util.UUID;

/** A typed id: any record around one {@link UUID}. It looks like the bare UUID in JSON, in paths and in SQL. */
public final class IdType {

    private static final ClassValue<Optional<IdType>> KNOWN = new ClassValue<>() {
        @Override
        protected Optional<IdType> computeValue(Class<?> type) {
            return find(type);
        }
    };

    private final MethodHandle make;
    private final MethodHandle read;

    private IdType(MethodHandle make, MethodHandle read) {
        this.make = make;
        this.read = read;
    }

    public static Optional<IdType> of(Class<?> type) {
        return KNOWN.get(type);
    }

    public Object wrap(UUID value) {
        try {
            return make.invoke(value);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    public UUID value(Object id) {
        try {
            return (UUID) read.invoke(id);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<IdType> find(Class<?> type) {
        if (!type.isRecord()) return Optional.empty();
        RecordComponent[] components = type.getRecordComponents();
        if (components.length != 1 || components[0].getType() != UUID.class) return Optional.empty();
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            return Optional.of(new IdType(
                    lookup.findConstructor(type, MethodType.methodType(void.class, UUID.class)),
                    lookup.unreflect(components[0].getAccessor())));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
