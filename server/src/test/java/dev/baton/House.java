package dev.baton;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rooms of the house: every package directly below {@code dev.baton}, the floor it stands on, and the arrows that are
 * allowed besides those that go down. {@link ArchitectureTest} compares it with the code and prints it to docs/modules.md.
 */
final class House {
    private House() {}

    enum Floor {
        GROUND("knows nothing of customer service"),
        HEART("what the business is about"),
        FLOW("reacts to the heart, talks to the world");

        final String meaning;

        Floor(String meaning) {
            this.meaning = meaning;
        }
    }

    /** @param besides package → why it may be called although it is not on a lower floor */
    record Room(String name, Floor floor, Map<String, String> besides) {

        boolean mayCall(Room other) {
            return other.equals(this) || other.floor().ordinal() < floor.ordinal() || besides.containsKey(other.name());
        }
    }

    private static final String PLATFORM = "everything stands on it";
    private static final String VIEWER = "whoever asks is a Viewer";

    /** A package that is not here fails the test: give it a row. */
    static final List<Room> ROOMS = List.of(
            new Room("platform", Floor.GROUND, Map.of()),
            new Room("identity", Floor.GROUND, Map.of("platform", PLATFORM)),
            new Room("clocks", Floor.GROUND, Map.of("platform", PLATFORM)),
            new Room("files", Floor.GROUND, Map.of("platform", PLATFORM, "identity", VIEWER)),
            new Room("live", Floor.GROUND, Map.of("platform", PLATFORM, "identity", VIEWER)),
            new Room("hours", Floor.HEART, Map.of()),
            new Room(
                    "conversation",
                    Floor.HEART,
                    Map.of(
                            "staffing",
                            "an assignment changes the load of an agent in its own transaction",
                            "hours",
                            "whoever comes when a group is closed is told so instead of being queued")),
            new Room("staffing", Floor.HEART, Map.of("conversation", "the vocabulary of availability and policies")),
            new Room("routing", Floor.FLOW, Map.of()),
            new Room("roster", Floor.FLOW, Map.of()),
            new Room("channels", Floor.FLOW, Map.of()),
            new Room("collaboration", Floor.FLOW, Map.of()),
            new Room("alerts", Floor.FLOW, Map.of()),
            new Room("reporting", Floor.FLOW, Map.of()),
            new Room("demo", Floor.FLOW, Map.of("collaboration", "the demo company comes with canned replies")));

    static Optional<Room> room(String name) {
        return ROOMS.stream().filter(room -> room.name().equals(name)).findFirst();
    }

    /** Plain Java that a test makes with {@code new}: whole packages, and single types in packages that also do I/O. */
    static final List<String> PURE_PACKAGES = List.of("dev.baton.conversation", "dev.baton.conversation.policy");

    static final List<String> PURE_TYPES = List.of(
            "Permissions",
            "Viewer",
            "Matchmaker",
            "WaitingLine",
            "Estimate",
            "Roster",
            "Pattern",
            "Span",
            "BusinessHours",
            "Wallboard",
            "Strategy");
}
