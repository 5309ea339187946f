package dev.baton;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sizes, names and calls: the small rules that keep the code readable, and the docs true. */
@Tag("structure")
class TidyTest {

    private static final int LINES_IN_FILE = 400;
    private static final int LINES_IN_METHOD = 60;
    private static final int FILES_IN_PACKAGE = 20;
    private static final int CONSTRUCTOR_ARGUMENTS = 6;

    /** Packages that may be larger, and why. */
    private static final Map<String, Integer> LARGER_PACKAGES = Map.of(
            // One small record or sealed type a file: the vocabulary is read as a list of names.
            "dev/baton/conversation", 30,
            // One store for each table that one transaction writes.
            "dev/baton/conversation/log", 30);

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path MAIN = Path.of("src/main/java");

    private static final Pattern BANNED_IN_NAMES =
            Pattern.compile("(Manager|Service|Helper|Util|Utils|Impl|Base|Abstract|Common|DTO|Dto|Process)(?![a-z])");

    /** Calls that a reader would have to distrust, each with what to use instead. */
    private static final Map<String, Pattern> BANNED_CALLS = Map.of(
            "System.out and System.err: use the log",
            Pattern.compile("\\bSystem\\.(out|err)\\b"),
            "Thread.sleep: wait for what you wait for",
            Pattern.compile("\\bThread\\.sleep\\("),
            "java.util.Date and Calendar: use java.time",
            Pattern.compile("\\bjava\\.util\\.(Date|Calendar)\\b"),
            "the wall clock: use DatabaseTime, or baton_now() in SQL",
            Pattern.compile(
                    "\\b(Instant|LocalDate|LocalDateTime|LocalTime|ZonedDateTime|OffsetDateTime)\\.now\\(\\)|\\bSystem\\.currentTimeMillis\\("),
            "random ids: use Ids.next()",
            Pattern.compile("\\bUUID\\.randomUUID\\("),
            "chance that cannot be replayed: use SecureRandom for secrets, or take it as an argument",
            Pattern.compile("\\bMath\\.random\\(|\\bnew Random\\(\\)"),
            "printStackTrace: log it",
            Pattern.compile("\\.printStackTrace\\("),
            "unfinished work",
            Pattern.compile("\\b(TODO|FIXME|XXX)\\b"));

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.baton");

    @Test
    void files_are_short() throws IOException {
        List<String> longOnes = new ArrayList<>();
        for (Path file : sources("src")) {
            int lines = Files.readAllLines(file).size();
            if (lines > LINES_IN_FILE) longOnes.add(file + ": " + lines);
        }
        assertThat(longOnes).isEmpty();
    }

    @Test
    void methods_are_short() throws IOException {
        assertThat(MethodLengths.longerThan(LINES_IN_METHOD, sources("src"))).isEmpty();
    }

    @Test
    void a_long_method_would_be_seen() throws IOException {
        Path file = Files.createTempFile("Long", ".java");
        Files.writeString(file, "class Long {\n    void go() {\n" + "        step();\n".repeat(61) + "    }\n}\n");
        assertThat(MethodLengths.longerThan(LINES_IN_METHOD, List.of(file)))
                .hasSize(1)
                .first()
                .asString()
                .contains("go");
        Files.delete(file);
    }

    @Test
    void packages_are_small() throws IOException {
        List<String> largeOnes = new ArrayList<>();
        sources("src/main/java").stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(groupingBy(file -> MAIN.relativize(file.getParent()).toString(), counting()))
                .forEach((name, files) -> {
                    if (files > LARGER_PACKAGES.getOrDefault(name, FILES_IN_PACKAGE))
                        largeOnes.add(name + ": " + files);
                });
        assertThat(largeOnes).isEmpty();
    }

    @Test
    void constructors_take_few_arguments() {
        Set<String> greedy = new TreeSet<>();
        for (JavaClass type : CODE) {
            if (type.isRecord() || type.isEnum() || type.getModifiers().contains(JavaModifier.SYNTHETIC)) continue;
            for (JavaConstructor constructor : type.getConstructors()) {
                if (constructor.getRawParameterTypes().size() > CONSTRUCTOR_ARGUMENTS
                        && !constructor.getModifiers().contains(JavaModifier.PRIVATE))
                    greedy.add(constructor.getFullName());
            }
        }
        assertThat(greedy).isEmpty();
    }

