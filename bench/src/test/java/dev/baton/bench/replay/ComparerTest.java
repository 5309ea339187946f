package dev.baton.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.bench.client.Entry;
import dev.baton.bench.replay.Dialogue.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ComparerTest {

    private static final List<Said> SAID = List.of(
            said(Side.CUSTOMER, "您好，我的订单还没到 📦", 2),
            said(Side.AGENT, "Hello!\n", 4),
            said(Side.AGENT, "Which order?", 5),
            said(Side.CUSTOMER, "订单 𠮷-42", 6));

    @Test
    void what_was_stored_as_it_was_said_is_clean() {
        assertThat(judged(stored())).satisfies(verdict -> {
            assertThat(verdict.isClean()).isTrue();
            assertThat(verdict.messages()).isEqualTo(4);
        });
    }

    @Test
    void a_missing_acknowledged_message_is_lost() {
        List<Entry> stored = stored();
        stored.remove(3);
        assertThat(judged(renumbered(stored)).lost()).isEqualTo(1);
    }

    @Test
    void a_missing_message_that_nobody_acknowledged_is_not_lost() {
        List<Said> said = new ArrayList<>(SAID);
        said.add(said(Side.AGENT, "on its way", 0));
        assertThat(Comparer.compare("it", said, stored()).isClean()).isTrue();
    }

    @Test
    void a_message_without_a_known_number_is_lost_all_the_same() {
        List<Said> said = new ArrayList<>(SAID);
        said.add(said(Side.AGENT, "acknowledged", -1));
        assertThat(Comparer.compare("it", said, stored()).lost()).isEqualTo(1);
    }

    @Test
    void the_same_message_twice_is_duplicated_and_not_reordered() {
        List<Entry> stored = stored();
        stored.add(4, stored.get(3));
        Verdict verdict = judged(renumbered(stored));
        assertThat(verdict.duplicated()).isEqualTo(1);
        assertThat(verdict.reordered()).isZero();
    }

    @Test
    void neighbours_that_changed_places_are_reordered() {
        List<Entry> stored = stored();
        stored.add(3, stored.remove(4));
        assertThat(judged(renumbered(stored)).reordered()).isEqualTo(1);
    }

    @Test
    void everything_backwards_leaves_one_in_place() {
        List<Entry> messages =
                new ArrayList<>(stored().stream().filter(Entry::isMessage).toList());
        assertThat(judged(renumbered(messages.reversed())).reordered()).isEqualTo(3);
    }

    @Test
    void one_other_byte_is_altered() {
        assertThat(judged(with(3, "Hello!")).altered()).isEqualTo(1);
        assertThat(judged(with(3, "Hello!\r\n")).altered()).isEqualTo(1);
        assertThat(judged(with(5, "订单 吉-42")).altered()).isEqualTo(1);
    }

    @Test
    void the_same_look_in_other_bytes_is_altered() {
        List<Said> said = List.of(said(Side.CUSTOMER, "caf\u00e9", 1));
        Entry stored = entry(1, "customer", "cafe\u0301", said.getFirst().clientId());
        assertThat(Comparer.compare("it", said, List.of(stored)).altered()).isEqualTo(1);
    }

    @Test
    void another_author_is_altered() {
        List<Entry> stored = stored();
        Entry old = stored.get(1);
        stored.set(1, entry(2, "agent", old.body(), old.clientId()));
        assertThat(judged(stored).altered()).isEqualTo(1);
    }

    @Test
    void what_nobody_said_is_a_phantom() {
        List<Entry> stored = stored();
        stored.add(entry(7, "agent", "boo", UUID.randomUUID()));
        stored.add(entry(8, "agent", "boo", null));
        assertThat(judged(stored).phantom()).isEqualTo(2);
    }

    @Test
    void another_number_than_the_acknowledged_one_is_misnumbered() {
        List<Said> said = new ArrayList<>(SAID);
        Said third = said.get(2);
        said.set(2, new Said(third.by(), third.clientId(), third.text(), 9));
        assertThat(Comparer.compare("it", said, stored()).misnumbered()).isEqualTo(1);
    }

    @Test
    void a_gap_in_the_numbers_is_misnumbered() {
        List<Entry> stored = stored();
        stored.remove(2);
        assertThat(judged(stored).misnumbered()).isEqualTo(1);
    }

    @Test
    void what_was_shown_but_is_not_stored_like_that_is_a_phantom() {
        List<Entry> stored = stored();
        assertThat(Comparer.compareShown("it", stored(), stored).isClean()).isTrue();
        assertThat(Comparer.compareShown("it", stored, with(3, "hello!")).phantom())
                .isEqualTo(1);
        assertThat(Comparer.compareShown("it", stored, stored.subList(0, 4)).phantom())
                .isEqualTo(2);
    }

    @Test
    void verdicts_add_up_and_every_fault_is_named() {
        Verdict lost = judged(List.of());
        assertThat(lost.lost()).isEqualTo(4);
        assertThat(lost.and(lost).lost()).isEqualTo(8);
        assertThat(lost.details()).hasSize(4).allMatch(detail -> detail.startsWith("it: acknowledged as"));
    }

    private static Verdict judged(List<Entry> stored) {
        return Comparer.compare("it", SAID, stored);
    }

    /** With the lines of the conversation itself around the messages: started, assigned. */
    private static List<Entry> stored() {
        List<Entry> stored = new ArrayList<>();
        stored.add(new Entry(0, 1, "started", "customer", null, null));
        stored.add(entry(2, SAID.get(0)));
        stored.add(new Entry(0, 3, "assigned", "system", null, null));
        stored.add(entry(4, SAID.get(1)));
        stored.add(entry(5, SAID.get(2)));
        stored.add(entry(6, SAID.get(3)));
        return stored;
    }

    private static List<Entry> with(int place, String body) {
        List<Entry> stored = stored();
        Entry old = stored.get(place);
        stored.set(place, entry(old.publicSeq(), old.author(), body, old.clientId()));
        return stored;
    }

    private static List<Entry> renumbered(List<Entry> entries) {
        List<Entry> renumbered = new ArrayList<>();
        for (Entry each : entries) {
            renumbered.add(
                    new Entry(0, renumbered.size() + 1, each.kind(), each.author(), each.body(), each.clientId()));
        }
        return renumbered;
    }

    private static Said said(Side by, String text, long acknowledged) {
        return new Said(by, UUID.randomUUID(), text, acknowledged);
    }

    private static Entry entry(long number, Said said) {
        return entry(number, said.by().wire(), said.text(), said.clientId());
    }

    private static Entry entry(long number, String author, String body, UUID clientId) {
        return new Entry(0, number, "message", author, body, clientId);
    }
}
