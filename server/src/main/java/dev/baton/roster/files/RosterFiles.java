package dev.baton.roster.files;

import dev.baton.identity.AgentId;
import dev.baton.identity.Viewer;
import dev.baton.identity.accounts.Account;
import dev.baton.identity.accounts.Accounts;
import dev.baton.platform.Fields;
import dev.baton.platform.Ids;
import dev.baton.platform.Refused;
import dev.baton.platform.Settings;
import dev.baton.platform.database.DatabaseTime;
import dev.baton.roster.Rosters;
import dev.baton.roster.Shift;
import dev.baton.roster.ShiftId;
import dev.baton.staffing.AgentProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The roster as files: all of a file is taken, or nothing and its first broken line is named. */
@ApplicationScoped
public class RosterFiles {

    private final Rosters rosters;
    private final Accounts accounts;
    private final DatabaseTime time;
    private final int horizonDays;

    RosterFiles(Rosters rosters, Accounts accounts, DatabaseTime time, Settings settings) {
        this.rosters = rosters;
        this.accounts = accounts;
        this.time = time;
        horizonDays = settings.get(Settings.ROSTER_HORIZON);
    }

    /** How a file is written. */
    @Schema(name = "RosterFormat")
    public enum Format {
        CSV,
        ICALENDAR
    }

    /**
     * @param agent whose a shift is that does not say; null for nobody's
     * @param zone of times that name none
     * @return how many shifts were new
     * @throws Refused {@code roster_line}
     */
    public int take(Viewer.Staff viewer, Format format, String text, AgentId agent, ZoneId zone) {
        if (agent != null) {
            rosters.demand(viewer, agent);
        }
        Map<String, AgentId> known = new HashMap<>();
        emails(viewer).forEach((id, email) -> known.put(email.toLowerCase(Locale.ROOT), id));
        try {
            List<ReadLine> lines = switch (format) {
                case CSV -> RosterCsv.read(text, zone);
                case ICALENDAR -> RosterCalendar.read(text, zone, time.now().plus(Duration.ofDays(horizonDays)));
            };
            if (lines.size() > RosterCalendar.MOST) {
                throw new BrokenLine(lines.getLast().line(), "too_many");
            }
            return rosters.addAll(
                    viewer, lines.stream().map(line -> line(line, known, agent)).toList());
        } catch (BrokenLine broken) {
            throw new Refused(422, "roster_line", Map.of("line", broken.line(), "rule", broken.rule()));
        }
    }

    public String give(Viewer.Staff viewer, Format format, Instant from, Instant until, ZoneId zone) {
        Rosters.Plan plan = rosters.plan(viewer, from, until);
        Map<AgentId, String> emails = emails(viewer);
        Map<AgentId, String> names = new HashMap<>();
        plan.agents().forEach(agent -> names.put(agent.id(), agent.name()));
        return switch (format) {
            case CSV -> RosterCsv.write(plan.shifts(), shift -> emails.get(shift.agent()), zone);
            case ICALENDAR ->
                RosterCalendar.write(
                        plan.shifts(),
                        shift -> emails.get(shift.agent()),
                        shift -> names.get(shift.agent()),
                        time.now());
        };
    }

    private static Rosters.Line line(ReadLine read, Map<String, AgentId> known, AgentId fallback) {
        AgentId agent =
                read.agent().isEmpty() ? fallback : known.get(read.agent().toLowerCase(Locale.ROOT));
        if (agent == null) {
            throw new BrokenLine(read.line(), "agent");
        }
        String rule = Shift.fault(read.kind(), read.startsAt(), read.endsAt());
        if (rule != null) {
            throw new BrokenLine(read.line(), rule);
        }
        String note = note(read);
        return new Rosters.Line(
                read.line(),
                new Shift(new ShiftId(Ids.next()), agent, read.kind(), read.startsAt(), read.endsAt(), null, note));
    }

    private static String note(ReadLine read) {
        try {
            return Fields.optionalLine("note", read.note().replaceAll("\\R", " "), Shift.LONGEST_NOTE);
        } catch (Refused refused) {
            throw new BrokenLine(read.line(), "note");
        }
    }

    private Map<AgentId, String> emails(Viewer.Staff viewer) {
        Map<AgentId, String> all = new HashMap<>();
        for (Account account : accounts.all()) {
            all.put(account.id(), account.email());
        }
        Map<AgentId, String> planned = new HashMap<>();
        for (AgentProfile agent : rosters.plannedBy(viewer)) {
            planned.put(agent.id(), all.get(agent.id()));
        }
        return planned;
    }
}