    @Test
    void names_say_what_a_thing_is() throws IOException {
        assertThat(sources("src"))
                .noneMatch(file ->
                        BANNED_IN_NAMES.matcher(file.getFileName().toString()).find());
        Set<String> vague = CODE.stream()
                .map(JavaClass::getSimpleName)
                .filter(name -> BANNED_IN_NAMES.matcher(name).find())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(vague).isEmpty();
    }

    @Test
    void distrusted_calls_stay_out() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : sources("src/main/java")) {
            if (file.startsWith(MAIN.resolve("dev/baton/platform")) || file.endsWith("Main.java")) continue;
            String code = Files.readString(file);
            BANNED_CALLS.forEach((name, pattern) -> {
                if (pattern.matcher(code).find()) found.add(MAIN.relativize(file) + ": " + name);
            });
        }
        assertThat(found).isEmpty();
    }

    @Test
    void tests_are_never_switched_off() throws IOException {
        Pattern off = Pattern.compile("@(" + "Disabled|Ignore)\\b");
        assertThat(sources("src/test/java"))
                .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContainPattern(off));
    }

    @Test
    void switches_over_our_closed_worlds_have_no_default() throws IOException {
        assertThat(OpenSwitches.in(sources("src/main/java/dev/baton/conversation")))
                .isEmpty();
    }

    @Test
    void an_open_switch_would_be_seen() throws IOException {
        Path file = Files.createTempFile("Open", ".java");
        Files.writeString(
                file, "class Open { int go(Shape s) { return switch (s) { case Round r -> 1; default -> 2; }; } }");
        assertThat(OpenSwitches.in(List.of(file))).hasSize(1);
        Files.writeString(
                file, "class Open { int go(String s) { return switch (s) { case \"a\" -> 1; default -> 2; }; } }");
        assertThat(OpenSwitches.in(List.of(file))).isEmpty();
        Files.delete(file);
    }

    @Test
    void every_path_and_type_that_the_docs_name_exists() throws IOException {
        Set<String> types = typeNames();
        List<String> missing = new ArrayList<>();
        for (Path page : pages()) {
            for (String name : named(Files.readString(page))) {
                if (!exists(page, name, types)) missing.add(ROOT.relativize(page) + ": " + name);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void a_name_that_does_not_exist_would_be_seen() throws IOException {
        Set<String> types = typeNames();
        Path page = ROOT.resolve("README.md");
        assertThat(exists(page, "server/src/main/java/dev/baton/Main.java", types))
                .isTrue();
        assertThat(exists(page, "server/src/main/java/dev/baton/Nothing.java", types))
                .isFalse();
        assertThat(exists(page, "ArchitectureTest", types)).isTrue();
        assertThat(exists(page, "NothingLikeThatTest", types)).isFalse();
    }

    private static List<Path> sources(String folder) throws IOException {
        if (!Files.isDirectory(Path.of(folder))) return List.of();
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        try (Stream<Path> files = Files.list(ROOT)) {
            files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
        }
        if (Files.isDirectory(ROOT.resolve("docs"))) {
            try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
            }
        }
        return pages;
    }

    /** What stands in backticks, outside of fenced blocks. */
    private static List<String> named(String page) {
        String prose = page.replaceAll("(?s)```.*?```", "");
        return Pattern.compile("`([^`\\s]+)`")
                .matcher(prose)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** Names that look neither like a path of ours nor like a type are somebody else's and pass. */
    private static boolean exists(Path page, String name, Set<String> types) {
        if (name.matches("(\\./)?(server|web|bench|docs|deploy|\\.ci|\\.mvn)/[\\w./-]*"))
            return Files.exists(ROOT.resolve(name));
        if (name.matches("[\\w/-]+/[\\w.-]+\\.(java|ts|vue|sql|md|mjs|xml|properties)"))
            return Files.exists(ROOT.resolve(name)) || Files.exists(page.resolveSibling(name)) || anyEndsWith(name);
        if (name.matches("[A-Z][A-Za-z]+(Test|Store|Endpoint|Client|Feed)")) return types.contains(name);
        return true;
    }

    private static boolean anyEndsWith(String name) {
        try (Stream<Path> files = Stream.of("server/src", "web", "bench/src")
                .map(ROOT::resolve)
                .filter(Files::isDirectory)
                .flatMap(TidyTest::walk)) {
            return files.anyMatch(file -> file.endsWith(name));
        }
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder).filter(path -> !path.toString().contains("node_modules"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Set<String> typeNames() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String module : List.of("server/src", "bench/src")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java"))
                        .forEach(name -> names.add(name.replace(".java", "")));
            }
        }
        return names;
    }
}
