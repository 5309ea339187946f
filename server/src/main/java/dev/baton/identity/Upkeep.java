package dev.baton.identity;

import dev.baton.identity.accounts.SignIns;
import dev.baton.identity.customers.Customers;
import dev.baton.identity.customers.Sites;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What happens by itself: sessions and tokens run out, failures are forgiven, sites are read again. */
@ApplicationScoped
class Upkeep {

    private static final int AFTER_THE_DATABASE = 100;

    private final SignIns signIns;
    private final Customers customers;
    private final Sites sites;

    Upkeep(SignIns signIns, Customers customers, Sites sites) {
        this.signIns = signIns;
        this.customers = customers;
        this.sites = sites;
    }

    void start(@Observes @Priority(AFTER_THE_DATABASE) StartupEvent starting) {
        sites.remember();
    }

    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() {
        signIns.sweep();
        customers.sweep();
        sites.remember();
    }
}
