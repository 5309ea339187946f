package dev.baton.bench.figures;

import dev.baton.bench.rig.PackagedServer;
import dev.baton.bench.rig.ProcessProbe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Every figure: what is done, what it is compared with, and what was aimed at. */
final class Figures {

    private static final double SETTLE_SECONDS = 5;
    private static final int PACE = 10;
    private static final int COMPARED = 64;

    private final Scale scale;
    private final Table table;
    private final Ground ground;
    private SendLoad sending;
    private BaselineStore.Result one;
    private BaselineStore.Result pooled;
    private SendLoad.Result usual;

    Figures(Scale scale, Table table, Ground ground) {
        this.scale = scale;
        this.table = table;
        this.ground = ground;
    }

    // --- (c) start-up and idle memory

    void startUp() {
        double first = ground.server.start().toMillis() / 1_000.0;
        ground.server.stop();
        double second = ground.server.start().toMillis() / 1_000.0;
        table.add("first start, with a new database", format("%.1f s", first));
        table.add("second start", format("%.1f s", second), "", 0, "≤ 3 s", second <= 3);
        Window.pause(scale == Scale.QUICK ? 1 : SETTLE_SECONDS * 2);
        long server = memory(ground.server.pid());
        long database =
                ground.server.databasePids().stream().mapToLong(Figures::memory).sum();
        long all = (server + database) / 1_024;
        table.add(
                "idle memory of all processes (PSS)",
                format("%d MB: server %d, database %d", all, server / 1_024, database / 1_024),
                "",
                0,
                "≤ 300 MB",
                all <= 300);
    }

    private static long memory(long pid) {
        long pss = ProcessProbe.pssKib(pid);
        return pss > 0 ? pss : ProcessProbe.rssKib(pid);
    }

    // --- (a) sends

    void sends() throws SQLException {
        BaselineStore bare = new BaselineStore(ground.server.database());
        one = bare.measure(1, scale.seconds());
        pooled = bare.measure(Ground.POOL, scale.seconds());
        table.add("bare commits of one row, 1 connection", format("%.0f/s, %s", one.perSecond(), one.commit()));
        table.add(
                "bare commits of one row, %d connections".formatted(Ground.POOL),
                format("%.0f/s, %s", pooled.perSecond(), pooled.commit()));
        sending = new SendLoad(ground, scale.mostSenders());
        // The server has just started: let its compilers finish first.
        sending.measure(Math.min(COMPARED, scale.mostSenders()), scale.seconds());
        for (int count : scale.senders()) send(count);
        paced();
    }

    private void send(int count) {
        SendLoad.Result sent = sending.measure(count, scale.seconds());
        if (count == COMPARED) usual = sent;
        boolean alone = count == 1;
        double baseline = alone ? one.perSecond() : pooled.perSecond();
        String what = "%d senders: durable sends".formatted(count);
        String measured = format("%.0f/s", sent.perSecond());
        String compared = format("%.0f/s bare commits", baseline);
        double ratio = sent.perSecond() / baseline;
        if (count >= COMPARED) {
            boolean met = ratio >= 3 && sent.perSecond() >= 5_000;
            table.add(what, measured, compared, ratio, "≥ 3×, ≥ 5,000/s", met);
        } else {
            table.add(what, measured, compared, ratio);
        }
        String ack = "%d senders: send → ack".formatted(count);
        if (alone) {
            double slower = sent.ack().p50() / one.commit().p50();
            table.add(ack, sent.ack().toString(), "bare commit " + one.commit(), slower, "≤ 1.5× (p50)", slower <= 1.5);
        } else if (count == COMPARED) {
            table.add(
                    ack, sent.ack().toString(), "", 0, "p99 ≤ 30 ms", sent.ack().p99() <= 30);
        } else {
            table.add(ack, sent.ack().toString());
        }
        table.add(
                "%d senders: send → seen by the agent".formatted(count),
                sent.seen().toString());
        cpu(count, sent);
    }

    private void cpu(int count, SendLoad.Result sent) {
        double messages = sent.perSecond() * sent.window().seconds();
        String measured = format(
                "%.2f ms: server %.2f, database %.2f",
                sent.perMessage() / 1_000,
                sent.window().serverMicros() / messages / 1_000,
                sent.window().databaseMicros() / messages / 1_000);
        String figure = "%d senders: processor time a message".formatted(count);
        if (count < COMPARED) table.add(figure, measured);
        else table.add(figure, measured, "", 0, "≤ 0.3 ms", sent.perMessage() <= 300);
    }

    private void paced() {
        SendLoad.Result calm = sending.measureAtPace(PACE, scale.seconds() * 2.0);
        boolean met = calm.seen().p50() <= 4 && calm.seen().p99() <= 10;
        table.add(
                "%d messages a second: send → seen".formatted(PACE),
                calm.seen().toString(),
                "",
                0,
                "p50 ≤ 4 ms, p99 ≤ 10 ms",
                met);
    }

