package com.operatoros.payments.notification.feed;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Looks on every node for notifications that are to be posted (rule F2), from the moment on when the schema is ready. */
@Singleton
@DependsOn("Startup")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class FeedWorker {

    @Inject
    private FeedCarrier carrier;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void tick() {
        carrier.carryDue();
    }
}
