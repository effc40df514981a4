package com.mailup.keycloak.testbed;

import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedExtendedRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSASLBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** How fast a directory answers: at once, or not before it is let. */
final class DirectoryPace extends InMemoryOperationInterceptor {

    private final AtomicLong operations = new AtomicLong();
    private volatile boolean refuses;
    private volatile CountDownLatch held = new CountDownLatch(0);

    long operations() {
        return operations.get();
    }

    void hang() {
        held = new CountDownLatch(1);
    }

    /** A rule of the directory's own, which no password keeps. */
    void refuse() {
        refuses = true;
    }

    void usual() {
        refuses = false;
        held.countDown();
    }

    @Override
    public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request) throws LDAPException {
        asked(request);
    }

    @Override
    public void processSASLBindRequest(InMemoryInterceptedSASLBindRequest request) throws LDAPException {
        asked(request);
    }

    @Override
    public void processSearchRequest(InMemoryInterceptedSearchRequest request) throws LDAPException {
        asked(request);
    }

    @Override
    public void processModifyRequest(InMemoryInterceptedModifyRequest request) throws LDAPException {
        asked(request);
        if (refuses) {
            throw new LDAPException(ResultCode.CONSTRAINT_VIOLATION);
        }
    }

    @Override
    public void processExtendedRequest(InMemoryInterceptedExtendedRequest request) throws LDAPException {
        asked(request);
    }

    /** What this process itself does to its directory comes by no connection. */
    private void asked(InMemoryInterceptedRequest request) throws LDAPException {
        if (request.getConnectedAddress() == null
                || request.getConnectedAddress().equals("internal")) {
            return;
        }
        operations.incrementAndGet();
        try {
            held.await();
        } catch (InterruptedException e) {
            throw new LDAPException(ResultCode.UNAVAILABLE);
        }
    }
}
