package dev.baton.staffing.admin;

import dev.baton.identity.CategoryId;
import dev.baton.identity.GroupId;
import dev.baton.identity.web.CurrentViewer;
import dev.baton.platform.Fields;
import dev.baton.platform.Ids;
import dev.baton.staffing.Category;
import dev.baton.staffing.Groups;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The menu that customers choose from. */
@Path("/api/v1/admin/categories")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "admin")
public class CategoryEndpoint {

    private final Groups groups;
    private final CurrentViewer current;

    CategoryEndpoint(Groups groups, CurrentViewer current) {
        this.groups = groups;
        this.current = current;
    }

    /** What an admin writes. */
    @Schema(name = "CategoryDetails")
    public record Written(Map<String, String> names, GroupId group, Boolean enabled, Integer position) {}

    @Schema(name = "Categories")
    public record Items(List<Category> items) {}

    @GET
    public Items all() {
        current.admin();
        return new Items(groups.categories());
    }

    @POST
    public RestResponse<Category> add(Written written) {
        current.admin();
        Category category = checked(new CategoryId(Ids.next()), written);
        groups.add(category);
        return RestResponse.status(RestResponse.Status.CREATED, category);
    }

    @PUT
    @Path("/{id}")
    public Category change(CategoryId id, Written written) {
        current.admin();
        Category category = checked(id, written);
        groups.change(category);
        return category;
    }

    private Category checked(CategoryId id, Written written) {
        Fields.required("body", written);
        return new Category(
                id,
                Fields.byLanguage("names", written.names(), GroupEndpoint.LONGEST_NAME),
                Fields.required("group", written.group()),
                !Boolean.FALSE.equals(written.enabled()),
                Place.of(written.position(), id, groups.categories(), Category::id, Category::position));
    }
}
