package dev.baton.platform;

import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.util.Locale;

/** Enum constants are written lower_snake; one that names itself with an annotation keeps its name. */
final class LowerSnakeEnums extends JacksonAnnotationIntrospector {

    @Override
    public String[] findEnumValues(MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
        String[] given = super.findEnumValues(config, type, constants, names);
        for (int i = 0; i < constants.length; i++) {
            if (given[i] == null) given[i] = constants[i].name().toLowerCase(Locale.ROOT);
        }
        return given;
    }
}
