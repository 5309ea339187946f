package dev.baton.collaboration;

import dev.baton.collaboration.Catalogues.CategoryView;
import dev.baton.collaboration.Catalogues.GroupView;
import dev.baton.conversation.log.Conversations;
import dev.baton.staffing.Group;
import dev.baton.staffing.Groups;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Groups, what leads to them, and what a workbench needs to know of their policies. */
@ApplicationScoped
class GroupCatalogue {

    private final Groups groups;
    private final Conversations conversations;

    GroupCatalogue(Groups groups, Conversations conversations) {
        this.groups = groups;
        this.conversations = conversations;
    }

    List<GroupView> groups() {
        return groups.all().stream().map(this::view).toList();
    }

    private GroupView view(Group group) {
        var shiftEnd = conversations.newestPolicy(group.id()).shiftEnd();
        return new GroupView(group.id(), group.names(), group.enabled(), shiftEnd.stopNewWorkSeconds());
    }

    List<CategoryView> categories() {
        return groups.categories().stream()
                .map(category ->
                        new CategoryView(category.id(), category.names(), category.group(), category.enabled()))
                .toList();
    }
}
