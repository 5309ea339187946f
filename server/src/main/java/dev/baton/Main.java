package dev.baton;

import dev.baton.platform.StartFailure;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.jboss.logging.Logger;

/** The server as a program: a start that fails says why in one line and ends with code 1. */
@QuarkusMain
public final class Main {
    Main() {}

    public static void main(String... arguments) {
        Quarkus.run(null, Main::ended, arguments);
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
