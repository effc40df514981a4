/** mailsender: the conversation with a mail server, in bounded time; what a request sends goes into the queue. */
package com.mailup.keycloak.mailsender;
