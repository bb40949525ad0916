package com.operatoros.payments.support;

import java.io.File;
import java.util.Objects;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What the integration tests deploy: the archive that goes into production, as it is. */
public final class Deployments {

    /** Not the name in {@code server.xml}, which stands for a file that the server under test lacks. */
    static final String NAME = "operatoros-payments-it.war";

    private Deployments() {}

    /** The archive of the build. */
    public static WebArchive war() {
        File file = new File(Objects.requireNonNull(System.getProperty("war"), "war"));
        return ShrinkWrap.create(ZipImporter.class, NAME).importFrom(file).as(WebArchive.class);
    }
}
