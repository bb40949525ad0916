package com.operatoros.payments.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/** The addresses of style sheets and scripts; each carries a sum of its content, so that browsers may keep it for long. */
@Named
@ApplicationScoped
public class Assets {

    private static final String FOLDER = "/assets/";

    @Inject
    private ServletContext application;

    private final Map<String, String> urls = new ConcurrentHashMap<>();

    /** The address of a file in the folder {@code assets}. */
    public String url(String name) {
        return urls.computeIfAbsent(name, this::versioned);
    }

    /** Whether this is the address of a file as it is now. */
    boolean isCurrent(String address) {
        int folder = (application.getContextPath() + FOLDER).length();
        int end = address.indexOf('?');
        try {
            return end > folder && address.equals(url(address.substring(folder, end)));
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private String versioned(String name) {
        String path = FOLDER + name;
        try (InputStream content = application.getResourceAsStream(path)) {
            if (content == null) {
                throw new FileNotFoundException(path);
            }
            CRC32 sum = new CRC32();
            sum.update(content.readAllBytes());
            return application.getContextPath() + path + "?v=" + Long.toHexString(sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
