package com.mailup.keycloak.mailqueue;

/** What a conversation tells of a mail server. */
public enum ServerState {
    /** Nothing: it was not spoken to. */
    UNKNOWN,
    /** It answers, whatever it says of the mail. */
    UP,
    /** It takes no more connections or mails for now: 421, or 450 before it knew the recipient. */
    BUSY,
    /** No connection could be opened, or nobody may send. */
    DOWN
}
