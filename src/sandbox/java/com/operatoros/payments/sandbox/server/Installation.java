package com.operatoros.payments.sandbox.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where an Open Liberty is and where it writes.
 *
 * @param home its folder, with {@code bin/server}
 * @param server the name of the server in it
 * @param logs the folder of its logs and of its pid file
 */
public record Installation(Path home, String server, Path logs) {

    /** What it writes to the console. */
    public Path console() {
        return logs.resolve("console.log");
    }

    /** Apart from where the build looks for a running server: it would wait for its messages and fail. */
    public Path work() {
        return home.resolveSibling("sandbox");
    }

    /** Holds the id of its process while it runs. */
    public Path pidFile() {
        return logs.resolve(server + ".pid");
    }

    /** Makes it start in a folder with a blank in its name, where {@code bin/server} can't read the file. */
    public void prepare() throws IOException {
        if (home.toString().contains(" ")) {
            // It only translates DATABASE_URL, which is for production.
            Files.deleteIfExists(home.resolve("usr/servers").resolve(server).resolve("server.env"));
        }
    }
}
