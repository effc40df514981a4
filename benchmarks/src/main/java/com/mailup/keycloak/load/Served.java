package com.mailup.keycloak.load;

import java.util.Locale;
import org.HdrHistogram.DoubleHistogram;

/** What a server served over all its starts: the rate of each, and what each answer of all of them took. */
final class Served {

    private final DoubleHistogram rates = new DoubleHistogram(5);
    private final DoubleHistogram mails = new DoubleHistogram(3);
    private final DoubleHistogram millis = new DoubleHistogram(3);

    void add(GatlingRun run) {
        rates.recordValue(run.millis().getTotalCount() / (double) run.seconds());
        mails.recordValue(run.mails().get() / (double) run.seconds());
        millis.add(run.millis());
        System.out.println(rates());
    }

    /** Answers a second, the median of all starts. */
    double rate() {
        return rates.getValueAtPercentile(50);
    }

    /** Mails a second, the median of all starts. */
    double mailRate() {
        return mails.getValueAtPercentile(50);
    }

    /** Milliseconds that so many percent of the answers took at most. */
    double millis(double percent) {
        return millis.getValueAtPercentile(percent);
    }

    /** Two cells of a table: the median of the rates and their range. */
    String rates() {
        return String.format(
                Locale.ROOT,
                "%,.1f | %,.1f to %,.1f",
                rate(),
                rates.getValueAtPercentile(0),
                rates.getValueAtPercentile(100));
    }
}
