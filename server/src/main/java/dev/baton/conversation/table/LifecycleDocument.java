package dev.baton.conversation.table;

import dev.baton.conversation.Refusal;
import dev.baton.conversation.State;
import dev.baton.conversation.table.LifecycleTable.Mark;
import dev.baton.conversation.table.LifecycleTable.Party;
import dev.baton.conversation.table.LifecycleTable.Row;
import dev.baton.conversation.table.LifecycleTable.When;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The table as a page that somebody who writes no code can read. */
public final class LifecycleDocument {

    private final LifecycleTable table;
    private final UnaryOperator<String> refusalsInChinese;
    private final UnaryOperator<String> refusalsInEnglish;
    private final StringBuilder page = new StringBuilder();

    private LifecycleDocument(
            LifecycleTable table, UnaryOperator<String> refusalsInChinese, UnaryOperator<String> refusalsInEnglish) {
        this.table = table;
        this.refusalsInChinese = refusalsInChinese;
        this.refusalsInEnglish = refusalsInEnglish;
    }

    /**
     * @param refusalsInChinese what a refusal's code is called for people
     */
    public static String markdown(
            LifecycleTable table, UnaryOperator<String> refusalsInChinese, UnaryOperator<String> refusalsInEnglish) {
        var document = new LifecycleDocument(table, refusalsInChinese, refusalsInEnglish);
        document.head();
        document.states();
        document.diagram();
        document.changes();
        document.matrix();
        document.clocks();
        document.refusals();
        return document.page.toString();
    }

    private void head() {
        line("# 会话的一生 · The life of a conversation");
        line("");
        line("Printed from the code by `LifecycleTable`; `./baton fix` writes it, and a test fails when it is stale.");
        line("");
        line(
                "A conversation is in one of six states, and in each exactly one party owes the next move. Every clock follows");
        line(
                "from that: nothing is ever cancelled, a state that moved on simply has other clocks. The graph is fixed; every");
        line("number on it is the policy of a group.");
    }

    private void states() {
        section("状态 · States");
        row("状态", "state", "下一步由谁 · who owes", "时限 · clocks");
        row("---", "---", "---", "---");
        for (var state : table.states()) {
            row(
                    Names.of(state.state()).zh(),
                    code(state.state().wire()),
                    state.owes() == null ? "—" : Names.of(state.owes()).toString(),
                    state.clocks().isEmpty()
                            ? "—"
                            : state.clocks().stream()
                                    .map(clock -> Names.of(clock).toString())
                                    .collect(Collectors.joining(", ")));
        }
        line("");
        line("Marks are not states: 派单中 *offered* and 留言等候 *parked* (waits for opening hours) on `queued`;");
        line("沉默 *silent* on `awaiting_customer`; 无人负责 *unattended* (its agent is gone, and nobody is disturbed until");
        line("the customer moves) on `awaiting_customer` and `awaiting_confirmation`.");
    }

    // --- the picture

    private void diagram() {
        section("图 · Diagram");
        line("```mermaid");
        line("stateDiagram-v2");
        for (var state : State.values()) {
            line("    " + state.wire() + " : " + Names.of(state).zh() + "<br/>" + state.wire());
        }
        edges().forEach((edge, labels) -> line("    " + edge + " : " + String.join("<br/>", labels)));
        line("    classDef customer fill:#e8f1fb");
        line("    classDef agent fill:#fdf0e1");
        line("    class awaiting_customer,awaiting_confirmation customer");
        line("    class awaiting_agent agent");
        line("```");
    }

    private Map<String, Set<String>> edges() {
        var edges = new LinkedHashMap<String, Set<String>>();
        for (var row : table.rows()) {
            if (row.changesState()) {
                var from = row.from() == null ? "[*]" : row.from().wire();
                edges.computeIfAbsent(from + " --> " + row.to().wire(), key -> new LinkedHashSet<>())
                        .add(Names.of(row.command()).toString());
            }
        }
        return edges;
    }

    // --- what changes the state, and what else happens

    private void changes() {
        section("变化 · What happens");
        line(
                "Everything that is accepted; = means that the state stays. Whatever is not listed is refused with a reason and");
        line(
                "changes nothing. A conversation with a mark（…）behaves like one without, except where it is listed; but one");
        line("that is parked is not given out automatically, and one that is unattended has no agent who could act.");
        line("");
        row("从 · from", "事件 · what", "由谁 · by", "条件 · when", "到 · to", "记录 · entries");
        row("---", "---", "---", "---", "---", "---");
        var groups = new LinkedHashMap<List<Object>, List<Row>>();
        for (var row : table.rows()) {
            if (row.isAccepted() && !isTheSameWithoutMark(row)) {
                var key = Arrays.<Object>asList(
                        row.from(),
                        row.mark(),
                        row.command(),
                        row.when(),
                        row.to(),
                        row.toMark(),
                        row.events(),
                        why(row));
                groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
            }
        }
        groups.values().forEach(this::change);
    }

    private boolean isTheSameWithoutMark(Row row) {
        return row.mark() != Mark.NONE
                && table.rows().stream()
                        .anyMatch(plain -> plain.mark() == Mark.NONE
                                && plain.from() == row.from()
                                && plain.command().equals(row.command())
                                && plain.by() == row.by()
                                && plain.when() == row.when()
                                && plain.to() == row.to()
                                && plain.events().equals(row.events())
                                && (plain.toMark() == row.toMark() || row.toMark() == row.mark()));
    }

