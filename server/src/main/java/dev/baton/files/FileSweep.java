package dev.baton.files;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;

/** Once in a while, what nobody sent is thrown away. */
@ApplicationScoped
class FileSweep {

    private final Files files;

    FileSweep(Files files) {
        this.files = files;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() {
        files.sweep();
    }
}
