package dev.baton;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The walls of the {@link House}: who calls whom, who does I/O, who is pure. */
@Tag("structure")
class ArchitectureTest {

    private static final String ROOT = "dev.baton.";
    private static final Path SOURCES = Path.of("src/main/java/dev/baton");

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.baton");

    @Test
    void there_is_code_to_judge() {
        assertThat(arrows()).containsEntry("identity", Set.of("platform")).hasSizeGreaterThan(5);
    }

    @Test
    void every_package_has_its_room() {
        assertThat(arrows().keySet())
                .allSatisfy(name -> assertThat(House.room(name))
                        .as("a row for " + name + " in House")
                        .isPresent());
    }

    @Test
    void calls_go_down_and_never_sideways_unless_a_row_says_why() {
        Set<String> forbidden = new TreeSet<>();
        for (JavaClass from : CODE) {
            for (Dependency arrow : from.getDirectDependenciesFromSelf()) {
                if (!allowed(room(from), room(arrow.getTargetClass()))) {
                    forbidden.add(
                            from.getName() + " → " + arrow.getTargetClass().getName());
                }
            }
        }
        assertThat(forbidden).isEmpty();
    }

    @Test
    void nothing_lies_deeper_than_two_below_the_root() {
        assertThat(CODE)
                .allSatisfy(
                        type -> assertThat(type.getPackageName().split("\\.")).hasSizeLessThanOrEqualTo(4));
    }

    @Test
    void only_stores_speak_sql() {
        noClasses()
                .that(areNotNamed("Store", "Columns"))
                .and(liveOutside("platform"))
                .should()
                .dependOnClassesThat(are(
                        "SQL",
                        type -> type.getPackageName().startsWith("org.jdbi.v3.core.statement")
                                || type.getPackageName().equals("java.sql")
                                        && !type.getSimpleName().endsWith("Exception")
                                || type.getPackageName().startsWith("org.postgresql")))
                .check(CODE);
    }

    @Test
    void only_endpoints_and_what_guards_them_speak_http_and_websocket() {
        noClasses()
                .that(areNotNamed("Endpoint", "Filter", "Check"))
                .and(liveOutside("platform"))
                .and(are(
                        "outside the doors of HTTP",
                        type -> !type.getPackageName().equals("dev.baton.identity.web")))
                .should()
                .dependOnClassesThat(are(
                        "HTTP in",
                        type -> type.getPackageName().startsWith("io.quarkus.websockets")
                                || type.getPackageName().startsWith("io.vertx.core.http")
                                || type.getPackageName().equals("jakarta.ws.rs")))
                .check(CODE);
    }

    /** Who asks is looked up in the database before an endpoint runs. */
    @Test
    void rest_endpoints_may_block() {
        classes()
                .that()
                .areAnnotatedWith("jakarta.ws.rs.Path")
                .should()
                .beAnnotatedWith("io.smallrye.common.annotation.RunOnVirtualThread")
                .check(CODE);
    }

    @Test
    void only_clients_call_out() {
        noClasses()
                .that(areNotNamed("Client"))
                .should()
                .dependOnClassesThat(are(
                        "HTTP out",
                        type -> type.getPackageName().startsWith("java.net.http")
                                || type.getName().equals("java.net.Socket")))
                .check(CODE);
    }

    @Test
    void only_stores_touch_files() {
        noClasses()
                .that(areNotNamed("Store"))
                .and(liveOutside("platform"))
                .and(liveOutside("files"))
                .should()
                .dependOnClassesThat(are(
                        "files",
                        type -> type.getName().equals("java.nio.file.Files")
                                || type.getName().equals("java.io.File")
                                || type.getName().equals("java.io.RandomAccessFile")
                                || type.getName().equals("java.nio.channels.FileChannel")))
                .check(CODE);
    }

    @Test
    void the_pure_ones_import_java_and_vocabulary_only() {
        noClasses()
                .that(are("pure", ArchitectureTest::isPure))
                .should()
                .dependOnClassesThat(are("not plain Java", type -> !isPlain(type)))
                .check(CODE);
        noClasses()
                .that(are("pure", ArchitectureTest::isPure))
                .should()
                .callMethod("java.time.Instant", "now")
                .orShould()
                .dependOnClassesThat(are("I/O, threads or chance", ArchitectureTest::isImpure))
                .check(CODE);
    }

    @Test
    void pure_types_exist_where_the_code_has_them() {
        assertThat(CODE.stream().filter(ArchitectureTest::isPure)).hasSizeGreaterThan(20);
    }

    @Test
    void endpoints_never_reach_around_the_doorways_to_the_stores_of_other_packages() {
        Set<String> reaching = new TreeSet<>();
        for (JavaClass from : CODE) {
            for (Dependency arrow : from.getDirectDependenciesFromSelf()) {
                JavaClass to = arrow.getTargetClass();
                boolean store = to.getName().startsWith(ROOT) && outermost(to).endsWith("Store");
                if (store && !to.getPackageName().equals(from.getPackageName()))
                    reaching.add(from.getName() + " → " + to.getName());
            }
        }
        assertThat(reaching).isEmpty();
    }

    @Test
    void every_package_has_a_front_page() throws IOException {
        try (Stream<Path> folders = Files.walk(SOURCES).filter(Files::isDirectory)) {
            assertThat(folders.filter(ArchitectureTest::holdsCode)
                            .filter(folder -> !Files.exists(folder.resolve("package-info.java"))))
                    .isEmpty();
        }
    }

    @Test
    @Tag("docs")
    void the_page_about_modules_is_up_to_date() throws IOException {
        GeneratedDocs.compare("modules.md", page());
    }

