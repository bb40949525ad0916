package com.operatoros.payments.sandbox;

/** Why the sandbox can't start, in words for the person who started it: shown without a stack trace. */
public final class SandboxProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SandboxProblem(String message) {
        super(message);
    }

    public SandboxProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
