package com.operatoros.payments.report;

import java.io.IOException;
import java.util.List;

/** A table that is written row by row, so that a long one needs no memory. */
interface Table {

    void row(List<Cell> cells) throws IOException;

    /** Hands over what was written so far. */
    void flush() throws IOException;

    /** Nothing follows. */
    void end() throws IOException;
}
