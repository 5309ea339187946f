package dev.baton;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds switches over types or constants that hide a missing case behind {@code default}; over text and numbers it is fine. */
final class OpenSwitches extends TreeScanner<Void, Void> {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<String> found;

    private OpenSwitches(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
        this.unit = unit;
        this.positions = positions;
        this.found = found;
    }

    static List<String> in(List<Path> files) throws IOException {
        List<String> found = new ArrayList<>();
        Sources.each(files, (unit, positions) -> new OpenSwitches(unit, positions, found).scan(unit, null));
        return found;
    }

    @Override
    public Void visitSwitch(SwitchTree tree, Void nothing) {
        note(tree, tree.getCases());
        return super.visitSwitch(tree, nothing);
    }

    @Override
    public Void visitSwitchExpression(SwitchExpressionTree tree, Void nothing) {
        note(tree, tree.getCases());
        return super.visitSwitchExpression(tree, nothing);
    }

    private void note(Tree tree, List<? extends CaseTree> cases) {
        var labels = cases.stream().flatMap(each -> each.getLabels().stream()).toList();
        boolean open = labels.stream().anyMatch(DefaultCaseLabelTree.class::isInstance);
        boolean literal = labels.stream()
                .anyMatch(label -> label instanceof ConstantCaseLabelTree constant
                        && constant.getConstantExpression() instanceof LiteralTree);
        if (open && !literal) {
            long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
            found.add(unit.getSourceFile().getName() + " near line " + line);
        }
    }
}
