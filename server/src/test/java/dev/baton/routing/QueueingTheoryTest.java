package dev.baton.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.identity.GroupId;
import dev.baton.routing.VirtualFloor.Customers;
import dev.baton.routing.VirtualFloor.Fate;
import dev.baton.routing.VirtualFloor.Matching;
import dev.baton.routing.VirtualFloor.Staff;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The oracle: on a virtual floor the real {@link Matchmaker} must agree with queueing theory, whose numbers nobody here has
 * computed. One seed for all, three standard errors of means over batches.
 */
@Tag("slow")
class QueueingTheoryTest {

    private static final long SEED = 20261123;
    private static final int BATCHES = 25;
    private static final double ERRORS = 3;
    private static final double HALF_WIDTH_OF_99_PERCENT = 2.576;

    private static final GroupId ONE = new GroupId(new UUID(0, 1));
    private static final GroupId TWO = new GroupId(new UUID(0, 2));

    /** A million minutes: before everybody, however long they have waited. */
    private static final double FIRST = 1e6;

    record Vector(String id, JsonNode given, JsonNode expected) {
        double par(String name) {
            return given.get(name).asDouble();
        }

        double par(String name, double otherwise) {
            return given.has(name) ? par(name) : otherwise;
        }

        double[] rates() throws IOException {
            var written = given.get("total_rate_at_level");
            var list = written.isTextual() ? new ObjectMapper().readTree(written.asText()) : written;
            return StreamSupport.stream(list.spliterator(), false)
                    .mapToDouble(JsonNode::asDouble)
                    .toArray();
        }

        @Override
        public String toString() {
            return id;
        }
    }

