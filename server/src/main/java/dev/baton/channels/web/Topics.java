package dev.baton.channels.web;

import dev.baton.hours.Calendars;
import dev.baton.identity.CategoryId;
import dev.baton.platform.database.DatabaseTime;
import dev.baton.staffing.Category;
import dev.baton.staffing.Groups;
import dev.baton.staffing.Names;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a customer may ask about, and whether anybody is there for it now. */
@ApplicationScoped
class Topics {

    private final Groups groups;
    private final Calendars calendars;
    private final DatabaseTime time;

    Topics(Groups groups, Calendars calendars, DatabaseTime time) {
        this.groups = groups;
        this.calendars = calendars;
        this.time = time;
    }

    /**
     * @param closed nobody is there now; a message is kept
     * @param opensAt when somebody is, if that is known
     */
    @Schema(
            name = "WidgetCategory",
            requiredProperties = {"id", "name", "closed"})
    public record CategoryView(CategoryId id, String name, boolean closed, Instant opensAt) {}

    List<CategoryView> in(String language) {
        var now = time.now();
        return groups.menu().stream()
                .map(category -> view(category, language, now))
                .toList();
    }

    private CategoryView view(Category category, String language, Instant now) {
        var name = Names.in(language, category.names());
        return calendars
                .of(category.group())
                .filter(hours -> !hours.isOpen(now))
                .map(hours -> new CategoryView(
                        category.id(), name, true, hours.nextOpening(now).orElse(null)))
                .orElseGet(() -> new CategoryView(category.id(), name, false, null));
    }
}
