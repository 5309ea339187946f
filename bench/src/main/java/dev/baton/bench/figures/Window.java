package dev.baton.bench.figures;

import dev.baton.bench.rig.PackagedServer;
import dev.baton.bench.rig.ProcessProbe;

/** A stretch of time, and the processor time that server and database used in it. */
record Window(double seconds, double serverMicros, double databaseMicros) {

    static final class Running {
        private final PackagedServer server;
        private final long begin = System.nanoTime();
        private final long serverBefore;
        private final long databaseBefore;

        private Running(PackagedServer server) {
            this.server = server;
            serverBefore = ProcessProbe.cpuMicros(server.pid());
            databaseBefore = database();
        }

        private long database() {
            return server.databasePids().stream()
                    .mapToLong(ProcessProbe::cpuMicros)
                    .sum();
        }

        Window end() {
            return new Window(
                    (System.nanoTime() - begin) / 1e9,
                    ProcessProbe.cpuMicros(server.pid()) - serverBefore,
                    database() - databaseBefore);
        }
    }

    static Running open(PackagedServer server) {
        return new Running(server);
    }

    /** Waits, and measures the wait. */
    static Window over(PackagedServer server, double seconds) {
        Running running = open(server);
        pause(seconds);
        return running.end();
    }

    static void pause(double seconds) {
        try {
            Thread.sleep((long) (seconds * 1_000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
