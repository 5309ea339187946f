package dev.baton.platform.database;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders of files, made private and removed whole. */
final class Folders {
    private Folders() {}

    /** Makes the folder, readable by its owner alone, unless it is there. */
    static void createPrivate(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return;
        if (folder.getParent() != null) Files.createDirectories(folder.getParent());
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** Writes a new file that its owner alone can read. */
    static void writePrivate(Path file, String content) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content);
    }

    /** Removes the folder with everything in it; links are removed, never followed. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, IOException failure) throws IOException {
                if (failure != null) throw failure;
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
