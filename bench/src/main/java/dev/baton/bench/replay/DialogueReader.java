package dev.baton.bench.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.baton.bench.replay.Dialogue.Side;
import dev.baton.bench.replay.Dialogue.Turn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads dialogues: one JSON object a line, {@code {"id", "language", "turns": [{"by": "customer" | "agent", "text"}]}}; other
 * fields are left alone, empty lines too. Whatever could not be said through the API is refused here, by file and line.
 */
public final class DialogueReader {

    /** As the server counts: Unicode characters. */
    private static final int LONGEST_TEXT = 8_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private DialogueReader() {}

    /** Something that a person has to mend in a file. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(Path file, int line, String what) {
            super(file + ":" + line + ": " + what, null, false, false);
        }

        Unreadable(Path file, String what) {
            super(file + ": " + what, null, false, false);
        }
    }

    /** @throws Unreadable when a file is missing, empty, or has a line that is no dialogue */
    public static List<Dialogue> read(List<Path> files) {
        List<Dialogue> all = new ArrayList<>();
        for (Path file : files) all.addAll(read(file));
        return all;
    }

    static List<Dialogue> read(Path file) {
        List<Dialogue> dialogues = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int number = 0;
        for (byte[] line : lines(file)) {
            number++;
            try {
                String text = decoded(line);
                if (text.isBlank()) continue;
                Dialogue dialogue = dialogue(text);
                demand(ids.add(dialogue.id()), "the id " + dialogue.id() + " came before");
                dialogues.add(dialogue);
            } catch (Wrong wrong) {
                throw new Unreadable(file, number, wrong.getMessage());
            }
        }
        if (dialogues.isEmpty()) throw new Unreadable(file, "holds no dialogue");
        return dialogues;
    }

    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        Wrong(String what) {
            super(what, null, false, false);
        }
    }

    private static List<byte[]> lines(Path file) {
        try {
            List<byte[]> lines = new ArrayList<>();
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (byte each : Files.readAllBytes(file)) {
                if (each == '\n') {
                    lines.add(line.toByteArray());
                    line.reset();
                } else {
                    line.write(each);
                }
            }
            lines.add(line.toByteArray());
            return lines;
        } catch (IOException e) {
            throw new Unreadable(
                    file, Files.exists(file) ? "cannot be read: " + e.getMessage() : "there is no such file");
        }
    }

    private static String decoded(byte[] line) throws Wrong {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Wrong("not UTF-8");
        }
    }

    private static Dialogue dialogue(String line) throws Wrong {
        JsonNode json;
        try {
            json = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new Wrong("not JSON: " + e.getOriginalMessage());
        }
        demand(json.isObject(), "not an object");
        String language = text(json, "language");
        demand(language.equals("zh") || language.equals("en"), "language is neither zh nor en");
        JsonNode turns = json.path("turns");
        demand(turns.isArray() && !turns.isEmpty(), "no turns");
        List<Turn> read = new ArrayList<>();
        for (JsonNode turn : turns) {
            try {
                read.add(turn(turn));
            } catch (Wrong wrong) {
                throw new Wrong("turn " + (read.size() + 1) + ": " + wrong.getMessage());
            }
        }
        return new Dialogue(text(json, "id"), language, List.copyOf(read));
    }

    private static Turn turn(JsonNode turn) throws Wrong {
        String text = text(turn, "text");
        demand(text.codePointCount(0, text.length()) <= LONGEST_TEXT, "longer than " + LONGEST_TEXT + " characters");
        demand(text.codePoints().noneMatch(DialogueReader::isUnsayable), "a character that no message may hold");
        return switch (text(turn, "by")) {
            case "customer" -> new Turn(Side.CUSTOMER, text);
            case "agent" -> new Turn(Side.AGENT, text);
            default -> throw new Wrong("by is neither customer nor agent");
        };
    }

    private static boolean isUnsayable(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
        return control || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static String text(JsonNode json, String field) throws Wrong {
        JsonNode value = json.path(field);
        demand(value.isTextual() && !value.textValue().isBlank(), "no " + field);
        return value.textValue();
    }

    private static void demand(boolean holds, String otherwise) throws Wrong {
        if (!holds) throw new Wrong(otherwise);
    }
}
