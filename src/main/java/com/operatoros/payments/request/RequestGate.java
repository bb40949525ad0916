package com.operatoros.payments.request;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Lets each request through once, whether it comes from a call or from a form (rule Q4). */
@ApplicationScoped
public class RequestGate {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final int LOOKS = 100;

    @EJB
    private KeyedRequests requests;

    /** Judges a request; one that somebody is just carrying out is waited for, ten seconds at most. */
    public Verdict judge(Initiator by, String hash) {
        Verdict verdict = requests.judge(by.admin(), String.valueOf(by.requestKey()), hash);
        for (int looks = 0; verdict.isBusy() && looks < LOOKS; looks++) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            verdict = requests.judge(by.admin(), String.valueOf(by.requestKey()), hash);
        }
        return verdict;
    }

    /** Keeps the answer for those who send the same again. */
    public void answer(Initiator by, int status, String answer) {
        requests.answer(by.admin(), String.valueOf(by.requestKey()), status, answer);
    }

    /** Nothing came of it, and the key may be used for a better request. */
    public void release(Initiator by) {
        requests.release(by.admin(), String.valueOf(by.requestKey()));
    }

    /** It was refused; the refusal is kept only if the request has touched a payment before. */
    public void release(Initiator by, int status, String answer) {
        requests.refused(by.admin(), String.valueOf(by.requestKey()), status, answer);
    }

    /** What tells a request from another one: the same parts in the same order have the same hash. */
    public static String hash(List<? extends @Nullable Object> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Object part : parts) {
                byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