    void echo() {
        EchoLoad load = new EchoLoad(ground.sockets);
        EchoLoad.Result bare = load.bareEngine(COMPARED, scale.seconds() / 2.0);
        EchoLoad.Result own = load.server(ground, COMPARED, scale.seconds() / 2.0);
        table.add(
                "%d sockets: echo of the bare engine (Vert.x)".formatted(COMPARED),
                format("%.0f/s, %s, %.0f µs each", bare.perSecond(), bare.echo(), bare.perFrame()));
        table.add(
                "%d sockets: heartbeats answered by the server".formatted(COMPARED),
                format("%.0f/s, %s, %.0f µs each", own.perSecond(), own.echo(), own.perFrame()),
                format("%.0f/s bare echo", bare.perSecond()),
                own.perSecond() / bare.perSecond());
        if (usual != null) {
            table.add(
                    "%d senders: durable sends".formatted(COMPARED),
                    format("%.0f/s", usual.perSecond()),
                    format("%.0f/s heartbeats answered", own.perSecond()),
                    usual.perSecond() / own.perSecond());
        }
    }

    // --- (b) idle sockets, and (e) sends while many are held

    void sockets() {
        collect(ground.server);
        long before = ProcessProbe.rssKib(ground.server.pid());
        List<Visitor> visitors = ground.visitors(scale.idleSockets());
        Window.pause(SETTLE_SECONDS);
        double asIs = (double) (ProcessProbe.rssKib(ground.server.pid()) - before) / visitors.size();
        collect(ground.server);
        double each = (double) (ProcessProbe.rssKib(ground.server.pid()) - before) / visitors.size();
        table.add(
                "%,d idle sockets: server memory (RSS) each".formatted(visitors.size()),
                format("%.1f KB (%.1f KB before a collection)", each, asIs),
                "",
                0,
                "≤ 15 KB",
                each <= 15);
        visitors.subList(scale.heldSockets(), visitors.size()).forEach(Visitor::drop);
        Window.pause(1);
        again("%,d live sockets held".formatted(scale.heldSockets()));
        visitors.subList(0, scale.heldSockets()).forEach(Visitor::drop);
        Window.pause(2);
    }

    /** A full collection, so that what is weighed is what is needed. */
    private static void collect(PackagedServer server) {
        try {
            new ProcessBuilder(System.getProperty("java.home") + "/bin/jcmd", String.valueOf(server.pid()), "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(20, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Window.pause(1);
    }

    private void again(String circumstance) {
        if (usual == null) return;
        // The first touch of a page after a checkpoint writes the whole page: what lasts is compared, not the first
        // seconds.
        sending.measure(COMPARED, scale.seconds() / 2.0);
        SendLoad.Result now = sending.measure(COMPARED, scale.seconds());
        double ratio = now.perSecond() / usual.perSecond();
        table.add(
                "%s: sends, %d senders".formatted(circumstance, COMPARED),
                format("%.0f/s, ack %s", now.perSecond(), now.ack()),
                format("%.0f/s without", usual.perSecond()),
                ratio,
                "within 20 %",
                ratio >= 0.8);
    }

    // --- (d) starts

    void starts(String circumstance) {
        StartLoad load = new StartLoad(ground);
        // The compilers of the server have not seen a start yet.
        load.measure(16, scale.seconds(), scale.starts());
        StartLoad.Result alone = load.measure(1, scale.seconds() / 2.0, scale.starts());
        StartLoad.Result many = load.measure(16, scale.seconds() / 2.0, scale.starts());
        table.add(
                "%s: conversations started and assigned, 1 at once".formatted(circumstance),
                format("%.0f/s, %s, %s", alone.perSecond(), alone.toAgent(), eachTook(alone)));
        table.add(
                "%s: conversations started and assigned, 16 at once".formatted(circumstance),
                format("%.0f/s, %s, %s", many.perSecond(), many.toAgent(), eachTook(many)),
                "",
                0,
                "≥ 1,000/s, p99 ≤ 60 ms",
                many.perSecond() >= 1_000 && many.toAgent().p99() <= 60);
    }

    private static String eachTook(StartLoad.Result starts) {
        return format("%.1f ms of processor each", starts.perStart() / 1_000);
    }

    // --- (e) with years of conversations

    void stock() throws SQLException {
        StockStore stock = new StockStore(ground);
        stock.addOpen(scale.open());
        starts("%,d conversations open".formatted(scale.open()));
        stock.addEnded(scale.stored());
        again("%,d conversations, %,d entries stored".formatted(scale.stored(), scale.stored() * 10));
        List<String> broken = stock.broken();
        if (!broken.isEmpty()) throw new IllegalStateException("invariants are broken: " + broken);
    }

    void end() {
        if (sending != null) sending.end();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
