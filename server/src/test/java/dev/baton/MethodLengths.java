package dev.baton;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Counts the lines of methods, from the signature to the closing brace. */
final class MethodLengths extends TreeScanner<Void, Void> {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final int limit;
    private final List<String> found;

    private MethodLengths(CompilationUnitTree unit, SourcePositions positions, int limit, List<String> found) {
        this.unit = unit;
        this.positions = positions;
        this.limit = limit;
        this.found = found;
    }

    /** {@code File: method has N lines} for each method whose body is above the limit. */
    static List<String> longerThan(int limit, List<Path> files) throws IOException {
        List<String> found = new ArrayList<>();
        Sources.each(files, (unit, positions) -> new MethodLengths(unit, positions, limit, found).scan(unit, null));
        return found;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
        if (method.getBody() != null) note(method.getBody(), method.getName().toString());
        return super.visitMethod(method, nothing);
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree lambda, Void nothing) {
        note(lambda, "a lambda");
        return super.visitLambdaExpression(lambda, nothing);
    }

    /** The braces are not counted. */
    private void note(Tree body, String name) {
        long lines = line(positions.getEndPosition(unit, body)) - line(positions.getStartPosition(unit, body)) - 1;
        if (lines > limit)
            found.add("%s: %s has %d lines".formatted(unit.getSourceFile().getName(), name, lines));
    }

    private long line(long position) {
        return position < 0 ? 0 : unit.getLineMap().getLineNumber(position);
    }
}
