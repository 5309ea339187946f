package dev.baton;

import dev.baton.platform.Settings;
import dev.baton.platform.StartFailure;
import dev.baton.platform.database.EarlyStart;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jboss.logging.Logger;

/** The server as a program: a start that fails says why in one line and ends with code 1. */
@QuarkusMain
public final class Main {
    Main() {}

    public static void main(String... arguments) {
        try {
            Settings settings = Settings.ofEnvironment();
            refuseTakenPort(settings);
            EarlyStart.begin(settings);
        } catch (StartFailure failure) {
            ended(1, failure);
        }
        Quarkus.run(null, Main::ended, arguments);
    }

    /** Before anything else is started: a second server on the same port is the most likely mistake. */
    private static void refuseTakenPort(Settings settings) {
        int port = settings.get(Settings.PORT);
        if (port == 0) return;
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(settings.get(Settings.HOST), port));
        } catch (IOException e) {
            throw new StartFailure("port %d on %s is taken or not ours to use (%s); set %s to another one"
                    .formatted(port, settings.get(Settings.HOST), e.getMessage(), Settings.PORT.variable()));
        }
    }

    private static void ended(int code, Throwable thrown) {
        if (thrown != null) explain(thrown);
        System.exit(code);
    }

    private static void explain(Throwable thrown) {
        StartFailure failure = StartFailure.within(thrown);
        if (failure == null) Logger.getLogger(Main.class).error("Baton cannot start.", thrown);
        else System.err.println("baton: " + failure.getMessage());
    }
}
