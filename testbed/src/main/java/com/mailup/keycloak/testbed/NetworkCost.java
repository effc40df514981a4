package com.mailup.keycloak.testbed;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the latest page of a tab cost on the wire, headers included, as Chromium counted it: the document and all that it
 * loads. A redirect on the way to it is the answer to a form or to an application, and not counted.
 */
public final class NetworkCost {

    private final Page tab;
    private final CDPSession protocol;
    private final Map<String, Long> bytes = new LinkedHashMap<>();

    /** Counts from now on. */
    public NetworkCost(Page tab) {
        this.tab = tab;
        protocol = tab.context().newCDPSession(tab);
        protocol.on("Network.requestWillBeSent", this::begin);
        protocol.on("Network.requestServedFromCache", event -> bytes.remove(id(event)));
        protocol.on("Network.responseReceived", this::forgetCached);
        protocol.on("Network.loadingFinished", event -> add(id(event), size(event)));
        protocol.send("Network.enable");
    }

    /** Slow 3G: 400 ms to the first byte of each answer, 400 kbit/s. */
    public NetworkCost slow() {
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 400);
        conditions.addProperty("downloadThroughput", 50_000);
        conditions.addProperty("uploadThroughput", 50_000);
        protocol.send("Network.emulateNetworkConditions", conditions);
        return this;
    }

    public int requests() {
        return settled().size();
    }

    public long bytes() {
        return settled().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Milliseconds from the navigation to the first text or picture. */
    public long firstContentfulPaint() {
        Object millis = tab.evaluate("() => new Promise(found => new PerformanceObserver(list => "
                + "list.getEntriesByName('first-contentful-paint').forEach(it => found(it.startTime)))"
                + ".observe({type: 'paint', buffered: true}))");
        return Math.round(((Number) millis).doubleValue());
    }

    private Map<String, Long> settled() {
        tab.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        return bytes;
    }

    private void begin(JsonObject event) {
        JsonObject request = event.getAsJsonObject("request");
        if (!request.get("url").getAsString().startsWith("http")) {
            return;
        }
        String loader = event.get("loaderId").getAsString();
        if (id(event).equals(loader)) {
            bytes.clear();
        }
        bytes.putIfAbsent(id(event), 0L);
    }

    private void forgetCached(JsonObject event) {
        if (event.getAsJsonObject("response").get("fromDiskCache").getAsBoolean()) {
            bytes.remove(id(event));
        }
    }

    private void add(String request, long size) {
        bytes.computeIfPresent(request, (id, before) -> before + size);
    }

    private static String id(JsonObject event) {
        return event.get("requestId").getAsString();
    }

    private static long size(JsonObject event) {
        return event.get("encodedDataLength").getAsLong();
    }
}
