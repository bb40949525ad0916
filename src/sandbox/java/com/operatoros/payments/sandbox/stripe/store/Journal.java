package com.operatoros.payments.sandbox.stripe.store;

import com.google.gson.JsonParseException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The file of all changes, one line each; the last version of an object counts. */
final class Journal implements AutoCloseable {

    private static final String FILE = "stripe.journal";

    private final Path folder;
    private final FileChannel guard;
    private FileChannel file;

    private Journal(Path folder, FileChannel guard, FileChannel file) {
        this.folder = folder;
        this.guard = guard;
        this.file = file;
    }

    /** Opens the folder's journal and hands over its whole changes in order. */
    static Journal open(Path folder, Consumer<List<Write>> reader) throws IOException {
        Files.createDirectories(folder);
        FileChannel guard = lock(folder);
        Path path = folder.resolve(FILE);
        long whole = Files.exists(path) ? read(path, reader) : 0;
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        // the rest is a line that was cut by a kill; the next one must not be glued to it
        file.truncate(whole).position(whole);
        return new Journal(folder, guard, file);
    }

    /** Two sandboxes on one folder would destroy each other's data. */
    private static FileChannel lock(Path folder) throws IOException {
        FileChannel guard =
                FileChannel.open(folder.resolve("stripe.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (guard.tryLock() != null) {
                return guard;
            }
        } catch (OverlappingFileLockException sameProcess) {
            // falls through to the same answer
        }
        guard.close();
        throw new IOException("another Stripe sandbox uses the folder " + folder);
    }

    /** Reads whole lines and answers how many bytes they take. */
    private static long read(Path path, Consumer<List<Write>> reader) throws IOException {
        long whole = 0;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            for (int next = bytes.read(); next >= 0; next = bytes.read()) {
                line.write(next);
                if (next == '\n') {
                    reader.accept(parse(line.toString(StandardCharsets.UTF_8), path, whole));
                    whole += line.size();
                    line.reset();
                }
            }
        }
        return whole;
    }

    private static List<Write> parse(String line, Path path, long offset) throws IOException {
        try {
            return Write.parse(line);
        } catch (JsonParseException | IllegalStateException | IndexOutOfBoundsException e) {
            throw new IOException("the journal " + path + " is damaged at byte " + offset, e);
        }
    }

    void append(List<Write> change) {
        ByteBuffer line = ByteBuffer.wrap(Write.line(change).getBytes(StandardCharsets.UTF_8));
        try {
            long before = file.position();
            try {
                while (line.hasRemaining()) {
                    file.write(line);
                }
            } catch (IOException e) {
                file.truncate(before).position(before);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces all lines by these; the old file stays until the new one is complete on disk. */
    void replace(Stream<Write> writes) throws IOException {
        Path next = folder.resolve(FILE + ".next");
        FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        FileChannel old = file;
        file = channel;
        writes.forEach(write -> append(List.of(write)));
        channel.force(true);
        old.close();
        Files.move(next, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        file.close();
        guard.close();
    }
}
