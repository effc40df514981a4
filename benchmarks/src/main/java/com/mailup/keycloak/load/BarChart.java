package com.mailup.keycloak.load;

import java.util.List;
import java.util.Locale;

/** Bars in groups, two to each: ours and the other. An SVG without a background, readable on a light page and a dark one. */
record BarChart(String title, String other, List<Group> groups) {

    record Group(String name, double ours, double other) {}

    private static final int WIDTH = 640;
    private static final int LEFT = 140;
    private static final int BAR = 22;
    private static final int GROUP = 2 * BAR + 22;
    private static final int TOP = 78;

    String svg() {
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="%s">
                <style>
                text { font: 14px system-ui, sans-serif; fill: #1f2933 }
                .title { font-weight: 600 }
                .ours { fill: #1f6fd1 }
                .other { fill: #9aa5b1 }
                @media (prefers-color-scheme: dark) {
                  text { fill: #e4e7eb }
                  .ours { fill: #5aa2f5 }
                  .other { fill: #7b8794 }
                }
                </style>
                <text class="title" x="0" y="20">%s</text>
                """.formatted(WIDTH, TOP + groups.size() * GROUP, title, title));
        svg.append(key(0, "ours", "ours")).append(key(90, "other", other));
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            int top = TOP + i * GROUP;
            svg.append("<text x=\"0\" y=\"%d\">%s</text>%n".formatted(top + BAR + 5, group.name()));
            svg.append(bar("ours", group.ours(), top)).append(bar("other", group.other(), top + BAR));
        }
        return svg.append("</svg>\n").toString();
    }

    private String key(int left, String sort, String name) {
        return "<rect class=\"%s\" x=\"%d\" y=\"36\" width=\"14\" height=\"14\"/><text x=\"%d\" y=\"48\">%s</text>%n"
                .formatted(sort, left, left + 20, name);
    }

    private String bar(String sort, double value, int top) {
        double width = Math.max(1, value / longest() * (WIDTH - LEFT - 80));
        return String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/><text x=\"%.1f\" y=\"%d\">%s</text>%n",
                sort,
                LEFT,
                top,
                width,
                BAR - 3,
                LEFT + width + 6,
                top + 15,
                String.format(Locale.ROOT, value < 10 ? "%.1f" : "%,.0f", value));
    }

    private double longest() {
        return groups.stream()
                .mapToDouble(group -> Math.max(group.ours(), group.other()))
                .max()
                .orElseThrow();
    }
}
