package com.operatoros.payments.outbox;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Looks on every node for what is due (rule X2), from the moment on when the schema is ready. */
@Singleton
@DependsOn("Startup")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class OutboxWorker {

    @Inject
    private Carriers carriers;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void tick() {
        carriers.tick();
    }
}
