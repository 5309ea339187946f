package dev.baton.platform.database;

import dev.baton.platform.IdType;
import java.lang.reflect.Type;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.array.SqlArrayType;
import org.jdbi.v3.core.array.SqlArrayTypeFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;
import org.jdbi.v3.core.spi.JdbiPlugin;

/** How typed ids and enums look in SQL: ids are {@code uuid}, enum constants lower_snake text. */
final class SqlValues extends JdbiPlugin.Singleton {

    @Override
    public void customizeJdbi(Jdbi jdbi) {
        jdbi.registerArgument(new Ids());
        jdbi.registerArgument(new Enums());
        jdbi.registerColumnMapper(new IdColumns());
        jdbi.registerArrayType(new IdArrays());
    }

    private static final class Ids implements ArgumentFactory {
        @Override
        public Optional<Argument> build(Type declared, Object value, ConfigRegistry config) {
            if (value == null) return Optional.empty();
            return IdType.of(value.getClass())
                    .map(type -> type.value(value))
                    .map(uuid -> (position, statement, context) -> statement.setObject(position, uuid));
        }
    }

    private static final class Enums implements ArgumentFactory {
        @Override
        public Optional<Argument> build(Type declared, Object value, ConfigRegistry config) {
            if (!(value instanceof Enum<?> constant)) return Optional.empty();
            String text = constant.name().toLowerCase(Locale.ROOT);
            return Optional.of((position, statement, context) -> statement.setString(position, text));
        }
    }

    private static final class IdColumns implements ColumnMapperFactory {
        @Override
        public Optional<ColumnMapper<?>> build(Type type, ConfigRegistry config) {
            return IdType.of(GenericTypes.getErasedType(type)).map(id -> (row, column, context) -> {
                UUID value = row.getObject(column, UUID.class);
                return value == null ? null : id.wrap(value);
            });
        }
    }

    private static final class IdArrays implements SqlArrayTypeFactory {
        @Override
        public Optional<SqlArrayType<?>> build(Type type, ConfigRegistry config) {
            return IdType.of(GenericTypes.getErasedType(type)).map(id -> SqlArrayType.of("uuid", id::value));
        }
    }
}
