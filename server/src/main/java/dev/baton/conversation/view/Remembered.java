package dev.baton.conversation.view;

import java.util.function.Supplier;

/** Something that is read once and kept until it is said to have changed, also when that is said while it is being read. */
final class Remembered<T> {

    private final Supplier<T> reader;
    private T value;
    private int changes;

    Remembered(Supplier<T> reader) {
        this.reader = reader;
    }

    T get() {
        int before;
        synchronized (this) {
            if (value != null) {
                return value;
            }
            before = changes;
        }
        T read = reader.get();
        synchronized (this) {
            if (before == changes) {
                value = read;
            }
        }
        return read;
    }

    synchronized void forget() {
        value = null;
        changes++;
    }

    /** What is known without reading, or null. */
    synchronized T known() {
        return value;
    }
}
