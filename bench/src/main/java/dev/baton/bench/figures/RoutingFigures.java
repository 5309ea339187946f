package dev.baton.bench.figures;

import dev.baton.bench.figures.Latency.Quantiles;
import java.util.Locale;

/** How those who wait get to those who are free, and what it costs to tell everybody their place. */
final class RoutingFigures {

    private static final int FREED = 80;
    private static final int CHAT_A_SECOND = 100;

    private final Scale scale;
    private final Table table;
    private final Ground ground;

    RoutingFigures(Scale scale, Table table, Ground ground) {
        this.scale = scale;
        this.table = table;
        this.ground = ground;
    }

    void take() {
        SendLoad chat = new SendLoad(ground, 1);
        RoutingLoad load = new RoutingLoad(ground, scale.hall());
        rush(load);
        chat.measureAtPace(CHAT_A_SECOND, scale.seconds());
        for (int waiting : scale.hall().waiting()) line(load, chat, waiting);
        chat.end();
        load.end();
    }

    private void rush(RoutingLoad load) {
        int slots = scale.hall().slots();
        double queued = load.arriveUnanswered();
        double served = load.serveAll();
        double both = load.arriveAndBeServed();
        table.add(format("%,d customers arrive at once, nobody is ready: queued", slots), format("%.0f/s", queued));
        table.add(
                format(
                        "%,d wait, %d agents get ready: assigned",
                        slots, scale.hall().agents()),
                format("%.0f/s", served));
        table.add(
                format(
                        "%,d arrive at once for %d agents with capacity %d: assigned",
                        slots, scale.hall().agents(), scale.hall().capacity()),
                format("%.0f/s", both),
                format("%.0f/s arrivals alone", queued),
                both / queued);
    }

    private void line(RoutingLoad load, SendLoad chat, int waiting) {
        String circumstance =
                format("%,d waiting in %d groups", waiting, scale.hall().groups());
        load.fillTo(waiting);
        // The database tidies up after so many arrivals; what follows is compared with a server at rest.
        chat.measureAtPace(CHAT_A_SECOND, scale.seconds());
        SendLoad.Result still = chat.measureAtPace(CHAT_A_SECOND, scale.seconds());
        Quantiles seen = load.freeSlots(Math.min(FREED, waiting / 2));
        table.add(
                circumstance + ": freed slot → seen by both sides",
                seen.toString(),
                "",
                0,
                "p99 ≤ 250 ms",
                seen.p99() <= 250);
        RoutingLoad.Moves moves = load.moveEverybody(chat, CHAT_A_SECOND, scale.seconds());
        Window calm = still.window();
        double alone = (calm.serverMicros() + calm.databaseMicros()) / calm.seconds() * moves.seconds();
        table.add(
                circumstance + ": every place changes every 2 s",
                format(
                        "%,d new places shown, %.0f µs of processor each (leaving included), %d to one customer in 2 s",
                        moves.frames(),
                        Math.max(0, moves.micros() - alone) / Math.max(1, moves.frames()),
                        moves.mostInTwoSeconds()),
                "",
                0,
                "≤ 1 in 2 s",
                moves.mostInTwoSeconds() <= 1);
        Quantiles moving = moves.chat().ack();
        double ratio = moving.p50() / still.ack().p50();
        table.add(
                format("%s, places changing: %d messages/s, send → ack", circumstance, CHAT_A_SECOND),
                moving.toString(),
                "without changes " + still.ack(),
                ratio,
                "within 20 % (p50)",
                ratio <= 1.2);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
