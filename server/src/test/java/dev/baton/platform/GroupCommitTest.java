package dev.baton.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.GroupCommit.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever hands work in gets an answer, also from a door that is just being closed. */
class GroupCommitTest {

    @Test
    void a_piece_that_breaks_its_transaction_does_not_break_its_neighbours() {
        try (var commits = new GroupCommit<String, String>("test", 1, 10, 100, GroupCommitTest::unlessBad)) {
            var answers = List.of("one", "bad", "two").stream()
                    .map(work -> commits.submit("same lane", work))
                    .toList();
            assertThat(answers.get(0).join()).isEqualTo("one");
            assertThat(answers.get(1)).failsWithin(10, TimeUnit.SECONDS);
            assertThat(answers.get(2).join()).isEqualTo("two");
        }
    }

    @Test
    void what_they_all_suffer_from_is_not_tried_one_by_one() {
        var tries = new AtomicInteger();
        var away = new IllegalStateException("the database is away");
        var others = new CompletableFuture<Void>();
        var batch = new GroupCommit.Batch<String, String>() {
            @Override
            public List<Outcome<String>> commit(List<String> work) {
                tries.incrementAndGet();
                if (work.contains("first")) {
                    others.join();
                    return unlessBad(work);
                }
                throw away;
            }

            @Override
            public boolean failsAll(Throwable failure) {
                return failure == away;
            }
        };
        try (var commits = new GroupCommit<>("test", 1, 10, 100, batch)) {
            var first = commits.submit("same lane", "first");
            while (tries.get() == 0) {
                Thread.onSpinWait();
            }
            var answers = Stream.of("one", "two", "three", "four")
                    .map(work -> commits.submit("same lane", work))
                    .toList();
            others.complete(null);
            assertThat(first.join()).isEqualTo("first");
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer)
                            .failsWithin(10, TimeUnit.SECONDS)
                            .withThrowableThat()
                            .withCause(away));
            assertThat(tries).hasValue(2);
        }
    }

    @Test
    void what_was_committed_is_not_tried_again_when_a_listener_breaks() {
        var tries = new AtomicInteger();
        var both = new GroupCommit.Batch<String, String>() {
            @Override
            public List<Outcome<String>> commit(List<String> work) {
                tries.addAndGet(work.size());
                return work.stream()
                        .map(each -> Outcome.of(each, () -> {
                            throw new AssertionError("not told");
                        }))
                        .toList();
            }
        };
        try (var commits = new GroupCommit<>("test", 1, 10, 100, both)) {
            var answers = Stream.of("one", "two", "three")
                    .map(work -> commits.submit("same lane", work))
                    .toList();
            assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isNotNull());
        }
        assertThat(tries).hasValue(3);
    }

    @Test
    void everybody_is_answered_while_the_door_closes() throws Exception {
        var commits = new GroupCommit<String, String>("test", 2, 10, 100_000, GroupCommitTest::unlessBad);
        var answers = new ArrayList<CompletableFuture<String>>();
        var sender = Thread.ofPlatform().start(() -> {
            CompletableFuture<String> last;
            do {
                last = commits.submit(answers.size(), "words");
                answers.add(last);
            } while (!last.isCompletedExceptionally() && answers.size() < 50_000);
        });
        Thread.sleep(5);
        commits.close();
        sender.join();
        assertThat(answers)
                .allSatisfy(answer -> answer.handle((result, failure) -> result).get(10, TimeUnit.SECONDS));
        assertThat(commits.submit("late", "words")).isCompletedExceptionally();
    }

    private static List<Outcome<String>> unlessBad(List<String> work) {
        if (work.contains("bad")) {
            throw new IllegalStateException("one of them broke the transaction");
        }
        return work.stream().map(each -> Outcome.of(each, null)).toList();
    }
}
