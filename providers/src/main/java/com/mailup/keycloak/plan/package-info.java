/** plan: what an account may use and until when, read from its attributes; and who may write these. */
package com.mailup.keycloak.plan;
