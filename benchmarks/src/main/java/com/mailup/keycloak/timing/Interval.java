package com.mailup.keycloak.timing;

/** Where a true value lies, but for one case in a hundred. */
record Interval(double low, double high) {

    double width() {
        return high - low;
    }

    boolean inside(double least, double most) {
        return least <= low && high <= most;
    }

    boolean outside(double least, double most) {
        return high < least || most < low;
    }
}
