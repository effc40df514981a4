package com.mailup.keycloak.timing;

import java.util.List;

/** What samples say about a limit: kept, broken, or that there are too few of them. Ordered from best to worst. */
enum Verdict {
    PASS,
    INCONCLUSIVE,
    FAIL;

    static Verdict of(Interval interval, double least, double most) {
        if (interval.inside(least, most)) {
            return PASS;
        }
        return interval.outside(least, most) ? FAIL : INCONCLUSIVE;
    }

    static Verdict worst(Verdict... verdicts) {
        return List.of(verdicts).stream().max(Enum::compareTo).orElseThrow();
    }
}