    static Stream<Vector> vectors() throws IOException {
        var all = new ObjectMapper().readTree(QueueingTheoryTest.class.getResource("/queueing/vectors.json"));
        return StreamSupport.stream(all.spliterator(), false)
                .map(one -> new Vector(
                        one.get("id").asText(),
                        one.get("par"),
                        one.has("expected") ? one.get("expected") : one.get("expected_pm99")));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void the_real_matchmaker_agrees_with_theory(Vector vector) throws IOException {
        assertThat(disagreements(vector, Matchmaker::match)).isEmpty();
    }

    @Test
    void a_line_that_serves_the_last_first_would_be_seen() throws IOException {
        Matching lastFirst = (lines, agents, policies, now) -> {
            var turned = lines.stream()
                    .map(w -> new Waiting(
                            w.id(),
                            w.group(),
                            w.backups(),
                            now.plus(java.time.Duration.between(w.rankAt(), now)),
                            w.queuedSince(),
                            w.slots(),
                            w.excluded(),
                            null,
                            null))
                    .toList();
            return Matchmaker.match(turned, agents, policies, now);
        };
        assertThat(disagreements(vector("C5"), lastFirst)).isNotEmpty();
        assertThat(disagreements(vector("A3"), lastFirst)).isNotEmpty();
    }

    @Test
    void a_free_agent_who_is_overlooked_would_be_seen() throws IOException {
        Matching oneOverlooked = (lines, agents, policies, now) ->
                Matchmaker.match(lines, agents.stream().skip(1).toList(), policies, now);
        assertThat(disagreements(vector("C7"), oneOverlooked)).isNotEmpty();
        assertThat(disagreements(vector("A1"), oneOverlooked)).isNotEmpty();
    }

    @Test
    void lines_that_are_served_one_after_the_other_would_be_seen() throws IOException {
        Matching firstLineFirst = (lines, agents, policies, now) -> {
            var matches = new ArrayList<Matchmaker.Match>();
            for (var group : List.of(ONE, TWO)) {
                if (matches.isEmpty()) {
                    var ofGroup =
                            lines.stream().filter(w -> w.group().equals(group)).toList();
                    matches.addAll(Matchmaker.match(ofGroup, agents, policies, now));
                }
            }
            return matches;
        };
        assertThat(disagreements(vector("F1"), firstLineFirst)).isNotEmpty();
    }

    private static Vector vector(String id) throws IOException {
        return vectors().filter(v -> v.id.equals(id)).findFirst().orElseThrow();
    }

    // --- the floors

    private static VirtualFloor floor(Vector v, Matching matching) throws IOException {
        return new VirtualFloor(customers(v), staff(v), matching, SEED);
    }

    private static List<Customers> customers(Vector v) {
        return switch (v.id.charAt(0)) {
            case 'P' ->
                List.of(
                        of(ONE, v.par("lam1"), never(), FIRST, Double.POSITIVE_INFINITY),
                        of(ONE, v.par("lam2"), never(), 0, Double.POSITIVE_INFINITY));
            case 'V' ->
                List.of(
                        of(ONE, v.par("lam1"), patience(v.par("theta1")), FIRST, Double.POSITIVE_INFINITY),
                        of(ONE, v.par("lam2"), patience(v.par("theta2")), 0, Double.POSITIVE_INFINITY));
            case 'N' ->
                List.of(
                        of(ONE, v.par("lam1"), patience(v.par("theta1")), 0, Double.POSITIVE_INFINITY),
                        of(TWO, v.par("lam2"), patience(v.par("theta2")), FIRST, Double.POSITIVE_INFINITY));
            case 'F' ->
                List.of(
                        of(ONE, v.par("lam1"), patience(v.par("theta")), 0, Double.POSITIVE_INFINITY),
                        of(TWO, v.par("lam2"), patience(v.par("theta")), 0, Double.POSITIVE_INFINITY));
            case 'O' ->
                List.of(
                        of(ONE, v.par("lam1"), patience(v.par("theta")), 0, v.par("tau")),
                        of(TWO, v.par("lam2"), patience(v.par("theta")), 0, Double.POSITIVE_INFINITY));
            case 'D' -> List.of(of(ONE, v.par("lam"), chance -> v.par("tau"), 0, Double.POSITIVE_INFINITY));
            default ->
                List.of(of(
                        ONE,
                        v.par("lam"),
                        v.given.has("theta") ? patience(v.par("theta")) : never(),
                        0,
                        Double.POSITIVE_INFINITY));
        };
    }

    private static Customers of(
            GroupId group, double rate, ToDoubleFunction<SplittableRandom> patience, double ahead, double backupAfter) {
        return new Customers(group, rate, patience, ahead, backupAfter, Set.of(TWO));
    }

    private static ToDoubleFunction<SplittableRandom> patience(double rate) {
        return VirtualFloor.exponential(rate);
    }

    private static ToDoubleFunction<SplittableRandom> never() {
        return chance -> Double.POSITIVE_INFINITY;
    }

    private static List<Staff> staff(Vector v) throws IOException {
        return switch (v.id.charAt(0)) {
            case 'S' -> List.of(new Staff(1, Set.of(ONE), v.rates(), false));
            case 'G' -> List.of(new Staff((int) v.par("n_agents"), Set.of(ONE), v.rates(), false));
            // Whoever serves one group only comes before those who could serve both.
            case 'N' ->
                List.of(
                        new Staff((int) v.par("nA"), Set.of(ONE), one(v.par("muA")), true),
                        new Staff((int) v.par("nB"), Set.of(ONE, TWO), one(v.par("muB")), false));
            case 'F' ->
                List.of(
                        new Staff((int) v.par("nA"), Set.of(ONE), one(v.par("mu")), true),
                        new Staff((int) v.par("nB"), Set.of(TWO), one(v.par("mu")), true),
                        new Staff((int) v.par("nF"), Set.of(ONE, TWO), one(v.par("mu")), false));
            case 'O' ->
                List.of(
                        new Staff(1, Set.of(ONE), places((int) v.par("slots1"), v.par("mu")), false),
                        new Staff(1, Set.of(TWO), places((int) v.par("slots2"), v.par("mu")), false));
            default -> List.of(new Staff((int) v.par("n"), Set.of(ONE), one(v.par("mu")), false));
        };
    }

    private static double[] one(double rate) {
        return new double[] {rate};
    }

    private static double[] places(int places, double rate) {
        return IntStream.rangeClosed(1, places).mapToDouble(n -> n * rate).toArray();
    }

    // --- the comparison

    private static List<String> disagreements(Vector v, Matching matching) throws IOException {
        int customers = v.par("n", 1) > 20 ? 100_000 : 60_000;
        var fates = floor(v, matching).run(customers, customers / 10);
        var found = new ArrayList<String>();
        measures(v).forEach((name, measure) -> {
            var expected = v.expected.get(name);
            if (expected != null) {
                found.addAll(compare(name, expected, measure, fates));
            }
        });
        return found;
    }

    /** A mean over those whom it concerns. */
    private record Measure(Predicate<Fate> concerns, ToDoubleFunction<Fate> value) {}

    private static Map<String, Measure> measures(Vector v) {
        var measures = new LinkedHashMap<String, Measure>();
        double within = v.par("T", Double.NaN);
        for (int kind = -1; kind < 2; kind++) {
            var suffix = kind < 0 ? "" : String.valueOf(kind + 1);
            int only = kind;
            Predicate<Fate> ours = fate -> only < 0 || fate.kind() == only;
            Predicate<Fate> served = ours.and(Fate::served);
            measures.put("p_wait" + suffix, new Measure(ours, f -> f.waited() > 0 ? 1 : 0));
            measures.put("p_ab" + suffix, new Measure(ours, f -> f.served() ? 0 : 1));
            for (var wait : List.of("asa", "asa_served", "w")) {
                measures.put(wait + suffix, new Measure(served, Fate::waited));
            }
            for (var wait : List.of("ew", "ew_all")) {
                measures.put(wait + suffix, new Measure(ours, Fate::waited));
            }
            Predicate<Fate> inTime = fate -> fate.served() && fate.waited() <= within;
            if (!Double.isNaN(within)) {
                for (var level : List.of("sl", "sl_served_T_of_offered")) {
                    measures.put(level + suffix, new Measure(ours, f -> inTime.test(f) ? 1 : 0));
                }
                measures.put("sl_served_T_of_served" + suffix, new Measure(served, f -> inTime.test(f) ? 1 : 0));
                measures.put("p_W_gt_T" + suffix, new Measure(ours, f -> f.waited() > within ? 1 : 0));
            }
        }
        measures.put("ew_given_wait", new Measure(f -> f.waited() > 0, Fate::waited));
        return measures;
    }

    private static List<String> compare(String name, JsonNode expected, Measure measure, List<Fate> fates) {
        double wanted = (expected.isArray() ? expected.get(0) : expected).asDouble();
        double theirError = expected.isArray() ? expected.get(1).asDouble() / HALF_WIDTH_OF_99_PERCENT : 0;
        // A ratio of sums, so that a batch in which hardly anybody waited counts for no more than they do.
        int size = fates.size() / BATCHES;
        double[] sums = new double[BATCHES];
        double[] counts = new double[BATCHES];
        for (int i = 0; i < size * BATCHES; i++) {
            var fate = fates.get(i);
            if (measure.concerns.test(fate)) {
                sums[i / size] += measure.value.applyAsDouble(fate);
                counts[i / size]++;
            }
        }
        double mean = Arrays.stream(sums).sum() / Arrays.stream(counts).sum();
        double variance = IntStream.range(0, BATCHES)
                        .mapToDouble(batch -> Math.pow(sums[batch] - mean * counts[batch], 2))
                        .sum()
                / (BATCHES - 1);
        double our = Math.sqrt(variance / BATCHES) / (Arrays.stream(counts).sum() / BATCHES);
        double error = Math.hypot(our, theirError);
        double off = Math.abs(mean - wanted);
        return off <= ERRORS * error + 1e-9
                ? List.of()
                : List.of("%s: %.5f instead of %.5f, %.1f errors".formatted(name, mean, wanted, off / error));
    }
}