    private static boolean allowed(String from, String to) {
        if (from == null || to == null) return true;
        return House.room(from)
                .flatMap(caller -> House.room(to).map(caller::mayCall))
                .orElse(true);
    }

    /** The package below the root; null for the root itself and for everything that is not ours. */
    private static String room(JavaClass type) {
        if (!type.getPackageName().startsWith(ROOT)) return null;
        return type.getPackageName().substring(ROOT.length()).split("\\.")[0];
    }

    private static Map<String, Set<String>> arrows() {
        Map<String, Set<String>> found = new TreeMap<>();
        for (JavaClass from : CODE) {
            if (room(from) == null) continue;
            Set<String> to = found.computeIfAbsent(room(from), name -> new TreeSet<>());
            from.getDirectDependenciesFromSelf().stream()
                    .map(arrow -> room(arrow.getTargetClass()))
                    .filter(name -> name != null && !name.equals(room(from)))
                    .forEach(to::add);
        }
        return found;
    }

    private static boolean isPure(JavaClass type) {
        return House.PURE_PACKAGES.contains(type.getPackageName()) || House.PURE_TYPES.contains(outermost(type));
    }

    /** Annotations that only say how a record looks in JSON, or is called in the API, do no harm. */
    private static boolean isPlain(JavaClass type) {
        String name = type.getBaseComponentType().getName();
        return type.getBaseComponentType().isPrimitive()
                || name.startsWith("java.")
                || name.startsWith("com.fasterxml.jackson.annotation.")
                || name.startsWith("org.eclipse.microprofile.openapi.annotations.")
                || name.startsWith("dev.baton.")
                        && !outermost(type).endsWith("Store")
                        && !outermost(type).endsWith("Endpoint");
    }

    private static boolean isImpure(JavaClass type) {
        String name = type.getName();
        return name.startsWith("java.sql.")
                || name.startsWith("java.net.http.")
                || name.startsWith("java.nio.file.")
                || name.startsWith("java.io.File")
                || name.startsWith("java.util.concurrent.") && !name.equals("java.util.concurrent.TimeUnit")
                || name.equals("java.util.Random")
                || name.equals("java.lang.Thread")
                || name.equals("java.time.Clock");
    }

    private static String outermost(JavaClass type) {
        JavaClass at = type.getBaseComponentType();
        while (at.getEnclosingClass().isPresent()) at = at.getEnclosingClass().get();
        return at.getSimpleName();
    }

    /** Quarkus adds classes of its own to ours while it builds; they are not in the class files that are read here. */
    private static DescribedPredicate<JavaClass> areNotNamed(String... endings) {
        return are(
                "not named …" + String.join(", …", endings),
                type -> Stream.of(endings).noneMatch(outermost(type)::endsWith));
    }

    private static DescribedPredicate<JavaClass> liveOutside(String room) {
        return are("outside of " + room, type -> !room.equals(room(type)));
    }

    private static DescribedPredicate<JavaClass> are(String description, java.util.function.Predicate<JavaClass> test) {
        return DescribedPredicate.describe(description, test);
    }

    private static boolean holdsCode(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String page() throws IOException {
        Map<String, Set<String>> arrows = arrows();
        StringBuilder page = new StringBuilder("""
                # The packages and their arrows

                Printed by `ArchitectureTest` from the code and from the table in `House`. Calls go down from floor to floor;
                an arrow that does not needs a row that says why.

                """);
        for (House.Floor floor : House.Floor.values()) {
            page.append("## ")
                    .append(title(floor.name()))
                    .append(": ")
                    .append(floor.meaning)
                    .append("\n\n");
            page.append("| package | what it is | calls | besides, because |\n|---|---|---|---|\n");
            for (House.Room room : House.ROOMS) {
                if (room.floor() == floor && arrows.containsKey(room.name()))
                    page.append(row(room, arrows.get(room.name())));
            }
            page.append('\n');
        }
        return page.append(diagram(arrows)).toString();
    }

    private static String row(House.Room room, Set<String> calls) throws IOException {
        String besides = new TreeMap<>(room.besides())
                .entrySet().stream()
                        .map(entry -> "`" + entry.getKey() + "`: " + entry.getValue())
                        .collect(joining("; "));
        return "| `%s` | %s | %s | %s |%n"
                .formatted(
                        room.name(),
                        firstSentence(room.name()),
                        calls.stream().map(name -> "`" + name + "`").collect(joining(", ")),
                        besides);
    }

    private static String diagram(Map<String, Set<String>> arrows) {
        String lines = arrows.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .filter(to -> !to.equals("platform"))
                        .map(to -> "    " + entry.getKey() + " --> " + to + "\n"))
                .collect(Collectors.joining());
        return "Everything calls `platform`; the other arrows:\n\n```mermaid\ngraph TD\n" + lines + "```\n";
    }

    private static String firstSentence(String room) throws IOException {
        Path frontPage = SOURCES.resolve(room).resolve("package-info.java");
        if (!Files.exists(frontPage)) return "";
        String text = Files.readString(frontPage);
        Matcher comment = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL).matcher(text);
        if (!comment.find()) return "";
        String words = comment.group(1)
                .replaceAll("\\n\\s*\\*", " ")
                .replaceAll("\\{@\\w+ ([^}]*)}", "$1")
                .replaceAll("<[^>]*>", "")
                .strip()
                .replaceAll("\\s+", " ");
        Matcher sentence = Pattern.compile("^.*?[.](?= |$)").matcher(words);
        return sentence.find() ? sentence.group() : words;
    }

    private static String title(String constant) {
        return constant.charAt(0) + constant.substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}
