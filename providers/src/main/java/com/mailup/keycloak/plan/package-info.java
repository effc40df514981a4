/** plan: what an account may use and until when, read from its attributes. */
package com.mailup.keycloak.plan;
