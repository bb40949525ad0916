package com.operatoros.payments.mail;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Looks on every node for mails that are due (rule M2), from the moment on when the schema is ready. */
@Singleton
@DependsOn("Startup")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class MailWorker {

    @Inject
    private Postman postman;

    @Inject
    private MailServer server;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void tick() {
        server.cutOverdue();
        postman.carryDue();
    }
}
