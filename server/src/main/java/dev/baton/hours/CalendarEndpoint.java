package dev.baton.hours;

import dev.baton.hours.Calendar.Day;
import dev.baton.hours.Calendar.Hours;
import dev.baton.identity.web.CurrentViewer;
import dev.baton.platform.Fields;
import dev.baton.platform.Ids;
import dev.baton.platform.database.DatabaseTime;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Business hours that groups may follow. */
@Path("/api/v1/admin/calendars")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "admin")
public class CalendarEndpoint {

    private final Calendars calendars;
    private static final int YEARS_AHEAD = 3;

    private final CurrentViewer current;
    private final DatabaseTime time;

    CalendarEndpoint(Calendars calendars, CurrentViewer current, DatabaseTime time) {
        this.calendars = calendars;
        this.time = time;
        this.current = current;
    }

    /** What an admin writes: the whole calendar. */
    @Schema(
            name = "CalendarDetails",
            requiredProperties = {"name", "zone", "weekly"})
    public record Written(String name, String zone, Map<String, List<Hours>> weekly, List<Day> days) {}

    @Schema(name = "Calendars", requiredProperties = "items")
    public record Items(List<Calendar> items) {}

    @GET
    public Items all() {
        current.admin();
        return new Items(calendars.all());
    }

    @POST
    public RestResponse<Calendar> add(Written written) {
        current.admin();
        var calendar = checked(new CalendarId(Ids.next()), written);
        calendars.add(calendar);
        return RestResponse.status(RestResponse.Status.CREATED, calendar);
    }

    /**
     * An iCalendar file.
     *
     * @param hours of a make-up working day
     */
    @Schema(
            name = "CalendarFile",
            requiredProperties = {"text", "zone", "hours"})
    public record File(String text, String zone, List<Hours> hours) {}

    @Schema(name = "CalendarDays", requiredProperties = "items")
    public record Days(List<Day> items) {}

    /** The days that a file names; nothing is saved. A broken file gives none, and the line. */
    @POST
    @Path("/read")
    public Days read(File file) {
        current.admin();
        var given = Fields.required("$", file);
        var zone = CalendarRules.zone(given.zone());
        var hours = CalendarRules.hours("hours", Fields.required("hours", given.hours()));
        var last = LocalDate.ofInstant(time.now(), ZoneId.of(zone)).plusYears(YEARS_AHEAD);
        return new Days(CalendarFile.read(Fields.required("text", given.text()), ZoneId.of(zone), hours, last));
    }

    @PUT
    @Path("/{id}")
    public Calendar change(@PathParam("id") CalendarId id, Written written) {
        current.admin();
        var calendar = checked(id, written);
        return calendars.change(id, before -> calendar);
    }

    @DELETE
    @Path("/{id}")
    @Consumes(MediaType.WILDCARD)
    public void delete(@PathParam("id") CalendarId id) {
        current.admin();
        calendars.delete(id);
    }

    private static Calendar checked(CalendarId id, Written written) {
        Fields.required("$", written);
        return CalendarRules.checked(id, written.name(), written.zone(), written.weekly(), written.days());
    }
}