    private void change(List<Row> same) {
        var row = same.getFirst();
        row(
                place(row.from(), row.mark()),
                Names.of(row.command()).toString(),
                same.stream().map(r -> Names.of(r.by()).toString()).distinct().collect(Collectors.joining(", ")),
                Names.of(row.when()).toString().strip(),
                where(row) + why(row),
                row.events().stream().map(LifecycleDocument::code).collect(Collectors.joining(" ")));
    }

    private static String where(Row row) {
        if (row.changesState() || row.mark() != row.toMark() && row.mark() != Mark.UNANSWERED) {
            return "**" + place(row.to(), row.toMark()) + "**";
        }
        return row.events().contains("transferred") ? "=（另一客服 another agent）" : "=";
    }

    /** Why it ended: the code, or that staff choose one. */
    private static String why(Row row) {
        if (!row.changesState() || row.reason() == null) {
            return "";
        }
        return row.command().equals("end") && row.by() != Party.CUSTOMER
                ? "（目录中的原因 a reason of the catalogue）"
                : " " + code(row.reason());
    }

    private static String place(State state, Mark mark) {
        return state == null
                ? "—"
                : Names.of(state).zh()
                        + (mark == Mark.NONE ? "" : "（" + Names.of(mark).zh() + "）");
    }

    // --- command by state

    private void matrix() {
        section("状态 × 命令 · State by command");
        line("→ the state that follows; = accepted, the state stays; otherwise the code of the refusal.");
        line("");
        var states = Arrays.asList(State.values());
        row(cells(
                "",
                states.stream()
                        .map(s -> Names.of(s).zh() + " " + code(s.wire()))
                        .toList()));
        row(cells("---", states.stream().map(s -> "---").toList()));
        for (var command : Names.commandsInOrder()) {
            if (!command.equals("start")) {
                var name = Names.of(command) + " " + code(command);
                row(cells(name, states.stream().map(s -> cell(s, command)).toList()));
            }
        }
    }

    private String cell(State state, String command) {
        var asked = table.rows().stream()
                .filter(row -> row.from() == state && row.command().equals(command))
                .toList();
        var accepted = asked.stream().filter(Row::isAccepted).toList();
        if (accepted.isEmpty()) {
            return refusals(asked);
        }
        var stays = accepted.stream().anyMatch(row -> row.to() == state) ? "=" : "";
        var others = accepted.stream()
                .map(Row::to)
                .filter(to -> to != state)
                .distinct()
                .sorted()
                .map(to -> "→ " + Names.of(to).zh())
                .collect(Collectors.joining("<br/>"));
        return "**" + (stays.isEmpty() || others.isEmpty() ? stays + others : stays + "<br/>" + others) + "**";
    }

    private static String refusals(List<Row> asked) {
        var codes = asked.stream()
                .filter(row -> row.when() == When.NORMALLY)
                .map(Row::refusal)
                .filter(Objects::nonNull)
                .map(Refusal::code)
                .collect(Collectors.toCollection(TreeSet::new));
        if (codes.size() > 1) {
            codes.remove(Refusal.NOT_PERMITTED.code());
        }
        return codes.stream().map(LifecycleDocument::code).collect(Collectors.joining("<br/>"));
    }

    // --- clocks and refusals

    private void clocks() {
        section("时限 · Clocks");
        line(
                "Defaults; each is the policy of a group. A clock never fires early by the database's clock, fires once, and does");
        line("nothing when the conversation has moved on meanwhile.");
        line("");
        row("时限 · clock", "name", "状态 · runs in", "从何时起 · counts from", "默认 · default", "结果 · what it does");
        row("---", "---", "---", "---", "---", "---");
        for (var clock : table.clocks()) {
            row(
                    Names.of(clock.clock()).toString(),
                    code(clock.clock().wire()),
                    clock.states().stream().map(s -> Names.of(s).zh()).collect(Collectors.joining(", ")),
                    Names.countsFrom(clock.clock()).toString(),
                    clock.defaults().isEmpty()
                            ? "关 off"
                            : clock.defaults().stream()
                                    .map(LifecycleDocument::duration)
                                    .collect(Collectors.joining(", ")),
                    effect(clock.clock().wire()));
        }
    }

    private String effect(String clock) {
        var effects = table.rows().stream()
                .filter(row -> row.command().equals(clock) && row.isAccepted())
                .map(row -> row.changesState()
                        ? "→ " + Names.of(row.to()).zh()
                        : row.events().stream().map(LifecycleDocument::code).collect(Collectors.joining(" ")))
                .distinct()
                .toList();
        return effects.isEmpty() ? "—" : String.join("<br/>", effects);
    }

    private void refusals() {
        section("拒绝 · Refusals");
        row("code", "说明", "meaning");
        row("---", "---", "---");
        for (var refusal : Refusal.values()) {
            var code = refusal.code();
            row(code(code), refusalsInChinese.apply(code), refusalsInEnglish.apply(code));
        }
    }

    // --- writing

    private static String duration(long seconds) {
        if (seconds % 3600 == 0) {
            return seconds / 3600 + " h";
        }
        return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private void section(String title) {
        line("");
        line("## " + title);
        line("");
    }

    private static String[] cells(String first, List<String> others) {
        var cells = new ArrayList<>(List.of(first));
        cells.addAll(others);
        return cells.toArray(String[]::new);
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void line(String line) {
        page.append(line).append('\n');
    }
}
