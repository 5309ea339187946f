package dev.baton.bench.replay;

import dev.baton.bench.client.Entry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Holds what the server stored against what was said, byte for byte. Pure. */
final class Comparer {

    private final String name;
    private final List<String> details = new ArrayList<>();
    private int lost;
    private int duplicated;
    private int altered;
    private int phantom;
    private int misnumbered;

    private Comparer(String name) {
        this.name = name;
    }

    /**
     * Compares one transcript.
     *
     * @param name for the details
     * @param said in the order in which it was said
     * @param stored every entry that customers may see, in the server's order
     */
    static Verdict compare(String name, List<Said> said, List<Entry> stored) {
        return new Comparer(name).verdict(said, stored);
    }

    /**
     * Whether everything that a screen showed is stored, under the same number.
     *
     * @param shown entries as they came over the live line
     * @param stored everything of the same side
     */
    static Verdict compareShown(String name, List<Entry> shown, List<Entry> stored) {
        Comparer comparer = new Comparer(name);
        Set<Entry> known = new HashSet<>(stored);
        for (Entry entry : shown) {
            if (!known.contains(entry)) comparer.phantom("shown, but not stored like that: " + entry);
        }
        return comparer.result(0, 0);
    }

    private Verdict verdict(List<Said> said, List<Entry> stored) {
        List<Entry> messages = stored.stream().filter(Entry::isMessage).toList();
        Map<UUID, Integer> places = new HashMap<>();
        for (int i = 0; i < said.size(); i++) places.put(said.get(i).clientId(), i);
        checkNumbers(stored);
        Set<UUID> met = new HashSet<>();
        List<Integer> order = new ArrayList<>();
        for (Entry message : messages) {
            Integer place = message.clientId() == null ? null : places.get(message.clientId());
            if (place == null) {
                phantom("nobody said " + message);
            } else if (met.add(message.clientId())) {
                order.add(place);
                checkContent(said.get(place), message);
            } else {
                duplicated++;
                detail("stored twice: " + message);
            }
        }
        for (Said each : said) {
            if (each.isAcknowledged() && !met.contains(each.clientId())) {
                lost++;
                detail("acknowledged as %d, but not stored: %s".formatted(each.acknowledged(), each));
            }
        }
        return result(messages.size(), outOfOrder(order));
    }

    private void checkNumbers(List<Entry> stored) {
        for (int i = 0; i < stored.size(); i++) {
            if (stored.get(i).publicSeq() != i + 1) {
                misnumbered("number %d is at place %d".formatted(stored.get(i).publicSeq(), i + 1));
                return;
            }
        }
    }

    private void checkContent(Said said, Entry stored) {
        boolean sameBytes = stored.body() != null && Arrays.equals(bytes(said.text()), bytes(stored.body()));
        if (!sameBytes || !said.by().wire().equals(stored.author())) {
            altered++;
            detail("said %s, stored %s".formatted(said, stored));
        }
        if (said.acknowledged() > 0 && said.acknowledged() != stored.publicSeq()) {
            misnumbered("acknowledged as %d, stored as %d".formatted(said.acknowledged(), stored.publicSeq()));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The fewest messages that would have to move: all but a longest ascending subsequence. */
    private static int outOfOrder(List<Integer> places) {
        List<Integer> tails = new ArrayList<>();
        for (int place : places) {
            int at = tails.size();
            while (at > 0 && tails.get(at - 1) > place) at--;
            if (at == tails.size()) tails.add(place);
            else tails.set(at, place);
        }
        return places.size() - tails.size();
    }

    private void phantom(String detail) {
        phantom++;
        detail(detail);
    }

    private void misnumbered(String detail) {
        misnumbered++;
        detail(detail);
    }

    private void detail(String text) {
        details.add(name + ": " + text);
    }

    private Verdict result(int messages, int reordered) {
        if (reordered > 0) detail(reordered + " in another order");
        return new Verdict(messages, lost, duplicated, reordered, altered, phantom, misnumbered, List.copyOf(details))
                .and(Verdict.NOTHING);
    }
}
