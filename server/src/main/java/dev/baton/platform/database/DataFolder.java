package dev.baton.platform.database;

import dev.baton.platform.StartFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The data folder, held by this server alone for as long as it runs. */
final class DataFolder implements AutoCloseable {

    private final FileChannel channel;

    private DataFolder(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the folder, making it where there is none. @throws StartFailure when another server has it */
    static DataFolder take(Path data) {
        Path lock = data.resolve("baton.lock");
        try {
            Folders.createPrivate(data);
            FileChannel channel = FileChannel.open(
                    lock, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (locked(channel)) {
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(
                        String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
                return new DataFolder(channel);
            }
            channel.close();
            throw new StartFailure("the data folder %s is in use by another Baton (pid %s)"
                    .formatted(data, Files.readString(lock).strip()));
        } catch (IOException e) {
            throw new StartFailure("cannot use the data folder %s: %s".formatted(data, e), e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException sameServer) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
