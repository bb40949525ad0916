package com.operatoros.payments.sandbox.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The mails received so far, newest first; with a folder, each is also an .eml file that is read again at the start. */
final class MailStore {

    private static final Logger LOG = Logger.getLogger(MailStore.class.getName());
    private static final String SUFFIX = ".eml";

    private final @Nullable Path folder;
    private final Clock clock;
    /** By the time of arrival in milliseconds, moved on by one where two arrive at once; also the file's name. */
    private final ConcurrentSkipListMap<Long, ReceivedMail> mails =
            new ConcurrentSkipListMap<>(Comparator.reverseOrder());

    MailStore(@Nullable Path folder, Clock clock) throws IOException {
        this.folder = folder;
        this.clock = clock;
        if (folder != null) {
            Files.createDirectories(folder);
            for (Path file : files(folder)) {
                load(file);
            }
        }
    }

    List<ReceivedMail> all() {
        return List.copyOf(mails.values());
    }

    /** A mail's number for its own address; the mail itself may be gone. */
    Stream<Long> numbers() {
        return mails.keySet().stream();
    }

    Optional<ReceivedMail> find(long number) {
        return Optional.ofNullable(mails.get(number));
    }

    synchronized void add(MimeMessage message) throws MessagingException, IOException {
        long number = clock.millis();
        while (mails.containsKey(number)) {
            number++;
        }
        ReceivedMail mail = ReceivedMail.of(message, Instant.ofEpochMilli(number));
        if (folder != null) {
            write(message, folder.resolve(number + SUFFIX));
        }
        mails.put(number, mail);
    }

    synchronized void clear() throws IOException {
        mails.clear();
        if (folder != null) {
            for (Path file : files(folder)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void load(Path file) {
        String name = file.getFileName().toString();
        try (InputStream in = Files.newInputStream(file)) {
            long number = Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
            mails.put(number, ReceivedMail.of(message, Instant.ofEpochMilli(number)));
        } catch (IOException | MessagingException | NumberFormatException e) {
            LOG.log(Level.WARNING, e, () -> "Left out, not a mail of this inbox: " + file);
        }
    }

    private static void write(MimeMessage message, Path file) throws MessagingException, IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            message.writeTo(out);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
        }
    }
}
