package dev.baton.platform.web;

import dev.baton.platform.IdType;
import dev.baton.platform.Ids;
import dev.baton.platform.Refused;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.UUID;

/** Reads ids in paths and queries; a malformed one is refused as such. */
@Provider
public final class PathIds implements ParamConverterProvider {

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        if (type == UUID.class)
            return new Converter<>() {
                @Override
                T made(UUID value) {
                    return type.cast(value);
                }
            };
        return IdType.of(type)
                .<ParamConverter<T>>map(id -> new Converter<>() {
                    @Override
                    T made(UUID value) {
                        return type.cast(id.wrap(value));
                    }
                })
                .orElse(null);
    }

    private abstract static class Converter<T> implements ParamConverter<T> {
        abstract T made(UUID value);

        @Override
        public T fromString(String written) {
            if (written == null) return null;
            return made(Ids.read(written).orElseThrow(Refused::malformedId));
        }

        @Override
        public String toString(T id) {
            return IdType.of(id.getClass())
                    .map(type -> type.value(id))
                    .map(UUID::toString)
                    .orElseGet(id::toString);
        }
    }
}
