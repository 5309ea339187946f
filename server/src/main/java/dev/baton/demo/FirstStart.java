package dev.baton.demo;

import dev.baton.identity.accounts.Accounts;
import dev.baton.platform.Settings;
import dev.baton.platform.StartNotes;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Fills a database in which nobody can sign in yet. */
@ApplicationScoped
class FirstStart {

    private static final int BEFORE_OTHERS_READ = 50;

    private final Accounts accounts;
    private final DemoCompany company;
    private final DemoPeople people;
    private final Settings settings;
    private final StartNotes notes;

    FirstStart(Accounts accounts, DemoCompany company, DemoPeople people, Settings settings, StartNotes notes) {
        this.accounts = accounts;
        this.company = company;
        this.people = people;
        this.settings = settings;
        this.notes = notes;
    }

    void fill(@Observes @Priority(BEFORE_OTHERS_READ) StartupEvent starting) {
        if (!accounts.isEmpty()) {
            return;
        }
        if (settings.get(Settings.SEED_DEMO)) {
            company.found();
            people.hire().forEach(notes::add);
        } else {
            people.hireAdmin().forEach(notes::add);
        }
    }
}
