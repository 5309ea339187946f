package dev.baton.roster.files;

/** A file that cannot be taken, and where it is broken. Without a stack trace: it is an answer, not a mishap. */
final class BrokenLine extends RuntimeException {

    private final int line;
    private final String rule;

    /**
     * @param line from 1
     * @param rule lower_snake
     */
    BrokenLine(int line, String rule) {
        super(rule + " in line " + line, null, false, false);
        this.line = line;
        this.rule = rule;
    }

    int line() {
        return line;
    }

    String rule() {
        return rule;
    }
}
