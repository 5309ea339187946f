package dev.baton.bench.rig;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What Linux says about processes; everything is 0 where there is no {@code /proc}. */
public final class ProcessProbe {

    private static final Path PROC = Path.of("/proc");
    private static final long MICROS_PER_TICK = 10_000;
    private static final int PARENT = 1;
    private static final int USER_TIME = 11;

    private ProcessProbe() {}

    /** A process and its children, the children of those not. */
    public static List<Long> family(long parent) {
        List<Long> family = new ArrayList<>(List.of(parent));
        try (DirectoryStream<Path> all = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path each : all) {
                String[] stat = stat(each);
                if (stat.length > PARENT && Long.parseLong(stat[PARENT]) == parent) {
                    family.add(Long.parseLong(each.getFileName().toString()));
                }
            }
        } catch (IOException noProc) {
            return family;
        }
        return family;
    }

    /** Processor time used so far, in microseconds; with that of children that have ended. Resolution 10 ms. */
    public static long cpuMicros(long pid) {
        String[] stat = stat(PROC.resolve(String.valueOf(pid)));
        if (stat.length < USER_TIME + 4) return 0;
        long ticks = 0;
        for (int i = 0; i < 4; i++) ticks += Long.parseLong(stat[USER_TIME + i]);
        return ticks * MICROS_PER_TICK;
    }

    /** Memory in RAM, shared parts included, in KiB. */
    public static long rssKib(long pid) {
        return kib(PROC.resolve(pid + "/status"), "VmRSS:");
    }

    /** Memory in RAM with every shared page divided among those who share it, in KiB; 0 where that is not allowed to know. */
    public static long pssKib(long pid) {
        return kib(PROC.resolve(pid + "/smaps_rollup"), "Pss:");
    }

    private static long kib(Path file, String name) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException gone) {
            return 0;
        }
    }

    /** The fields after the name, which may itself hold spaces and brackets. */
    private static String[] stat(Path folder) {
        try {
            String line = Files.readString(folder.resolve("stat"));
            return line.substring(line.lastIndexOf(')') + 2).split(" ");
        } catch (IOException gone) {
            return new String[0];
        }
    }
}
